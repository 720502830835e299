/** The command line cannot be understood; the message is one sentence for who typed it. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}
