import type { FormMessageKey, FormMessages } from '../../messages/form.vi.ts';
import type { CommentDraft, OfferedKind } from '../../protocol/types.ts';
import type { Localize } from '../localize.ts';
import type { CodeState } from './code-state.ts';

/** The ways there are beside the picture; comes with the files that know them. */
export interface CodeWays {
  /** What the reader uses: codes are asked for as this, also after a refusal. Nothing for what the server gives. */
  readonly kind: OfferedKind | undefined;
  /** The words that came along. */
  readonly messages: Partial<FormMessages>;
  /** What the form shows of the code, where that is not simply the code. */
  readonly shown?: CodeState | undefined;
  /** The same look-up, with other words for how the code is had. Called before each drawing. */
  reword(localize: Localize<FormMessageKey>): Localize<FormMessageKey>;
  /** Stands beside "Mã khác". */
  view(localize: Localize<FormMessageKey>): unknown;
  /** Stands below the code. */
  below(localize: Localize<FormMessageKey>): unknown;
  /** Waits for what has to be done before sending. True when there is nothing to send: the reader has been told why. */
  settle?(): Promise<boolean>;
  /** What is sent: the draft, with what was found. */
  complete(draft: CommentDraft): CommentDraft;
  /** Stops what is being heard or done. */
  stop(): void;
}
