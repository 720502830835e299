import { sectionSchema } from '../../protocol/schemas-of-desk-articles.ts';

/** The name of a section as it is kept, normalised; nothing where a text cannot be one. */
export const readSectionName = (text: string): string | undefined =>
  sectionSchema.safeParse(text).data;
