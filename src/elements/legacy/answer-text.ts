const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text without marks of HTML, numbered characters read, in one form and case: what a rule's text is looked for in. */
export function comparableText(text: string): string {
  return text
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_whole, hex: string, decimal: string) => {
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0x10_ff_ff ? '' : String.fromCodePoint(point);
    })
    .replaceAll(/&([a-z]{2,4});/g, (whole, name: string) => named[name] ?? whole)
    .normalize()
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}
