import { createHmac } from 'node:crypto';
import { emailKey } from '../../text/email-address.ts';

/** Names the author of a comment by a keyed hash of the email; null where there is none. */
export type AuthorKey = (email: string) => string | null;

/** `key` is the database's own, so that authors stay the same when the service's secret is changed. */
export const createAuthorKey =
  (key: string): AuthorKey =>
  (email) =>
    email === '' ? null : createHmac('sha256', key).update(emailKey(email)).digest('base64url');
