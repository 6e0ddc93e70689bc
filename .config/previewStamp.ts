// `npm run preview:stamp`: the production build, made anew, in front of the stamps that STAMPS names.
import { build, preview } from "vite";
import { stampsOrExit } from "./stampsPlugin.ts";

// Before the build, so that a wrong path is answered at once.
stampsOrExit(process.env["STAMPS"]);
await build({ logLevel: "warn" });
const server = await preview({ mode: "stamp" });
server.printUrls();
