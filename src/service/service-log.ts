/** Takes one line for whoever runs the service. Lines hold no name, email, text, address, code or secret. */
export type ServiceLog = (line: string) => void;

/** Writes to the standard error stream, each line with its time. */
export const logToStandardError: ServiceLog = (line) => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};

const member = (value: object, name: string): string | undefined => {
  const text: unknown = Reflect.get(value, name);
  return typeof text === 'string' && /^[\w .,:-]{1,80}$/.test(text) ? text : undefined;
};

/**
 * An unexpected error in a few words: its class, its code and where it was thrown.
 * Never its message, which may quote what a reader wrote.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const { stack = '', message } = error;
  // The message stands before the places, and may hold lines that look like one.
  const places = stack.slice(stack.indexOf(message) + message.length);
  const place = /^ {4}at .*$/m.exec(places)?.[0].trim();
  // `errstr` is SQLite's fixed wording of its result code.
  return [error.name, member(error, 'code'), member(error, 'errstr'), place]
    .filter((part) => part !== undefined)
    .join(' ');
}
