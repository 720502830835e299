import type { CommentDraft } from '../../protocol/types.ts';

/** What can be sent of a comment, by the names of the contract (design.md §4). */
export type WireName =
  | 'article'
  | 'page.url'
  | 'page.title'
  | 'name'
  | 'address'
  | 'email'
  | 'content'
  | 'parent'
  | 'challenge.token'
  | 'challenge.answer'
  | 'challenge.workKey'
  | 'consents.version'
  | 'consents.hash'
  | 'consents.purposes'
  | 'idempotency-key';

/** What a backend calls the fields; `null` leaves one out. Without an entry a field keeps the contract's name. */
export type WireNames = Readonly<Partial<Record<WireName, string | null>>>;

/** Fields sent beside the reader's, such as `__RequestVerificationToken`: fixed, or made anew each time. */
export type ExtraFields =
  | Readonly<Record<string, string>>
  | (() => Readonly<Record<string, string>>);

/** A comment as the fields of an HTML form. The key goes along only where the backend has a name for it. */
export function encodeAsForm(
  { article, page, name, address = '', email, content, parent, challenge, consents }: CommentDraft,
  key: string | undefined,
  names: WireNames,
  extra: ExtraFields,
): URLSearchParams {
  const solution = challenge && 'token' in challenge ? challenge : undefined;
  const values: Readonly<Record<WireName, string | undefined>> = {
    article,
    'page.url': page?.url,
    'page.title': page?.title,
    name,
    address,
    email,
    content,
    parent,
    'challenge.token': solution?.token,
    'challenge.answer': solution?.answer,
    'challenge.workKey': solution?.workKey,
    'consents.version': consents?.notice.version,
    'consents.hash': consents?.notice.hash,
    'consents.purposes': consents?.purposes.join(','),
    'idempotency-key': names['idempotency-key'] ? key : undefined,
  };
  const fields = new URLSearchParams(typeof extra === 'function' ? extra() : extra);
  for (const [wireName, value] of Object.entries(values)) {
    const fieldName = { [wireName]: wireName, ...names }[wireName];
    if (fieldName && value !== undefined) fields.set(fieldName, value);
  }
  return fields;
}
