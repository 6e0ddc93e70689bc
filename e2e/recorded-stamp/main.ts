// `npm run recorded-stamp`: the recorded stamp on a port of its own, for curl and for the console.
import { missingRecordings } from "./recordings.ts";
import { createRecordedStamp, RECORDED_STAMP } from "./server.ts";

const missing = missingRecordings();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
const port = Number(process.env["PORT"] || 8485);
try {
  const url = await createRecordedStamp().listen(port);
  const stamps = { stamps: [{ ...RECORDED_STAMP, endpoint: url, auth: { kind: "none" } }] };
  // A program of the command line: its address, and the file that a console needs to show it.
  console.log(`The recorded stamp answers at ${url}

Save this as stamps.json and run STAMPS=stamps.json npm run start:stamp (or preview:stamp):
${JSON.stringify(stamps, null, 2)}`);
} catch (error) {
  console.error(`Cannot listen on port ${port}: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
