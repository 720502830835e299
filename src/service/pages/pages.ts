import type { ServiceContext } from '../http/service-context.ts';
import { describeError } from '../service-log.ts';
import { isDatabaseGone } from '../store/database-gone.ts';
import { openPageWorld, type PageOptions } from './page-world.ts';
import { problemPage } from './problem-page.ts';
import { readFeed, readFragment } from './read-extracts.ts';
import { readPage } from './read-page.ts';
import { readStylesheet } from './read-stylesheet.ts';
import { writePage } from './write-page.ts';

type Answer = (context: ServiceContext) => Promise<Response>;

/** Everything the service says in another form than JSON. */
export interface Pages {
  readonly readPage: Answer;
  readonly writePage: Answer;
  readonly readFragment: Answer;
  readonly readFeed: Answer;
  readonly readStylesheet: Answer;
}

/** In words for readers while the database is gone for a while. */
const orOutage =
  (options: PageOptions, answer: Answer): Answer =>
  async (context) => {
    try {
      return await answer(context);
    } catch (error) {
      if (!isDatabaseGone(error)) throw error;
      options.log(`${context.req.method} failed: ${describeError(error)}`);
      return problemPage('unavailable', openPageWorld(options, context, { article: '' }), false);
    }
  };

/** The pages of a service; a module that is loaded with the first of them, for it brings Lit along. */
export const createPages = (options: PageOptions): Pages => ({
  readPage: orOutage(options, readPage(options)),
  writePage: orOutage(options, writePage(options)),
  readFragment: readFragment(options),
  readFeed: readFeed(options),
  readStylesheet,
});
