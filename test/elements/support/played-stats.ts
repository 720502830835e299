import type { DeskStats, DeskTally } from '../../../src/protocol/desk-stats.ts';

type Answer = readonly [status: number, json?: unknown];

const tally = (received: number, changes: Partial<DeskTally> = {}): DeskTally => ({
  received,
  pending: 0,
  published: received,
  rejected: 0,
  spam: 0,
  removed: 0,
  erased: 0,
  edited: 0,
  ...changes,
});

/** Numbers of a week. */
export const playedNumbers: Omit<DeskStats, 'from' | 'to'> = {
  total: tally(12_345, {
    pending: 45,
    published: 11_000,
    rejected: 900,
    spam: 390,
    removed: 8,
    erased: 2,
    edited: 550,
    waits: { count: 12_300, median: 540, ninetieth: 7200 },
  }),
  reasons: [
    { reason: 'offtopic', count: 600 },
    { reason: 'no-accents', count: 290 },
    { reason: null, count: 10 },
  ],
  editors: [
    {
      id: 'e1',
      name: 'Lê Thị Hoa',
      published: 7000,
      rejected: 500,
      spam: 300,
      removed: 5,
      restored: 1,
      undone: 12,
      edited: 400,
      replied: 9,
      waits: { count: 7500, median: 480, ninetieth: 5400 },
    },
    {
      id: 'e2',
      name: '=HYPERLINK("https://evil.example")',
      published: 0,
      rejected: 0,
      spam: 0,
      removed: 0,
      restored: 0,
      undone: 0,
      edited: 1,
      replied: 0,
    },
  ],
  articles: Array.from({ length: 25 }, (_, index) => ({
    article:
      index === 0
        ? {
            id: 'ben-do',
            url: 'https://bao.vn/ben-do.html',
            title: 'Bến đò Vàm Thuận, “nhà” của hơn 200 hộ dân ven sông suốt ba mươi năm',
          }
        : { id: `bai-${index}` },
    ...tally(500 - index, index === 0 ? { waits: { count: 400, median: 30, ninetieth: 90 } } : {}),
  })),
  hasMoreArticles: false,
};

/** The answer, where the path is that of the numbers: the same whenever, and none for a day of 2020. */
export function playStats(path: string, query: URLSearchParams): Answer | undefined {
  if (path !== '/stats') return undefined;
  const period = { from: query.get('from'), to: query.get('to') };
  if (!period.from?.startsWith('20') || period.from.startsWith('2020')) {
    const none = { total: tally(0), reasons: [], editors: [], articles: [] };
    return [200, { ...period, ...playedNumbers, ...none }];
  }
  return [200, { ...period, ...playedNumbers }];
}
