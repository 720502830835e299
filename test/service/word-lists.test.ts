import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSettings, ServiceError } from '../../src/service/index.ts';
import { readWordLists } from '../../src/service/read-word-lists.ts';
import type { WordLists } from '../../src/service/rules/words/word-list.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';

const read = (banWords: string[], suspectWords: string[] = []): WordLists =>
  readWordLists({ banWords, suspectWords });

describe('readWordLists (T-15)', () => {
  it('reads the lists that come along, each entry once in its list, with its accents', () => {
    const { ban, suspect } = read(['own'], ['own']);
    for (const list of [ban, suspect]) {
      const texts = list.map(({ text }) => text.normalize('NFC').toLowerCase());
      assert.ok(texts.length >= 100);
      assert.equal(new Set(texts).size, texts.length);
      assert.deepEqual(
        list.map(({ text }) => text),
        texts,
      );
    }
    const banned = new Set(ban.map(({ text }) => text));
    assert.deepEqual(
      suspect.filter(({ text }) => banned.has(text)),
      [],
    );
  });

  it('names licence and provenance at the top of each', () => {
    for (const list of ['ban', 'suspect']) {
      const file = new URL(`../../src/service/rules/words/${list}.txt`, import.meta.url);
      const [top = ''] = readFileSync(file, 'utf8').split('\n\n');
      assert.match(top, /# Licence: MIT\. Provenance: /);
    }
  });

  it('reads the lists of a site, in place of these or beside them', (t) => {
    const file = join(makeTemporaryFolder(t), 'words.txt');
    writeFileSync(file, '\uFEFF# của tòa soạn\r\n\r\n  dở tệ  \r\n=xấu\r\n=\r\n');
    assert.deepEqual(read([file]), {
      ban: [
        { text: 'dở tệ', isEveryday: false },
        { text: 'xấu', isEveryday: true },
        { text: '=', isEveryday: false },
      ],
      suspect: [],
    });
    assert.equal(read(['own', file]).ban.length, read(['own']).ban.length + 3);
  });

  const refused =
    (content: string | Buffer | undefined, setting: 'ban' | 'suspect' = 'ban') =>
    (t: Parameters<typeof makeTemporaryFolder>[0]): string => {
      const file = join(makeTemporaryFolder(t), 'words.txt');
      if (content !== undefined) writeFileSync(file, content);
      try {
        read(setting === 'ban' ? [file] : [], setting === 'suspect' ? [file] : []);
      } catch (error) {
        assert.ok(error instanceof ServiceError);
        assert.equal(error.code, 'WORD_LIST_UNREADABLE');
        return error.message.replace(file, 'FILE');
      }
      return 'read';
    };

  it('names the file and the line of what is no list', (t) => {
    const where = 'FILE (--ban-words or READER_COMMENTS_BAN_WORDS)';
    assert.equal(
      refused(undefined)(t),
      `The list of words ${where} cannot be read; correct the file or leave it out.`,
    );
    assert.match(refused('một\nhai\n'.concat('x'.repeat(201)))(t), /FILE .* at line 3;/);
    assert.match(refused('một\r\n\u0000\r\n')(t), /is not UTF-8 text at line 2;/);
    assert.match(refused(Buffer.from([0x61, 0x0a, 0xe9, 0x0a]))(t), /not UTF-8 text at line 2;/);
    assert.match(
      refused('\u0001', 'suspect')(t),
      /--suspect-words or READER_COMMENTS_SUSPECT_WORDS/,
    );
    assert.equal(refused('')(t), 'read');
  });

  it('are named by settings: own, none, or files', () => {
    assert.deepEqual(readSettings().banWords, ['own']);
    const env = {
      READER_COMMENTS_BAN_WORDS: 'none',
      READER_COMMENTS_SUSPECT_WORDS: 'own, /srv/words.txt',
    };
    const { banWords, suspectWords } = readSettings({}, env);
    assert.deepEqual(
      { banWords, suspectWords },
      { banWords: [], suspectWords: ['own', '/srv/words.txt'] },
    );
    assert.throws(() => readSettings({ banWords: '' }), /banWords .* must be paths of text files/);
  });
});
