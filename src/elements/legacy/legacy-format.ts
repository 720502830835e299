import type { CommentDraft } from '../../protocol/types.ts';
import { jsonFormat, type PostFormat, readReply, refuse, type Reply } from '../client.ts';
import { type AnswerMeaning, type AnswerRules, findMeaning } from './answer-rules.ts';
import { encodeAsForm, type ExtraFields, type WireNames } from './form-encoding.ts';

/** How a site's own backend is spoken to (N-3). */
export interface LegacyOptions {
  readonly encoding?: 'json' | 'form' | undefined;
  readonly fieldNames?: WireNames | null | undefined;
  readonly extraFields?: ExtraFields | null | undefined;
  readonly answerRules?: AnswerRules | null | undefined;
}

const toReply = (meaning: AnswerMeaning): Reply => {
  if (meaning === 'pending' || meaning === 'published') {
    return { ok: true, body: { id: '', status: meaning, receipt: '' } };
  }
  if (typeof meaning === 'string') return refuse(meaning);
  return { ok: false, refusal: { code: 'invalid-fields', errors: [meaning] } };
};

/**
 * Writes comments and reads answers as a backend older than this contract does. A page's own cookies go along with a
 * form, for the tokens of such backends are worth nothing without them.
 */
export function createLegacyFormat(options: LegacyOptions): PostFormat {
  const { encoding, fieldNames, extraFields, answerRules } = options;
  return {
    encode: (body, key) =>
      encoding === 'form'
        ? {
            body: encodeAsForm(body as CommentDraft, key, fieldNames ?? {}, extraFields ?? {}),
            credentials: 'same-origin',
          }
        : jsonFormat.encode(body, key),
    read(response, text) {
      const meaning = findMeaning({ status: response.status, text }, answerRules ?? []);
      return meaning ? toReply(meaning) : readReply(response, text);
    },
  };
}
