import type { ServiceContext } from '../http/service-context.ts';
import type { PageOptions } from './page-world.ts';
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

/** The pages of a service; a module that is loaded with the first of them, for it brings Lit along. */
export const createPages = (options: PageOptions): Pages => ({
  readPage: readPage(options),
  writePage: writePage(options),
  readFragment: readFragment(options),
  readFeed: readFeed(options),
  readStylesheet,
});
