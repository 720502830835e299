import {
  type Challenge,
  type PictureChallenge,
  picturePath,
  type SpeechChallenge,
  type WorkChallenge,
} from '../../protocol/types.ts';

/** Where the security code stands; `none` when no code is asked for. */
export type CodeState =
  | { readonly kind: 'none'; readonly challenge?: undefined }
  | { readonly kind: 'waiting' | 'loading' | 'unavailable'; readonly challenge?: undefined }
  | { readonly kind: 'ready'; readonly challenge: PictureChallenge }
  | { readonly kind: 'spoken'; readonly challenge: SpeechChallenge }
  | { readonly kind: 'work'; readonly challenge: WorkChallenge };

/** What a challenge means for the form. Nothing else is drawn, whatever the server sent: the path becomes an attribute. */
export function codeStateOf(challenge: Challenge): CodeState {
  if (challenge.kind === 'none') return { kind: 'none' };
  if (challenge.kind === 'work') return { kind: 'work', challenge };
  if (challenge.kind === 'speech' && challenge.audio) return { kind: 'spoken', challenge };
  const isDrawable = challenge.kind === 'picture' && picturePath.test(challenge.path);
  return isDrawable ? { kind: 'ready', challenge } : { kind: 'unavailable' };
}
