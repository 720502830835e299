import { html, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { CommentSort } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';

/** Every order, as they are offered. */
export const sorts: readonly CommentSort[] = ['newest', 'oldest', 'liked'];

/** The choice of the order. Choosing reloads the list, and the focus stays (3.2.2). */
export const sortView = (
  sort: CommentSort,
  onSort: (event: Event) => void,
  localize: Localize<ListMessageKey>,
): TemplateResult =>
  html`<label part="sort"
    >${localize('sort.label')}
    <select part="sort-select" @change=${onSort}>
      ${sorts.map(
        (one) =>
          html`<option value=${one} ?selected=${one === sort}>${localize(`sort.${one}`)}</option>`,
      )}
    </select></label
  >`;
