import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { createMemorySpentStore, createSecurityCode } from 'reader-comments/captcha';
import {
  createCommentDraftSchema,
  defaultFieldLimits,
  problemStatus,
  toFieldProblems,
} from 'reader-comments/protocol';

/** Articles that take comments; a site asks its own database. */
const articles = new Set(['ben-do']);

export const page = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Bến đò</title>
    <script type="module" src="/reader-comments.js"></script>
  </head>
  <body>
    <main>
      <h1>Bến đò</h1>
      <reader-comment-form endpoint="/comments" article="ben-do"></reader-comment-form>
    </main>
  </body>
</html>
`;

const problem = (code, details) => {
  const status = problemStatus[code];
  return { status, body: { type: 'about:blank', title: code, status, code, ...details } };
};

const pending = (id) => ({ status: 202, body: { id, status: 'pending', receipt: id } });

/**
 * The comments of a site with its own backend. Each function gives a status and a JSON body, and knows no framework.
 * @param {{secret: string, file: string}} options The codes' secret, at least 32 bytes, and the file of the comments.
 */
export function createComments({ secret, file }) {
  // One process; several need a shared store, such as a table with one atomic insert.
  const code = createSecurityCode({ secret, spent: createMemorySpentStore() });
  const schema = createCommentDraftSchema(defaultFieldLimits);
  const database = new DatabaseSync(file);
  database.exec(`create table if not exists comments (
    id text primary key, request_id text unique, article text not null, name text not null,
    address text not null, email text not null, content text not null, status text not null default 'pending')`);
  const find = database.prepare('select id from comments where request_id = ?');
  const insert = database.prepare(
    'insert into comments (id, request_id, article, name, address, email, content) values (?, ?, ?, ?, ?, ?, ?)',
  );

  return {
    /** `POST /comments/challenge` */
    async challenge(body) {
      const { article, kind = 'picture', lang } = body ?? {};
      if (!articles.has(article)) return problem('article-refused');
      if (!code.kinds.includes(kind)) return problem('challenge-kind-refused');
      // By `kinds` the form knows that it may offer "Nghe mã".
      const challenge = await code.issue({ article, kind, lang });
      return { status: 200, body: { challenge, kinds: code.kinds } };
    },

    /** `POST /comments`; `key` is the header `Idempotency-Key`, which the form makes for each comment. */
    async take(body, key = null) {
      const parsed = schema.safeParse(body);
      if (!parsed.success) {
        return problem('invalid-fields', { errors: toFieldProblems(parsed.error) });
      }
      const { article, name, address = '', email, content, challenge } = parsed.data;
      if (!articles.has(article)) return problem('article-refused');
      // One that is sent again after a lost answer is not stored twice.
      const known = key === null ? undefined : find.get(key);
      if (known) return pending(known.id);
      const { token = '', answer = '' } = challenge ?? {};
      const { kind, form } = await code.check({ token, answer, article });
      if (kind !== 'passed') {
        // The code is used up; the next one comes along.
        return problem(`challenge-${kind}`, { challenge: await code.issue({ article, ...form }) });
      }
      const id = randomUUID();
      insert.run(id, key, article, name, address, email, content);
      return pending(id);
    },
  };
}
