import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { createSqliteStore } from '../../src/service/index.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { concurrency, run } from '../support/service-process.ts';

const ids = [1, 2].map((made) => `01a20c18-dcba-7000-8000-00000000000${made}`);

describe('reader-comments audit verify (L-12)', { concurrency }, () => {
  it('tells a whole log from one that was changed by hand, and where', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    const verify = ['audit', 'verify', '--database', `sqlite:${file}`];
    const store = await createSqliteStore({ file });
    const texts = { name: 'Ý', address: '', email: 'y@example.vn', content: 'Hay' };
    await store.transaction(async (transaction) => {
      await transaction.saveArticle('bai-1');
      for (const id of ids) {
        // oxlint-disable-next-line no-await-in-loop -- one transaction
        await transaction.insert({
          id,
          article: 'bai-1',
          parent: null,
          texts,
          rawTexts: texts,
          signals: [],
        });
        // oxlint-disable-next-line no-await-in-loop -- one transaction
        await transaction.changeStatus({ id, to: 'published', who: 'Lê Thị Hoa' });
      }
    });
    await store.close();
    const whole = await run(verify);
    assert.equal(whole.exitCode, 0);
    assert.match(whole.out, /^The audit log is whole: 2 entries\.\nHash of the last: [\w-]{43}\n$/);

    const database = new DatabaseSync(file);
    const change = "update audit_log set who = 'Kẻ Khác' where number = 2";
    assert.throws(() => database.exec(change), /append-only/);
    // Whoever has the file can take the guard away, not the chain.
    database.exec('drop trigger audit_log_keeps_update');
    database.exec(change);
    database.close();
    const broken = await run(verify);
    assert.deepEqual([broken.exitCode, broken.out], [1, '']);
    assert.match(broken.err, /The audit log is broken at entry 2\./);
  });

  it('says of an empty log that it is whole', async (t) => {
    const file = join(makeTemporaryFolder(t), 'comments.sqlite');
    const { out } = await run(['audit', 'verify', '--database', `sqlite:${file}`]);
    assert.equal(out, 'The audit log is whole: 0 entries.\n');
  });
});
