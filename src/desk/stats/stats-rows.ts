import type { DeskEditorTally, DeskStats, DeskWaits } from '../../protocol/desk-stats.ts';
import type { Localize } from '../../elements/localize.ts';
import type { DeskMessageKey } from '../../messages/desk.vi.ts';

type Rows = readonly (readonly (string | number)[])[];

/** What is told of an editor, in the order of the columns. */
export const editorColumns: readonly Exclude<keyof DeskEditorTally, 'id' | 'name' | 'waits'>[] = [
  'published',
  'rejected',
  'spam',
  'removed',
  'restored',
  'undone',
  'edited',
  'replied',
];

/** What is told of an article: how its comments stand. */
export const articleColumns: readonly (
  | 'published'
  | 'rejected'
  | 'spam'
  | 'removed'
  | 'pending'
)[] = ['published', 'rejected', 'spam', 'removed', 'pending'];

/** In seconds: what a spreadsheet can reckon with. */
const waitCells = (waits?: DeskWaits): readonly (string | number)[] =>
  waits ? [waits.median, waits.ninetieth] : ['', ''];

const waitHeads = (localize: Localize<DeskMessageKey>): readonly string[] => [
  `${localize('stats.median')} (s)`,
  `${localize('stats.ninetieth')} (s)`,
];

/** A row for each editor below the names of the columns. */
export const editorRows = ({ editors }: DeskStats, localize: Localize<DeskMessageKey>): Rows => [
  [
    localize('stats.editor'),
    ...editorColumns.map((column) => localize(`stats.editor.${column}`)),
    ...waitHeads(localize),
  ],
  ...editors.map((editor) => [
    editor.name,
    ...editorColumns.map((column) => editor[column]),
    ...waitCells(editor.waits),
  ]),
];

/** A row for each article below the names of the columns. */
export const articleRows = ({ articles }: DeskStats, localize: Localize<DeskMessageKey>): Rows => [
  [
    localize('stats.article'),
    localize('stats.id'),
    localize('stats.url'),
    localize('stats.received'),
    ...articleColumns.map((column) => localize(`status.${column}`)),
    localize('status.erased'),
    localize('stats.edited'),
    ...waitHeads(localize),
  ],
  ...articles.map(({ article, ...tally }) => [
    article.title ?? '',
    article.id,
    article.url ?? '',
    tally.received,
    ...articleColumns.map((column) => tally[column]),
    tally.erased,
    tally.edited,
    ...waitCells(tally.waits),
  ]),
];
