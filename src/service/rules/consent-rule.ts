import type { CommentDraft, Consents, PrivacyNotice } from '../../protocol/types.ts';

/** What a draft says of consent, judged by the notices in force. */
export type ConsentFinding =
  /** `notice`: the one the reader was shown; nothing where there is none to prove. */
  | {
      readonly kind: 'given';
      readonly notice?: PrivacyNotice;
      readonly purposes: Consents['purposes'];
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outdated' };

/** Whether a comment may be taken by what its reader agreed to (L-3 to L-5). */
export function judgeConsents(
  { consents }: CommentDraft,
  notices: readonly PrivacyNotice[],
): ConsentFinding {
  const notice = notices.find(({ hash }) => hash === consents?.notice.hash);
  const isAsked = notices.some((one) => one.consents.length > 0);
  if (!isAsked) return { kind: 'given', ...(notice && { notice }), purposes: [] };
  if (!consents) return { kind: 'missing' };
  if (!notice) return { kind: 'outdated' };
  const ticked = notice.consents.filter(({ purpose }) => consents.purposes.includes(purpose));
  const isMissing = notice.consents.some((one) => one.required && !ticked.includes(one));
  if (isMissing) return { kind: 'missing' };
  return { kind: 'given', notice, purposes: ticked.map(({ purpose }) => purpose) };
}
