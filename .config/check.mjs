// `npm run check`, what CI runs: every step in order, stopping at the first that fails, and at the end one line
// per step with the summary that the step itself printed, so that a skipped test cannot hide.
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/** Step (an npm script) → the lines of its output that belong into the closing summary. */
const steps = {
  typecheck: null,
  lint: /^Found \d+ warnings?.*/,
  "format:check": null,
  knip: null,
  "test:unit": /^\s*(Test Files|Tests) {2}.*/,
  build: /^(initial JS|everything initial) .* KB of .*/,
  "build:demo": /dist-demo \d+ KB of .*/,
  "test:e2e": /^\s*\d+ (passed|failed|flaky|skipped|did not run|interrupted).*/,
  "test:browsers": /^(Firefox|WebKit)\b.*(journeys passed|not tested|does not start).*/,
};

/** Runs one npm script, echoing what it prints; resolves to its exit code and the summary lines seen. */
function run(name, summary) {
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", name], {
      stdio: ["inherit", "pipe", "inherit"],
      shell: process.platform === "win32",
    });
    const lines = [];
    let rest = "";
    child.stdout.on("data", (chunk) => {
      process.stdout.write(chunk);
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        const line = stripVTControlCharacters(part);
        if (summary?.test(line)) lines.push(line.trim().replace(/\s+/g, " "));
      }
    });
    child.on("error", (error) => resolve({ code: 1, lines: [error.message] }));
    child.on("close", (code, signal) => resolve({ code: code ?? 1, lines: signal ? [signal] : lines }));
  });
}

const names = Object.keys(steps);
const report = [];
for (const [index, [name, summary]] of Object.entries(steps).entries()) {
  console.log(`\n── ${index + 1}/${names.length} ${name} ──`);
  const startedAt = Date.now();
  const { code, lines } = await run(name, summary);
  const seconds = `${((Date.now() - startedAt) / 1000).toFixed(1)} s`.padStart(8);
  report.push(
    `${code === 0 ? "ok    " : "FAILED"} ${name.padEnd(13)}${seconds}  ${lines.join(" · ")}`.trimEnd(),
  );
  if (code !== 0) {
    const left = names.slice(index + 1);
    if (left.length > 0) report.push(`not run: ${left.join(", ")}`);
    process.exitCode = 1;
    break;
  }
}
console.log(`\n── check ──\n${report.join("\n")}`);
