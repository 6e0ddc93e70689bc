// `npm run preview:stamp`: builds for production and serves it in front of the stamps in STAMPS.
import { build, preview } from "vite";
import { stampsOrExit } from "./stampsPlugin.ts";

// Before the build, so that a wrong path fails immediately.
stampsOrExit(process.env["STAMPS"]);
await build({ logLevel: "warn" });
const server = await preview({ mode: "stamp" });
server.printUrls();
