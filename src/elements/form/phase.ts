import type { FieldProblem } from '../../protocol/problem.ts';
import type { FormFieldName } from './control-ids.ts';

/** A field to correct, and what is said about it. */
export interface ShownProblem extends FieldProblem {
  readonly field: FormFieldName;
  readonly text: string;
}

/** Where the form stands; exactly one at a time. */
export type Phase =
  | { readonly kind: 'idle' | 'sending' }
  | { readonly kind: 'refused'; readonly problems: readonly ShownProblem[] }
  | {
      readonly kind: 'failed';
      readonly text: string;
      /** Whether the same comment may be sent again as it is. */
      readonly canRetry: boolean;
    }
  | {
      readonly kind: 'sent';
      readonly status: 'published' | 'pending';
      /** What was sent, shown until the reader goes on. */
      readonly content: string;
    };
