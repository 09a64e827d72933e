/** What a sheet would take for a formula where a cell begins with it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** What must stand in quotes (RFC 4180 §2); a leading space too, which some readers would drop. */
const SPECIAL = /[",\r\n]|^\s|\s$/;

/**
 * Rows as a CSV file (RFC 4180): CRLF after each row. A cell that a sheet would run as a formula gets an apostrophe in front,
 * which sheets show as text; what is exported was typed by strangers.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const defused = FORMULA.test(text) ? `'${text}` : text;
  return SPECIAL.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
