import { html, nothing, type TemplateResult } from 'lit';

import { type DeskQueue, deskQueues } from '../../protocol/desk.ts';
import type { Desk } from '../desk.ts';
import { countText } from './count-text.ts';

/** The queues with how many stand in each: a list where there is room, one field where there is not. */
export function queuesView(desk: Desk): TemplateResult {
  const { counts, localize, queue, search } = desk.model;
  const current = search ? undefined : queue;
  const countOf = (one: DeskQueue): string => (counts ? countText(counts[one], localize) : '');
  return html`<nav class="queues" aria-label=${localize('queues.label')}>
    <ul>
      ${deskQueues.map(
        (one) => html`<li>
          <button
            type="button"
            class="queue ${one} ${counts?.[one] ? 'some' : ''}"
            aria-current=${one === current ? 'true' : nothing}
            @click=${() => desk.openQueue(one)}
          >
            <span>${localize(`queue.${one}`)}</span>
            <span class="count">${countOf(one)}</span>
          </button>
        </li>`,
      )}
    </ul>
    <label class="queue-field"
      ><span class="unseen">${localize('queues.label')}</span
      ><select
        @change=${(event: Event) =>
          desk.openQueue((event.currentTarget as HTMLSelectElement).value as DeskQueue)}
      >
        ${deskQueues.map((one) => {
          const count = countOf(one);
          const name = localize(`queue.${one}`);
          return html`<option value=${one} .selected=${one === queue}>
            ${count ? `${name} (${count})` : name}
          </option>`;
        })}
      </select></label
    >
  </nav>`;
}
