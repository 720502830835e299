import type { CommentDraft } from '../../protocol/types.ts';
import { isIdempotencyKey } from '../http/idempotency-key.ts';
import { isCommentId } from './page-query.ts';

/** What a reader typed into the page's form, as it came. */
export interface TypedForm {
  readonly article: string;
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly content: string;
  /** Id of the comment that is answered. */
  readonly parent?: string | undefined;
  /** By which two posts of the same form are known as one. */
  readonly key: string;
  readonly challenge?: CommentDraft['challenge'];
  /** What stands in the field that no reader sees. */
  readonly trap?: string | undefined;
  readonly consents?:
    | {
        readonly notice: { readonly version: string; readonly hash: string };
        readonly purposes: readonly string[];
      }
    | undefined;
  /** The reader wants no comment sent, but another code of this kind. */
  readonly codeKind?: string | undefined;
  /** Of the code it came with; the next one is of the same. */
  readonly lastKind?: string | undefined;
  readonly lang?: string | undefined;
}

/** An untouched form. */
export const emptyForm = (article: string, key: string, parent?: string): TypedForm => ({
  article,
  parent,
  key,
  name: '',
  address: '',
  email: '',
  content: '',
});

/** Reads a form's body; `newKey` makes a key where none came that can be taken. */
export function readTypedForm(body: string, newKey: () => string): TypedForm {
  const values = new URLSearchParams(body);
  const text = (name: string): string => values.get(name) ?? '';
  const parent = text('parent');
  const token = text('challenge.token');
  const hash = text('notice.hash');
  const lastKind = values.get('challenge.kind') ?? undefined;
  const key = text('key');
  return {
    article: text('article'),
    name: text('name'),
    address: text('address'),
    email: text('email'),
    content: text('content'),
    parent: isCommentId(parent) ? parent : undefined,
    key: isIdempotencyKey(key) ? key : newKey(),
    ...(lastKind === 'none' && { challenge: { kind: lastKind } }),
    ...(token && { challenge: { token, answer: text('challenge.answer') } }),
    ...(hash && {
      consents: {
        notice: { version: text('notice.version'), hash },
        purposes: values.getAll('consents'),
      },
    }),
    trap: text('trap'),
    codeKind: values.get('code-kind') ?? undefined,
    lastKind,
    lang: values.get('lang') ?? undefined,
  };
}

/** The comment as a body of `POST /` would have it. */
export function toDraft(typed: TypedForm): object {
  const { codeKind: _kind, lastKind: _last, lang: _lang, key: _key, ...draft } = typed;
  return draft;
}
