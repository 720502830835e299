import type { Reply } from '../client.ts';
import { readRecord, writeRecord } from './local-record.ts';
import type { Ask } from './request.ts';
import { type Message, send } from './send.ts';

const record = 'visitor';

/** This browser as the service knows it: a token without a name, asked for when it is first needed. */
export class Visitor {
  readonly #ask: Ask;
  #arrival: Promise<Reply> | undefined;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Asks in the visitor's name; with a new token, once, where the one at hand is not taken. */
  async ask(path: string, message: Message): Promise<Reply> {
    const [token] = readRecord(record);
    if (typeof token === 'string') {
      const reply = await send(this.#ask, path, { ...message, bearer: token });
      if (reply.ok || reply.refusal.code !== 'unauthorized') return reply;
    }
    this.#arrival ??= send(this.#ask, '/visitor', { method: 'POST', body: {} });
    const arrival = await this.#arrival;
    this.#arrival = undefined;
    if (!arrival.ok) return arrival;
    const bearer = String(arrival.body['token']);
    writeRecord(record, [bearer], 1);
    return send(this.#ask, path, { ...message, bearer });
  }
}
