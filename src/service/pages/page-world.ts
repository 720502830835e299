import { createFormatTime } from '../../elements/list/format-time.ts';
import type { Settings } from '../settings.ts';
import type { RouteOptions, ServiceContext } from '../http/service-context.ts';
import type { ArticlePage } from '../store/comment-store.ts';
import type { ListWorld } from './comment-context.ts';
import { createPageAddresses } from './page-address.ts';
import { type PageLanguage, pageLanguage } from './page-language.ts';
import { pageWords } from './page-words.ts';
import { stylesheet } from './stylesheet.ts';

/** What the pages work with. */
export interface PageOptions extends Pick<
  RouteOptions,
  | 'log'
  | 'reading'
  | 'challenges'
  | 'limits'
  | 'notices'
  | 'acceptArticle'
  | 'postComment'
  | 'findAuthor'
> {
  readonly settings: Pick<Settings, 'path' | 'allowOrigins' | 'limits' | 'timeZone'>;
  readonly findArticlePage: (article: string) => Promise<ArticlePage | undefined>;
  /** Makes the key by which two posts of one form are known as one. */
  readonly newKey: () => string;
}

/** What one answer is written with. */
export interface PageWorld extends ListWorld {
  readonly language: PageLanguage;
  /** Address of the stylesheet. */
  readonly styles: string;
}

/** The words, addresses and times of an answer; `lang`: as its address names it. */
export function openPageWorld(
  { settings: { path, timeZone } }: Pick<PageOptions, 'settings'>,
  { req }: ServiceContext,
  { article, lang }: { readonly article: string; readonly lang?: string | undefined },
): PageWorld {
  const language = pageLanguage(lang, req.header('accept-language'));
  const localize = pageWords[language];
  return {
    language,
    localize,
    addresses: createPageAddresses(path, article, lang === language ? lang : undefined),
    formatTime: createFormatTime(language, timeZone, localize),
    styles: `${path === '/' ? '' : path}/page.css?v=${stylesheet.version}`,
  };
}
