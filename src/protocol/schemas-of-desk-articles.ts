import * as z from 'zod';
import { normalizeLine } from '../text/normalize-text.ts';
import { type ModerationMode, moderationModes } from './desk.ts';
import type { DeskSection } from './desk-articles.ts';
import { maxSectionCharacters } from './limits.ts';
import type { ArticleState } from './types.ts';

/** Sections that one change of modes names at most. */
export const maxSectionsAtOnce = 200;

const articleStates: readonly ArticleState[] = ['open', 'closed', 'readonly', 'hidden'];

/** Name of a section, by which its articles are one: normalised, never empty. */
export const sectionSchema: z.ZodType<string, string> = z
  .string()
  .transform(normalizeLine)
  .pipe(z.string().min(1).max(maxSectionCharacters));

const mode = z.enum(moderationModes).nullable();

/** ISO 8601 as it is kept: in UTC, with milliseconds. */
const time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  // A zone may push the last hours of the year 9999 into one of five digits.
  .refine((text) => !text.startsWith('+'));

/** Body of `PUT /desk/api/articles/{id}`; what is left out stays. */
export interface ArticleSettingsBody {
  /** As it was seen. */
  readonly version: number;
  /** Null: as if nobody had set it. */
  readonly state?: ArticleState | null | undefined;
  readonly closesAt?: string | null | undefined;
  readonly mode?: ModerationMode | null | undefined;
  readonly section?: string | null | undefined;
}

/** The schema of {@link ArticleSettingsBody}. */
export const articleSettingsSchema: z.ZodType<ArticleSettingsBody> = z.object({
  version: z.int().min(0),
  state: z.enum(articleStates).nullable().optional(),
  closesAt: time.nullable().optional(),
  mode: mode.optional(),
  section: sectionSchema.nullable().optional(),
});

/** Body of `PUT /desk/api/modes`; what is left out stays, and null takes a mode away. */
export interface ModesBody {
  /** As it was seen. */
  readonly version: string;
  readonly site?: ModerationMode | null | undefined;
  readonly sections?: readonly DeskSection[] | undefined;
}

/** The schema of {@link ModesBody}. */
export const modesSchema: z.ZodType<ModesBody> = z.object({
  version: z.string().max(100),
  site: mode.optional(),
  sections: z
    .array(z.object({ name: sectionSchema, mode }))
    .max(maxSectionsAtOnce)
    // Said twice, it is not known what is meant.
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length)
    .optional(),
});

/** What `GET /desk/api/articles` may be asked. */
export interface ArticlesQuery {
  /** Words of the title, or a part of the id; empty for all. */
  readonly query: string;
  readonly after?: string | undefined;
  /** 1–100. */
  readonly limit: number;
}

/** The schema of {@link ArticlesQuery}. */
export const articlesQuerySchema: z.ZodType<ArticlesQuery> = z.object({
  query: z.string().max(512).default(''),
  // Holds the id of an article, which may be long.
  after: z.string().max(3000).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.number().max(100))
    .default(50),
});
