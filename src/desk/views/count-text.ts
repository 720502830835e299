import type { Localize } from '../../elements/localize.ts';
import type { DeskMessageKey } from '../../messages/desk.vi.ts';
import { maxQueueCount } from '../../protocol/desk.ts';

/** How many stand in a queue, as it is shown: where counting has ended, "10.000+". */
export function countText(n: number, localize: Localize<DeskMessageKey>): string {
  const text = localize('queue.many', { n });
  return n >= maxQueueCount ? text : text.replace(/\+$/, '');
}
