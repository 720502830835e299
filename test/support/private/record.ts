/**
 * Keeps what tests send of people and what services log, so that the logs of a whole run can be searched (S32). The test
 * runner names a folder in `TEST_RECORD`; without it nothing is kept.
 */
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** What one process of tests has kept. */
export interface PrivateRecord {
  readonly values: readonly string[];
  readonly log: string;
}

const folder = process.env['TEST_RECORD'];
const values = new Set<string>();
const lines: string[] = [];

if (folder !== undefined) {
  process.once('exit', () => {
    if (values.size === 0 && lines.length === 0) return;
    const record: PrivateRecord = { values: [...values], log: lines.join('\n') };
    writeFileSync(join(folder, `${process.pid}-${Date.now()}.json`), JSON.stringify(record));
  });
}

/** Of long texts the beginning is looked for. */
const longestValue = 60;
/** Less would be found in any log. */
const shortestValue = 5;

/** Keeps something that must stand in no log. */
export function recordValue(value: string): void {
  const trimmed = value.trim().slice(0, longestValue);
  if (folder !== undefined && trimmed.length >= shortestValue) values.add(trimmed);
}

/** Keeps what a service logs. */
export function recordLog(text: string): void {
  if (folder !== undefined) lines.push(text);
}

const record = (stream: Readable | null): void => {
  if (!stream || folder === undefined) return;
  // Before anybody reads it: a listener would make it flow past those who come later.
  const push = stream.push.bind(stream);
  stream.push = (chunk: unknown, encoding) => {
    if (chunk instanceof Uint8Array) recordLog(new TextDecoder().decode(chunk));
    else if (typeof chunk === 'string') recordLog(chunk);
    return push(chunk, encoding);
  };
};

/** Keeps what a process writes to its standard error stream, where services log. */
export function recordLogOf({ stderr }: Pick<ChildProcess, 'stderr'>): void {
  record(stderr);
}

const privateMembers: ReadonlySet<string> = new Set([
  ...['name', 'address', 'email', 'content', 'editedContent', 'answer', 'note', 'text'],
  ...['password', 'currentPassword', 'newPassword', 'code', 'backupCode', 'secret', 'receipt'],
]);

const recordMembers = (value: unknown, name: string): void => {
  if (typeof value === 'string') {
    if (privateMembers.has(name)) recordValue(value);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) recordMembers(member, key);
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
};

/** Keeps what the body of a request says of people: JSON, or a form's fields. */
export function recordSent(body: unknown): void {
  if (folder === undefined) return;
  if (typeof body === 'string') recordMembers(parse(body), '');
  if (body instanceof URLSearchParams || body instanceof FormData) {
    recordMembers(Object.fromEntries(body), '');
  }
}

const privateHeaders = ['cookie', 'authorization', 'x-forwarded-for', 'x-real-ip'];

/** Keeps what the headers of a request say of people: proofs of who they are, and addresses. */
export function recordHeaders(headers: Headers): void {
  if (folder === undefined) return;
  for (const name of privateHeaders) {
    for (const part of headers.get(name)?.split(/[;,]\s*/) ?? []) {
      // Of a cookie its value; addresses of this machine are no reader's.
      const value = part.replace(/^[\w-]+=/, '');
      if (!/^(?:127\.|::1|::ffff:127)/.test(value)) recordValue(value);
    }
  }
}
