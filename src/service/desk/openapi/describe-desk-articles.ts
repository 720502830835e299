import type { ZodType } from 'zod';
import {
  deskArticlePageSchema,
  deskArticleSchema,
  deskModesSchema,
} from '../../../protocol/schemas-of-desk-article-answers.ts';
import {
  articleSettingsSchema,
  articlesQuerySchema,
  modesSchema,
} from '../../../protocol/schemas-of-desk-articles.ts';
import type { JsonObject } from '../../http/openapi/json-object.ts';
import { describeDeskOperation } from './describe-desk-operation.ts';

const articleId: JsonObject = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Id of an article, percent-encoded.',
  schema: { type: 'string' },
};

/** The bodies of what is asked about articles and modes. */
export const deskArticleSchemas: Readonly<Record<string, ZodType>> = {
  DeskArticle: deskArticleSchema,
  DeskArticlePage: deskArticlePageSchema,
  DeskArticleChange: articleSettingsSchema,
  DeskModes: deskModesSchema,
  DeskModesChange: modesSchema,
};

/** How comments are taken, by path. */
export const describeDeskArticles = (): Readonly<Record<string, JsonObject>> => ({
  '/desk/api/articles': {
    get: describeDeskOperation({
      id: 'searchArticles',
      summary: 'Articles by words of their titles or a part of their ids, newest first.',
      role: 'viewer',
      query: articlesQuerySchema,
      answer: ['A page of articles.', 'DeskArticlePage'],
    }),
  },
  '/desk/api/articles/{id}': {
    get: describeDeskOperation({
      id: 'findArticle',
      summary: 'How comments of an article are taken, and who has said so.',
      role: 'viewer',
      parameters: [articleId],
      answer: ['The article.', 'DeskArticle'],
      refusals: [404],
    }),
    put: describeDeskOperation({
      id: 'setArticle',
      summary: 'Sets state, closing time, mode and section; what is left out stays.',
      role: 'editor',
      parameters: [articleId],
      body: 'DeskArticleChange',
      answer: ['The article as it is set now.', 'DeskArticle'],
      refusals: [404, 409],
    }),
  },
  '/desk/api/modes': {
    get: describeDeskOperation({
      id: 'listModes',
      summary:
        'How comments are taken where an article says nothing: of the site and its sections.',
      role: 'viewer',
      answer: ['The modes.', 'DeskModes'],
    }),
    put: describeDeskOperation({
      id: 'setModes',
      summary: 'Sets the modes of the site and of sections; null takes one away.',
      role: 'admin',
      body: 'DeskModesChange',
      answer: ['The modes as they are now.', 'DeskModes'],
      refusals: [409],
    }),
  },
});
