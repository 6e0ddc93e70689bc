export type CsvCell = string | number | boolean | null;

/** Spreadsheets take a cell that begins like this for a formula, also where blanks or wide forms stand for it (OWASP). */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as RFC 4180 has it: CRLF after each line, cells in quotes where they must be. A text that a spreadsheet would
 * calculate gets an apostrophe before it; numbers are left as they are. Null is an empty cell. No byte order mark.
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: CsvCell): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
