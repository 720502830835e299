import type { AuthorStanding } from '../protocol/desk.ts';
import type { DeskModel } from './desk-model.ts';

const dayMs = 86_400_000;

/** How the newsroom treats those who write (M-8). */
export class Authors {
  readonly #model: DeskModel;
  readonly #now: () => number;

  constructor(model: DeskModel, now: () => number) {
    this.#model = model;
    this.#now = now;
  }

  /** Sets how an author is treated; muting ends after some days. */
  async set(key: string, standing: AuthorStanding, days: number): Promise<void> {
    const model = this.#model;
    const isShort = standing === 'muted' && days > 0;
    const until = isShort ? new Date(this.#now() + days * dayMs).toISOString() : undefined;
    const reply = await model.client.setAuthor(key, standing, until);
    if (!reply.ok) return model.refuse(reply.refusal);
    if (model.detail?.author?.key === key) {
      // A time that was set before is over with it.
      const { until: _, ...author } = model.detail.author;
      model.detail = { ...model.detail, author: { ...author, ...reply.body } };
    }
    model.say('act.saved');
    model.redraw();
  }
}
