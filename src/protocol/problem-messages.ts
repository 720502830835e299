/**
 * Message key of each problem that has words of its own in the form's messages (C-3).
 * All others, and codes of a newer server, are told as `server.error`, never as they came.
 * Those of the security code are told at its field, see `fieldMessageKey`.
 */
export const problemMessageKeys = {
  unauthorized: 'server.forbidden',
  'origin-refused': 'server.forbidden',
  'article-closed': 'state.closed',
  'article-refused': 'state.off',
  'notice-changed': 'notice.changed',
  'too-large': 'server.tooLarge',
  duplicate: 'duplicate',
  'parent-gone': 'reply.gone',
  'rate-limited': 'rate.wait',
  'too-busy': 'rate.many',
  unavailable: 'server.maintenance',
} as const;
