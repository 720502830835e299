import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore } from '../../../src/service/index.ts';
import { articleWord } from '../../../src/service/store/sqlite-words.ts';
import { createRandom, createText, createVocabulary, rareEvery, rareWord } from './seed-texts.ts';

/** When the first comment came; one comes a second. */
export const startMs: number = Date.parse('2026-10-01T00:00:00Z');
const commentsAnArticle = 1000;
const authors = 20_000;

/** Id of a comment, counted from the first. */
export const commentIdAt = (index: number): string => {
  const time = (startMs + index * 1000).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${index.toString(16).padStart(12, '0')}`;
};

const columns = [
  ...['id', 'article', 'status', 'name', 'address', 'email', 'content'],
  ...['raw_name', 'raw_address', 'raw_email', 'raw_content', 'signals', 'created_at'],
  ...['decided_at', 'published_at', 'network', 'listed', 'held', 'open_reports', 'author'],
];

const signal = (code: string): string =>
  JSON.stringify([{ code, severity: 'hold', field: 'content', offsets: [[0, 4]] }]);
const [link, rare] = [signal('link'), signal('legacy-font')];

/** What became of those decided on: most were published. */
const statusOf = (random: number): string => {
  if (random < 0.05) return 'rejected';
  if (random < 0.08) return 'spam';
  return random < 0.09 ? 'removed' : 'published';
};

/** Who wrote most. */
export const frequentAuthor = 'author-0';
/** The article of the comment that so many came before. */
export const articleAt = (index: number): string => `bai-${Math.floor(index / commentsAnArticle)}`;

/** Fills a new database with comments, the last `pending` of them pending, straight by SQL in one transaction. */
export async function seedDesk(file: string, comments: number, pending: number): Promise<void> {
  await (await createSqliteStore({ file })).close();
  const database = new DatabaseSync(file);
  // In memory as far as it goes, and written once: nothing is kept but the whole.
  database.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000');
  database.exec('begin');
  const insertArticle = database.prepare(
    `insert into articles (id, published_count, created_at) values (?, 0, '2026-10-01T00:00:00.000Z')`,
  );
  const insertComment = database.prepare(
    `insert into comments (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const insertRow = database.prepare('insert into search_rows (number, comment) values (?, ?)');
  const insertWords = database.prepare(
    'insert into comment_words (rowid, exact, folded, article) values (?, ?, ?, ?)',
  );
  const random = createRandom(42);
  const vocabulary = createVocabulary(random);
  for (let index = 0; index < comments; index += 1) {
    const article = articleAt(index);
    if (index % commentsAnArticle === 0) insertArticle.run(article);
    const ms = startMs + index * 1000;
    const [id, time] = [commentIdAt(index), new Date(ms).toISOString()];
    const status = index < comments - pending ? statusOf(random()) : 'pending';
    const isPublished = status === 'published';
    const decidedAt = status === 'pending' ? null : time;
    const isHeld = random() < 0.2;
    const signals = index % 10_000 === 17 ? rare : link;
    const author = random() < 0.005 ? 0 : Math.floor(authors * random());
    const made = createText(vocabulary, random, index);
    const tail = index % rareEvery === 7 ? rareWord : { text: '', exact: '', folded: '' };
    const text = `${made.text} ${tail.text}`.trim();
    const texts = ['Bình', 'TP.HCM', `ban-doc-${author}@example.vn`, text];
    insertComment.run(
      ...[id, article, status],
      ...texts,
      ...texts.map((one) => JSON.stringify(one)),
      ...[isHeld ? signals : '[]', time, decidedAt, isPublished ? time : null],
      ...[`203.0.${index % 200}.0/24`, Number(isPublished), Number(isHeld)],
      ...[isPublished && random() < 0.02 ? 1 + Math.floor(random() * 5) : 0, `author-${author}`],
    );
    insertRow.run(index + 1, id);
    const exact = `binh\u0300 \u00B6 ${made.exact} ${tail.exact} \u00B6`;
    const folded = `binh \u00B6 ${made.folded} ${tail.folded} \u00B6`;
    insertWords.run(index + 1, exact, folded, articleWord(article));
  }
  database.exec('commit');
  database.close();
}
