/** Begins the name of everything that the list keeps in this browser. */
export const recordPrefix = 'reader-comments ';

/** Whether this browser keeps anything: likes, or receipts of what was sent. */
export function hasRecords(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(recordPrefix));
  } catch {
    return false;
  }
}
