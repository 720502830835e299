import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore } from '../../../src/service/index.ts';

/** Every fifth comment that answers nobody has as many published answers. */
const threadsPerAnswered = 5;
const answersEach = 3;
const rowsPerGroup = threadsPerAnswered + answersEach;

const startMs = Date.parse('2026-10-01T00:00:00Z');

const sentence =
  'Bài viết rất hay, cảm ơn Tòa soạn đã phản ánh đúng nỗi lòng của người dân quê tôi. ';

/** Lengths as readers write: most a sentence or two, some a page. */
const contentOf = (index: number): string => sentence.repeat([1, 2, 1, 4, 1, 2, 8, 3][index % 8]!);

const idOf = (ms: number, index: number): string => {
  const time = ms.toString(16).padStart(12, '0');
  const tail = index.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
};

const insertSql = `insert into comments
  (id, article, parent, status, name, address, email, content, raw_name, raw_address, raw_email, raw_content, signals,
   created_at, decided_at, published_at, notice, consents, network, pinned, pick, staff, edited, likes,
   published_replies, listed)
  values (?, ?, ?, 'published', ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, null, null, '203.0.113.0/24', 0, 0, 0, 0, ?, ?, 1)`;

/** Sizes of the articles of a database: one large, the others as papers have them. */
const sizesOf = (comments: number): number[] => {
  const large = comments > 100_000 ? 100_000 : comments;
  const others = Math.ceil((comments - large) / 1000);
  return [large, ...Array.from({ length: others }, () => 1000)];
};

/** The article that is asked for: the large one. */
export const largeArticle = 'bai-0';

/**
 * Fills a new database with published comments, straight by SQL in one transaction: threads, answers and likes in the
 * same mixture at every size, so that pages of all databases weigh alike.
 */
export async function seedComments(file: string, comments: number): Promise<void> {
  await (await createSqliteStore({ file })).close();
  const database = new DatabaseSync(file);
  database.exec('pragma synchronous = off');
  database.exec('begin');
  const insertArticle = database.prepare(
    `insert into articles (id, published_count, created_at, state, revision)
     values (?, ?, '2026-10-01T00:00:00.000Z', 'open', 1)`,
  );
  const insertComment = database.prepare(insertSql);
  let index = 0;
  for (const [number, size] of sizesOf(comments).entries()) {
    const article = `bai-${number}`;
    insertArticle.run(article, size);
    let answered: string | null = null;
    for (let row = 0; row < size; row += 1, index += 1) {
      const ms = startMs + index * 1000;
      const id = idOf(ms, index);
      const group = row % rowsPerGroup;
      // The first of a group is answered by the last ones of it, where these are not cut off.
      const isAnswered = group === 0 && row + rowsPerGroup <= size;
      if (group === 0) answered = isAnswered ? id : null;
      const isAnswer = group >= threadsPerAnswered && answered !== null;
      const thread = Math.floor(row / rowsPerGroup) * threadsPerAnswered + group;
      const texts = [
        'Nguyễn Thị Bình',
        'Phường Bến Thành, TP.HCM',
        `ban-doc-${index}@example.vn`,
        contentOf(row),
      ];
      const time = new Date(ms).toISOString();
      insertComment.run(
        ...[id, article, isAnswer ? answered : null],
        ...texts,
        ...texts.map((text) => JSON.stringify(text)),
        ...[time, time, time],
        // No two neighbours alike, and many with the same number in a large article.
        ...[isAnswer ? 0 : thread % 101, isAnswered ? answersEach : 0],
      );
    }
  }
  database.exec('commit');
  database.close();
}
