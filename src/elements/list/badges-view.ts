import { html, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { PublishedComment } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';

const badges = ['staff', 'pinned', 'pick', 'edited'] as const;

/** What the newsroom has done with a comment, a word or two for each. */
export const badgesView = (
  comment: PublishedComment,
  localize: Localize<ListMessageKey>,
): TemplateResult[] =>
  badges
    .filter((badge) => comment[badge])
    .map((badge) => html`<span part="badge ${badge}-badge">${localize(`item.${badge}`)}</span>`);
