import assert from 'node:assert/strict';
import type { DeskDecision } from '../../../src/protocol/desk.ts';
import { decideMany, maxDecidedAtOnce } from '../../../src/service/desk/decide-many.ts';
import { isSelected, resolveSelection } from '../../../src/service/desk/resolve-selection.ts';
import { undoEntries } from '../../../src/service/desk/undo.ts';
import type { CommentStore } from '../../../src/service/index.ts';
import { spread } from '../figures/statistics.ts';

const runs = 9;
const actor = { who: 'Bench', editor: 'bench' };
const queue = 'new';

/** Prints what one decision about as many comments as are taken at once costs: the look before it, itself, and taking it back. */
export async function measureBulk(store: CommentStore): Promise<void> {
  for (const decision of ['publish', 'spam'] satisfies DeskDecision[]) {
    const times: Record<'look' | 'decide' | 'undo', number[]> = { look: [], decide: [], undo: [] };
    const timed = async <T>(step: keyof typeof times, work: () => Promise<T>): Promise<T> => {
      const start = performance.now();
      const answer = await work();
      times[step].push(performance.now() - start);
      return answer;
    };
    for (let run = 0; run < runs; run += 1) {
      const { comments } = await timed('look', () => resolveSelection(store, { queue }));
      assert.equal(comments.length, maxDecidedAtOnce);
      const ids = comments.map(({ id }) => id);
      const { decided, range } = await timed('decide', async () => {
        // As the desk sends them: by name, as far as they are still in the queue.
        await resolveSelection(store, { ids, queue });
        return decideMany(store, ids, isSelected({ ids, queue }), { decision }, actor);
      });
      assert.equal(decided.length, maxDecidedAtOnce);
      const undone = await timed('undo', () => undoEntries(store, range!, actor));
      assert.equal(undone.length, maxDecidedAtOnce);
    }
    for (const [step, all] of Object.entries(times)) {
      const { median, min, max } = spread(all);
      const cells = [all[0]!, median, min, max].map((ms) => ms.toFixed(1));
      console.log(`| ${maxDecidedAtOnce} at once, ${decision}: ${step} | ${cells.join(' | ')} |`);
    }
  }
}
