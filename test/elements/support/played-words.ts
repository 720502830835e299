import type {
  DeskWord,
  DeskWordHit,
  DeskWords,
  NewDeskWord,
} from '../../../src/protocol/desk-words.ts';

type Answer = readonly [status: number, json?: unknown];

const added = { addedAt: '2026-11-28T02:00:00.000Z', addedBy: 'Lê Văn Cường' };

/** An entry of the newsroom's words. */
export const deskWord = (text: string, changes: Partial<DeskWord> = {}): DeskWord => ({
  list: 'ban',
  text,
  isEveryday: false,
  ...added,
  ...changes,
});

/** Plays the newsroom's words with their version. */
export class PlayedWords {
  words: DeskWords = {
    version: 7,
    own: { ban: 120, suspect: 500 },
    entries: [
      deskWord('cho vay lãi'),
      deskWord('lon', { isEveryday: true }),
      deskWord('tổ chim', { list: 'suspect' }),
      deskWord('ung thư', { list: 'allow' }),
    ],
    recheck: {
      startedAt: '2026-11-28T02:00:00.000Z',
      endedAt: '2026-11-28T02:01:00.000Z',
      checked: 12_000,
      found: 3,
    },
  };
  /** What a text is found to have. */
  hits: readonly DeskWordHit[] = [];

  /** The answer, where the path is one of these. */
  play(request: string, path: string, body: Record<string, unknown>): Answer | undefined {
    if (path === '/words/test') return [200, { text: body['text'], hits: this.hits }];
    if (path !== '/words') return undefined;
    const { words } = this;
    if (request.startsWith('GET')) return [200, words];
    if (body['version'] !== words.version) {
      return [409, { code: 'version-changed', conflict: { words } }];
    }
    const add = body['add'] as readonly NewDeskWord[];
    const gone = [...(body['remove'] as readonly string[]), ...add.map(({ text }) => text)];
    this.words = {
      ...words,
      version: words.version + 1,
      entries: [
        ...words.entries.filter(({ text }) => !gone.includes(text)),
        ...add.map((one) => ({ ...added, ...one })),
      ],
    };
    return [200, this.words];
  }
}
