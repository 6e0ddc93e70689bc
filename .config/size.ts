// `npm run size`: builds for production without writing, and reports the size of everything.
import { build } from "vite";
import { brotliBytes, type Bundle, initialLoad } from "./initialLoad.ts";
import { sizeReport } from "./sizeBudget.ts";

const result = await build({ logLevel: "warn", build: { write: false } });
if (Array.isArray(result) || !("output" in result))
  throw new Error("Expected one build, not several or a watcher.");
const bundle: Bundle = Object.fromEntries(result.output.map((file) => [file.fileName, file]));
const { text, broken } = sizeReport(bundle, "public");
const initial = new Set(initialLoad(bundle, "public").map(({ name }) => name));

console.log(text);
console.log(`\n${"on first use".padEnd(41)}  br KB`);
for (const file of Object.values(bundle)) {
  if (initial.has(file.fileName)) continue;
  const bytes = brotliBytes(file.type === "chunk" ? file.code : file.source);
  console.log(`${file.fileName.padEnd(41)}${(bytes / 1024).toFixed(1).padStart(7)}`);
}
if (broken.length > 0) {
  console.error(`\nOver budget: ${broken.join("; ")}.`);
  process.exitCode = 1;
}
