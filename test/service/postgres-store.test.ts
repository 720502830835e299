import { after, it } from 'node:test';
import { openStore } from '../../src/service/index.ts';
import { type PostgresDatabase, postgresUrl } from '../support/postgres-server.ts';
import { createMigratedDatabase, emptyDatabase } from '../support/test-database.ts';
import { deskReadingContract } from './desk-reading-contract.ts';
import { modesContract } from './modes-contract.ts';
import { newsroomContract } from './newsroom-contract.ts';
import { publishedContract } from './published-contract.ts';
import { purgeContract } from './purge-contract.ts';
import { readerMarksContract } from './reader-marks-contract.ts';
import { statsContract } from './stats-contract.ts';
import { storeContract, type StoreUnderTest } from './store-contract.ts';
import { wordsContract } from './words-contract.ts';

/** Emptied after each test: a new one for each would take ten times as long. */
let opened: Promise<PostgresDatabase> | undefined;

const createStore = async (now: () => number): Promise<StoreUnderTest> => {
  const database = await (opened ??= createMigratedDatabase());
  const store = await openStore(database.url, { now });
  return {
    store,
    setLikes: (id, likes) =>
      database.execute(`update comments set likes = ${likes} where id = '${id}'`),
    execute: (statement) => database.execute(statement),
    dispose: () => emptyDatabase(database),
  };
};

// Without a server there is nothing to be tested; the file says so.
if (postgresUrl === undefined) {
  it('is skipped: PostgreSQL is not here (postgresql; DATABASE_URL)', { skip: true }, () => {});
} else {
  after(async () => (await opened)?.drop());
  storeContract('PostgreSQL', createStore);
  publishedContract('PostgreSQL', createStore);
  readerMarksContract('PostgreSQL', createStore);
  newsroomContract('PostgreSQL', createStore);
  deskReadingContract('PostgreSQL', createStore);
  modesContract('PostgreSQL', createStore);
  wordsContract('PostgreSQL', createStore);
  statsContract('PostgreSQL', createStore);
  purgeContract('PostgreSQL', createStore);
}
