import type { EditorRole } from '../../protocol/desk.ts';

/**
 * The tables of the desk's sign-in. All but the last are written by `better-auth` too, which names their columns: hence
 * no underscores. Times are ISO 8601 texts in SQLite, truth is 0 or 1 there.
 */
interface EditorsTable {
  id: string;
  name: string;
  /** In lower case, as it is compared. */
  email: string;
  emailVerified: number;
  image: string | null;
  role: EditorRole;
  /** 1 once an authenticator app was set up. */
  twoFactorEnabled: number;
  createdAt: string;
  updatedAt: string;
}

interface EditorSessionsTable {
  id: string;
  userId: string;
  token: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  /** 1 where more than a password was shown. */
  secondStep: number;
  createdAt: string;
  updatedAt: string;
}

interface EditorAccountsTable {
  id: string;
  userId: string;
  accountId: string;
  providerId: string;
  /** Hash by scrypt. */
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

/** Questions that wait for an answer: which second step goes with which password, which passkey was asked for. */
interface EditorVerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}

interface EditorSecondStepsTable {
  id: string;
  userId: string;
  /** Encrypted, as are the codes. */
  secret: string;
  backupCodes: string;
  verified: number;
  failedVerificationCount: number;
  lockedUntil: string | null;
}

interface EditorPasskeysTable {
  /** The credential's own id. */
  id: string;
  userId: string;
  name: string;
  /** COSE key as base64url. */
  publicKey: string;
  counter: number;
  /** A JSON array. */
  transports: string;
  createdAt: string;
}

interface EditorWelcomesTable {
  /** SHA-256 of the token in a one-time link. */
  hash: string;
  userId: string;
  expiresAt: string;
}

/** The part of the tables that is about editors. */
export interface EditorTables {
  editors: EditorsTable;
  editor_sessions: EditorSessionsTable;
  editor_accounts: EditorAccountsTable;
  editor_verifications: EditorVerificationsTable;
  editor_second_steps: EditorSecondStepsTable;
  editor_passkeys: EditorPasskeysTable;
  editor_welcomes: EditorWelcomesTable;
}
