import * as z from 'zod';
import { moderationModes } from './desk.ts';
import type {
  DeskArticleInForce,
  DeskArticlePage,
  DeskArticleSettings,
  DeskModes,
  DeskSection,
} from './desk-articles.ts';
import type { ArticleState } from './types.ts';

const instant = z.iso.datetime();
const state: z.ZodType<ArticleState> = z.enum(['open', 'closed', 'readonly', 'hidden']);
const mode = z.enum(moderationModes);

const inForce: z.ZodType<DeskArticleInForce> = z
  .strictObject({
    state,
    closesAt: instant.nullable(),
    mode,
    modeFrom: z.enum(['article', 'section', 'site', 'setting']),
  })
  .describe('What readers meet now, and who has said so.');

/** Answer of `GET` and `PUT /desk/api/articles/{id}`. */
export const deskArticleSchema: z.ZodType<DeskArticleSettings> = z.strictObject({
  id: z.string(),
  title: z.string().exactOptional(),
  url: z.string().exactOptional(),
  version: z.int().min(0).describe('Sent back with a change; another one is refused.'),
  state: state.nullable().describe('Null while nobody has set it.'),
  closesAt: instant.nullable(),
  mode: mode.nullable().describe('Null where its section or the site decides.'),
  section: z.string().nullable(),
  count: z.int().min(0).describe('Published comments.'),
  inForce,
  autoCloseDays: z.int().min(0).describe('Days after which it closes by itself; 0: never.'),
});

/** Answer of `GET /desk/api/articles`. */
export const deskArticlePageSchema: z.ZodType<DeskArticlePage> = z.strictObject({
  articles: z.array(deskArticleSchema),
  next: z.string().nullable().describe('Value of `after` for what follows; null at the end.'),
});

const section: z.ZodType<DeskSection> = z.strictObject({
  name: z.string(),
  mode: mode.nullable().describe('Null where the site decides.'),
});

/** Answer of `GET` and `PUT /desk/api/modes`. */
export const deskModesSchema: z.ZodType<DeskModes> = z.strictObject({
  version: z.string().describe('Sent back with a change; another one is refused.'),
  site: mode.nullable().describe('Null where the setting decides.'),
  setting: mode.describe('What the service was started with.'),
  sections: z.array(section),
});
