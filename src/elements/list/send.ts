import type { Reply } from '../client.ts';
import type { Ask } from './request.ts';

/** What is sent to the service, and by whom. */
export interface Message {
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Who asks, where not everybody may. */
  readonly bearer?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Sends something to a path below the service's endpoint. Never throws: every outcome is a {@link Reply}. */
export const send = (
  ask: Ask,
  path: string,
  { method = 'GET', bearer, body }: Message,
): Promise<Reply> =>
  ask(path, {
    init: {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
  });
