import type { DeskMessageKey } from '../messages/desk.vi.ts';
import type { DeskDecision } from '../protocol/desk.ts';

/** What the button of each decision says. */
export const decisionKeys: Readonly<Record<DeskDecision, DeskMessageKey>> = {
  publish: 'act.publish',
  reject: 'act.reject',
  spam: 'act.spam',
  remove: 'act.remove',
  restore: 'act.restore',
  keep: 'act.keep',
};
