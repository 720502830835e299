import type { ZodType } from 'zod';
import {
  deskWordsSchema,
  deskWordTestSchema,
  wordsSchema,
  wordTestSchema,
} from '../../../protocol/schemas-of-desk-words.ts';
import type { JsonObject } from '../../http/openapi/json-object.ts';
import { describeDeskOperation } from './describe-desk-operation.ts';

/** The bodies of what is asked about words. */
export const deskWordSchemas: Readonly<Record<string, ZodType>> = {
  DeskWords: deskWordsSchema,
  DeskWordsChange: wordsSchema,
  DeskWordTest: deskWordTestSchema,
  DeskWordTestRequest: wordTestSchema,
};

/** The newsroom's words, by path. */
export const describeDeskWords = (): Readonly<Record<string, JsonObject>> => ({
  '/desk/api/words': {
    get: describeDeskOperation({
      id: 'listWords',
      summary: 'The words of the newsroom, and how far published comments were looked through.',
      role: 'moderator',
      answer: ['The words.', 'DeskWords'],
    }),
    post: describeDeskOperation({
      id: 'changeWords',
      summary:
        'Puts entries into lists and takes others out; published comments with words that are ' +
        'banned now are reported.',
      role: 'admin',
      body: 'DeskWordsChange',
      answer: ['The words as they are now.', 'DeskWords'],
      refusals: [409],
    }),
  },
  '/desk/api/words/test': {
    post: describeDeskOperation({
      id: 'testWords',
      summary: 'What the lists find in a text, with a change that is not saved.',
      role: 'moderator',
      body: 'DeskWordTestRequest',
      answer: ['What was found.', 'DeskWordTest'],
    }),
  },
});
