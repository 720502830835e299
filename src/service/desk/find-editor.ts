import type { DeskEditor } from '../../protocol/desk.ts';
import type { DeskSession, DeskSignIn } from './desk-sign-in.ts';

/** Who a request comes from. */
export type FoundEditor =
  | { readonly kind: 'editor'; readonly editor: DeskEditor; readonly session: DeskSession }
  | { readonly kind: 'refused'; readonly code: 'unauthorized' | 'second-step-missing' };

/** Tells who a request comes from, by its session. */
export type FindEditor = (request: Request) => Promise<FoundEditor>;

/** The guard of all that editors alone may see. A password alone opens nothing. */
export const createFindEditor =
  ({ findSession }: Pick<DeskSignIn, 'findSession'>): FindEditor =>
  async (request) => {
    const session = await findSession(request);
    if (!session) return { kind: 'refused', code: 'unauthorized' };
    if (!session.hasSecondStep) return { kind: 'refused', code: 'second-step-missing' };
    return { kind: 'editor', editor: session.editor, session };
  };
