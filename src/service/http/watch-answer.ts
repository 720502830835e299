import type { AnsweredRequest, OnAnswer } from './answered-request.ts';
import { chooseRequestId, requestIdHeader } from './request-id.ts';

/** A request of Node.js, as far as it is told of. */
interface Incoming {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Its answer. */
interface Outgoing {
  readonly statusCode: number;
  readonly writableFinished: boolean;
  setHeader(name: string, value: string): unknown;
  once(event: 'close', listener: () => void): unknown;
}

/** A request while it is being answered. */
export interface WatchedRequest {
  readonly id: string;
  /** Takes the pattern of the route that answers; the last word counts. */
  readonly onRoute: (pattern: string) => void;
  /** Says that the answer begins. */
  readonly begin: () => void;
}

/** Gives a request its id, also in the answer, and tells of it when it is over. */
export function watchAnswer(
  incoming: Incoming,
  outgoing: Outgoing,
  onAnswer: OnAnswer,
): WatchedRequest {
  const given = incoming.headers[requestIdHeader.toLowerCase()];
  const id = chooseRequestId(typeof given === 'string' ? given : undefined);
  outgoing.setHeader(requestIdHeader, id);
  const start = performance.now();
  const elapsed = (): number => Math.round((performance.now() - start) * 10) / 10;
  let route = '';
  let ms: number | undefined;
  outgoing.once('close', () => {
    const answered: AnsweredRequest = {
      id,
      method: incoming.method ?? '',
      route,
      status: outgoing.statusCode,
      ms: ms ?? elapsed(),
      isCut: !outgoing.writableFinished,
    };
    onAnswer(answered);
  });
  return {
    id,
    onRoute: (pattern) => void (route = pattern),
    begin: () => void (ms = elapsed()),
  };
}
