import { hash, randomBytes } from 'node:crypto';

/** 256 bits, as 43 characters that stand in any URL. */
export const createOneTimeToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of such a token: who reads the database can do nothing with it. Nothing slower is needed, for no one guesses 256 bits. */
export const hashOneTimeToken = (token: string): string => hash('sha256', token, 'base64url');
