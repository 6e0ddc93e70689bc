export type CsvCell = string | number | boolean | null;

/** Spreadsheets treat a cell with this start as a formula, even after blanks or in full-width forms (OWASP). */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Writes a table as RFC 4180: CRLF line ends, quotes where required. Text that a spreadsheet would evaluate gets a leading
 * apostrophe; numbers stay unchanged. Null is an empty cell. No byte order mark.
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: CsvCell): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
