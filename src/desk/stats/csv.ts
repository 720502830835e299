/** A cell as spreadsheets read it: none is taken for a formula, whatever readers or editors have written. */
function toCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = /^[\t\r=+\-@＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows as CSV (RFC 4180) in UTF-8, with the mark by which Excel knows that. */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;

/** Hands a file over to the browser's downloads. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  // Safari reads it a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
