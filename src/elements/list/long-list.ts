import { render, type TemplateResult } from 'lit';

import type { PublishedComment } from '../../protocol/types.ts';
import type { ListModel } from './list-model.ts';

interface KeptComment {
  /** What holds its node together with what it was drawn from. */
  readonly place: DocumentFragment;
  comment?: PublishedComment;
  state?: string;
  node?: Element | null | undefined;
}

/** How many threads are taken away at a time. */
const pieceSize = 25;

/** What a list needs that may grow to thousands of comments: fetched with the first that are added to it. */
export class LongList {
  /** How many threads are drawn. */
  shown: number = Infinity;
  readonly #model: ListModel;
  readonly #kept = new Map<string, KeptComment>();

  constructor(model: ListModel) {
    this.#model = model;
  }

  /** Keeps the nodes of comments that are to be drawn. Those that stand already are not: a node must not change under the reader's hand. */
  add(comments: readonly PublishedComment[]): void {
    for (const { id, replies } of comments) {
      this.#kept.set(id, { place: document.createDocumentFragment() });
      this.add(replies?.items ?? []);
    }
  }

  /**
   * A comment's node as it stands, drawn anew only where something has changed; a like makes the comment another one.
   * To draw thousands of them with every like and every twenty more holds up the page for half a second.
   */
  draw(comment: PublishedComment, language: string, draw: () => TemplateResult): unknown {
    const { id } = comment;
    const { assistant, marked, page, unfolded } = this.#model;
    const kept = this.#kept.get(id);
    if (!kept) return draw();
    const { state: article } = page?.article ?? {};
    const isMarked = marked === id;
    const state = [language, article, isMarked, unfolded.has(id), assistant?.noteOn(id)].join();
    if (kept.comment !== comment || kept.state !== state) {
      render(draw(), kept.place);
      // Of another kind, such as one that is gone; otherwise the old one was changed, wherever it stands.
      const node = kept.place.firstElementChild ?? kept.node;
      Object.assign(kept, { comment, state, node });
    }
    return kept.node;
  }

  /** Has all comments drawn anew the next time. */
  forget(): void {
    for (const kept of this.#kept.values()) delete kept.comment;
  }

  /** Takes away what is drawn, piece by piece from the end: all at once holds up the page for a second. */
  async clear(signal: AbortSignal): Promise<void> {
    const model = this.#model;
    this.shown = model.page?.comments.length ?? 0;
    while (this.shown > pieceSize && !signal.aborted) {
      this.shown -= pieceSize;
      model.redraw();
      // oxlint-disable-next-line no-await-in-loop
      await this.rest();
    }
    this.shown = Infinity;
    if (signal.aborted) model.redraw();
    else this.#kept.clear();
  }

  /** Lets the browser do what has to be done before it goes on. */
  rest(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve));
  }
}
