import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openStore } from '../../src/service/index.ts';
import { loadPostgresLibrary } from '../../src/service/store/postgres-library.ts';
import { findFreePort } from '../support/free-port.ts';
import { createDatabase, postgresUrl } from '../support/postgres-server.ts';

describe('a database at "postgres:"', () => {
  it('says what to install where its driver is missing', async () => {
    const missing = Object.assign(new Error('Cannot find package'), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
    await assert.rejects(
      loadPostgresLibrary(() => Promise.reject(missing)),
      { code: 'LIBRARY_MISSING', message: /npm install pg/ },
    );
  });

  it('that cannot be reached is told in one sentence, without the password', async () => {
    const address = `postgres://comments:a-secret-word@127.0.0.1:${await findFreePort()}/comments`;
    await assert.rejects(openStore(address), (error: Error) => {
      assert.equal(Reflect.get(error, 'code'), 'DATABASE_UNREADABLE');
      assert.match(error.message, /postgres:\/\/comments@127\.0\.0\.1:\d+\/comments .*--database/);
      assert.doesNotMatch(error.message, /a-secret-word|\n/);
      return true;
    });
  });

  const skip = postgresUrl === undefined && 'PostgreSQL is not here (postgresql; DATABASE_URL)';
  it('has to be in UTF-8, or nothing is written into it', { skip }, async (t) => {
    const database = await createDatabase({ encoding: 'SQL_ASCII' });
    t.after(() => database.drop());
    await assert.rejects(openStore(database.url), { message: /SQL_ASCII.*UTF8/ });
    await database.execute(
      'do $$ begin assert (select count(*) from pg_tables where schemaname = current_schema()) = 0; end $$',
    );
  });
});
