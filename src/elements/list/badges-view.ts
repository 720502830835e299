import { html, type TemplateResult } from 'lit';

import type { ListMessageKey } from '../../messages/list.vi.ts';
import type { PublishedComment } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';

const badges = ['staff', 'pinned', 'pick', 'edited', 'verified'] as const;

/** What the newsroom has done with a comment and what the site says of its reader, a word or two for each. */
export const badgesView = (
  comment: PublishedComment,
  localize: Localize<ListMessageKey>,
): TemplateResult[] =>
  badges
    .filter((badge) => comment[badge])
    .map(
      (badge) =>
        html`<span part="badge ${badge}-badge"
          >${badge === 'verified' ? comment.verified : localize(`item.${badge}`)}</span
        >`,
    );
