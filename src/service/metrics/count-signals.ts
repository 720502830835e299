import type { PostComment } from '../post-comment.ts';
import type { ServiceMeter } from './service-meter.ts';

/** Takes comments the same way, and counts the signals of those that are new. */
export const countSignals =
  (postComment: PostComment, meter: Pick<ServiceMeter, 'countSignals'>): PostComment =>
  async (post) => {
    const outcome = await postComment(post);
    if (outcome.kind === 'accepted' && !outcome.isRepeated) {
      meter.countSignals(outcome.comment.signals);
    }
    return outcome;
  };
