import { readRecord, writeRecord } from './local-record.ts';
import type { Reading } from './reading.ts';
import type { Visitor } from './visitor.ts';

const record = 'likes';
const maxLikes = 1000;

/** The comments that the reader likes, as this browser keeps them: the service tells nobody who likes what. */
export class Likes {
  readonly #reading: Reading;
  readonly #visitor: Visitor;
  readonly #ids = new Set(readRecord(record));
  readonly #sending = new Set<string>();

  constructor(reading: Reading, visitor: Visitor) {
    this.#reading = reading;
    this.#visitor = visitor;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Likes a comment, or no longer; shown at once, and taken back where the service refuses. False then. */
  async toggle(id: string): Promise<boolean> {
    if (this.#sending.has(id)) return true;
    this.#sending.add(id);
    const isLiked = !this.has(id);
    this.#set(id, isLiked);
    const method = isLiked ? 'PUT' : 'DELETE';
    const { ok } = await this.#visitor.ask(`/${id}/like`, { method });
    this.#sending.delete(id);
    if (!ok) this.#set(id, !isLiked);
    return ok;
  }

  #set(id: string, isLiked: boolean): void {
    if (isLiked) this.#ids.add(id);
    else this.#ids.delete(id);
    writeRecord(record, [...this.#ids], maxLikes);
    this.#reading.change(id, (comment) => ({
      ...comment,
      likes: Math.max(0, comment.likes + (isLiked ? 1 : -1)),
    }));
  }
}
