// `npm run verify-record FILE`: checks that a verification record is unchanged (docs/verification-record.md).
import { readFileSync } from "node:fs";
import { checkRecordFile } from "./recordFile.ts";

const [, , path] = process.argv;
if (path === undefined) {
  console.error("usage: npm run verify-record <record.json>");
  process.exitCode = 2;
} else {
  const { ok, text } = checkRecordFile(readFileSync(path, "utf8"));
  if (ok) console.log(text);
  else console.error(text);
  process.exitCode = ok ? 0 : 1;
}
