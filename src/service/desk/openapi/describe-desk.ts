import type { DescribedPart } from '../../http/openapi/described-part.ts';
import type { JsonObject } from '../../http/openapi/json-object.ts';
import { deskAccountSchemas, describeDeskAccount } from './describe-desk-account.ts';
import { deskArticleSchemas, describeDeskArticles } from './describe-desk-articles.ts';
import { deskCommentSchemas, describeDeskComments } from './describe-desk-comments.ts';
import { deskSecuritySchemes } from './describe-desk-operation.ts';
import { describeDeskStats, deskStatsSchemas } from './describe-desk-stats.ts';
import { describeDeskWords, deskWordSchemas } from './describe-desk-words.ts';
import { describeDeskRefusals } from './describe-desk-refusals.ts';

const deskPage: JsonObject = {
  get: {
    operationId: 'readDesk',
    summary: 'The page of the desk.',
    tags: ['desk'],
    responses: {
      200: { description: 'HTML.', content: { 'text/html': { schema: { type: 'string' } } } },
    },
  },
};

/** The newsroom's desk in the description of the service. */
export const describeDesk = (): DescribedPart => ({
  paths: {
    '/desk': deskPage,
    ...describeDeskAccount(),
    ...describeDeskComments(),
    ...describeDeskArticles(),
    ...describeDeskStats(),
    ...describeDeskWords(),
  },
  schemas: {
    ...deskAccountSchemas,
    ...deskCommentSchemas,
    ...deskArticleSchemas,
    ...deskStatsSchemas,
    ...deskWordSchemas,
  },
  responses: describeDeskRefusals(),
  securitySchemes: deskSecuritySchemes,
});
