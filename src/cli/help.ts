import type { Flag } from './flags.ts';

/** The flag every command has. */
export const helpFlag: Flag = { flag: 'help', help: 'show this help' };

const line = ({ flag, value, repeatable }: Flag): string =>
  `  --${flag}${value === undefined ? '' : ` ${value}`}${repeatable ? ' (repeatable)' : ''}`;

/** The help of one command. */
export function commandHelp(usage: string, about: string, flags: readonly Flag[]): string {
  const lines = flags.map((flag) => ({ left: line(flag), help: flag.help }));
  const width = Math.max(...lines.map(({ left }) => left.length)) + 2;
  const options = lines.map(({ left, help }) => left.padEnd(width) + help);
  return [
    `Usage: reader-comments ${usage}`,
    '',
    about,
    '',
    'Options (default in brackets):',
    ...options,
  ].join('\n');
}
