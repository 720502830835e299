import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod';
import { refusalCode } from '../../support/desk-fixture.ts';
import { type Newsroom, openNewsroom } from '../../support/newsroom-fixture.ts';

const detailSchema = z.looseObject({
  comment: z.looseObject({
    status: z.string(),
    signals: z.array(z.looseObject({ code: z.string() })),
  }),
  author: z.looseObject({ key: z.string(), standing: z.string() }),
});

type Detail = z.infer<typeof detailSchema>;

const look = async ({ editor }: Newsroom, id: string): Promise<Detail> =>
  detailSchema.parse(await (await editor.get(`/api/comments/${id}`)).json());

const treat = ({ editor }: Newsroom, key: string, body: object): Promise<Response> =>
  editor.send('PUT', `/api/authors/${key}`, body);

/** A comment of an author whom an admin treats in a way: the next one, as it is kept. */
const writeAs = async (newsroom: Newsroom, body: object): Promise<Detail> => {
  const first = await newsroom.write('Ý kiến đầu tiên của tôi.');
  const { author } = await look(newsroom, first);
  assert.equal((await treat(newsroom, author.key, body)).status, 200);
  return look(newsroom, await newsroom.write('Ý kiến thứ hai của tôi.'));
};

const codes = ({ comment }: Detail): readonly string[] => comment.signals.map(({ code }) => code);

describe('how the newsroom treats an author (M-8)', () => {
  it('publishes a trusted one at once, unless a signal holds the comment', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const next = await writeAs(newsroom, { standing: 'trusted' });
    assert.deepEqual([next.comment.status, next.author.standing], ['published', 'trusted']);
    const held = await newsroom.write('Gọi tôi theo số 0912 345 678 nhé.');
    assert.equal((await look(newsroom, held)).comment.status, 'pending');
    const other = await newsroom.write('Tôi là người khác.', { email: 'khac@example.vn' });
    assert.equal((await look(newsroom, other)).comment.status, 'pending');
  });

  for (const [standing, code] of [
    ['premoderated', 'author-reviewed'],
    ['muted', 'author-refused'],
    ['banned', 'author-refused'],
  ] as const) {
    it(`holds the comments of one who is ${standing}, and tells the sender nothing`, async (t) => {
      const newsroom = await openNewsroom(t, 'admin');
      const next = await writeAs(newsroom, { standing });
      assert.deepEqual([next.comment.status, codes(next)], ['pending', [code]]);
      assert.partialDeepStrictEqual(await (await newsroom.editor.get('/api/queues')).json(), {
        counts: { suspect: 1, new: 1 },
      });
    });
  }

  it('ends when its time is over, and when it is taken back', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const until = new Date(Date.now() + 60_000).toISOString();
    const muted = await writeAs(newsroom, { standing: 'muted', until });
    assert.deepEqual(codes(muted), ['author-refused']);
    newsroom.desk.pass(61);
    const later = await look(newsroom, await newsroom.write('Ý kiến thứ ba của tôi.'));
    assert.deepEqual([codes(later), later.author.standing], [[], 'usual']);
    const { key } = later.author;
    assert.equal((await treat(newsroom, key, { standing: 'banned' })).status, 200);
    assert.equal((await treat(newsroom, key, { standing: 'usual' })).status, 200);
    assert.deepEqual(codes(await look(newsroom, await newsroom.write('Ý kiến thứ tư.'))), []);
  });

  it('is an admin’s affair, is on record without the email, and needs an author and sense', async (t) => {
    const newsroom = await openNewsroom(t, 'admin');
    const { author } = await look(newsroom, await newsroom.write('Ý kiến đầu tiên của tôi.'));
    for (const role of ['viewer', 'moderator', 'editor'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one editor after the other
      const browser = await newsroom.desk.atDesk(role);
      const body = { standing: 'banned' };
      // oxlint-disable-next-line no-await-in-loop
      const refused = await browser.send('PUT', `/api/authors/${author.key}`, body);
      // oxlint-disable-next-line no-await-in-loop
      assert.equal(await refusalCode(refused), 'role-refused', role);
    }
    for (const body of [{}, { standing: 'king' }, { standing: 'muted', until: 'tomorrow' }]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      assert.equal(await refusalCode(await treat(newsroom, author.key, body)), 'invalid-fields');
    }
    const nobody = await treat(newsroom, 'x'.repeat(43), { standing: 'banned' });
    assert.equal(await refusalCode(nobody), 'not-found');
    assert.equal((await treat(newsroom, author.key, { standing: 'banned' })).status, 200);
    const rows = await newsroom.desk.db.selectFrom('audit_log').selectAll().execute();
    assert.deepEqual(
      rows.map(({ who, action, note }) => [who, action, note]),
      [['Biên tập admin', 'author', `${author.key} banned`]],
    );
  });
});
