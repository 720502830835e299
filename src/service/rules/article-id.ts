import { articleSchema } from '../../protocol/schemas.ts';

/** Whether a text can be the id of an article. */
export const isArticleId = (id: string): boolean => articleSchema.safeParse(id).success;
