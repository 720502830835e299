import type { CommentDraft } from '../protocol/types.ts';
import type { Signal } from './rules/signal.ts';
import { signalSchema } from './rules/signal-schema.ts';
import { describeError, type ServiceLog } from './service-log.ts';
import type { ReaderTexts } from './store/comment-store.ts';

/** A comment as a site judges it: its texts normalised, by which the places of signals are counted. */
export type JudgedDraft = Pick<CommentDraft, 'article' | 'page' | 'parent'> & ReaderTexts;

/** What a site may know beside the comment. */
export interface SiteSignalContext {
  /** IP address of the sender, as far as it is known. */
  readonly address: string | undefined;
  /** Ends when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** A signal of a site's own. */
export type SiteSignal = Signal & { readonly code: `site:${string}` };

/** Finds signals of a site's own, such as by a service against spam. */
export type FindSiteSignals = (
  draft: JudgedDraft,
  context: SiteSignalContext,
) => readonly SiteSignal[] | Promise<readonly SiteSignal[]>;

/** Asks a site about a comment; never rejects. */
export type AskSite = (
  draft: JudgedDraft,
  address: string | undefined,
) => Promise<readonly Signal[]>;

/** What {@link createAskSite} works with. */
export interface AskSiteOptions {
  readonly finders: readonly FindSiteSignals[];
  /** How long each of them may take. Default 1,000. */
  readonly timeoutMs?: number | undefined;
  readonly log: ServiceLog;
}

/** A site's own signals a comment is kept with at most. */
const maxSignals = 20;

const isSiteSignal = (found: unknown): found is SiteSignal => {
  const { data } = signalSchema.safeParse(found);
  return data?.code.startsWith('site:') === true;
};

/**
 * Asks all finders of a site at the same time, each for so long. One that fails, is late, or finds what is no signal of
 * its own holds nothing up: the comment goes on without it, and a line in the log says so, without a word of the comment.
 */
export function createAskSite({ finders, timeoutMs = 1000, log }: AskSiteOptions): AskSite {
  const ask = async (
    find: FindSiteSignals,
    number: number,
    [draft, address]: Parameters<AskSite>,
  ): Promise<readonly Signal[]> => {
    const giveUp = new AbortController();
    const { promise: late, resolve } = Promise.withResolvers<'late'>();
    const timer = setTimeout(resolve, timeoutMs, 'late');
    try {
      const asked = (async () => find(draft, { address, signal: giveUp.signal }))();
      const found = await Promise.race([asked, late]);
      if (found === 'late') {
        log(`Signals ${number} of the site: no answer within ${timeoutMs} ms`);
        return [];
      }
      const signals = found.filter(isSiteSignal);
      if (signals.length < found.length) log(`Signals ${number} of the site: some are none`);
      return signals.slice(0, maxSignals);
    } catch (error) {
      log(`Signals ${number} of the site failed: ${describeError(error)}`);
      return [];
    } finally {
      clearTimeout(timer);
      giveUp.abort();
    }
  };

  return async (draft, address) => {
    const found = await Promise.all(
      finders.map((find, index) => ask(find, index + 1, [draft, address])),
    );
    return found.flat();
  };
}
