import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchRecords } from '../support/private/search.ts';

const email = 'bi.an@thu-rieng.example';

/** What two processes have kept: one that sent, one that logged. */
const search = (value: string, line: string) =>
  searchRecords([
    { values: [value], log: '' },
    { values: [], log: `2026-11-24T05:00:00Z ready\n${line}\n${line}` },
  ]);

describe('the search of the logs of a whole run (S32)', () => {
  it('finds what another process sent, as it is, in JSON and in an address', () => {
    const text = 'Ý kiến "rất riêng"\ncủa tôi';
    for (const [value, line] of [
      [email, `POST failed: ${email}`],
      [text, JSON.stringify({ level: 'warn', msg: `thrown ${text}!` })],
      [text, `GET /comments?content=${encodeURIComponent(text)} 200`],
      ['204060', '{"answer":"204060"}'],
    ] as const) {
      assert.deepEqual(search(value, line).hits, [{ value, line }], line);
    }
  });

  it('takes no digits within longer ones for a code, and no part of a word for a word', () => {
    for (const [value, line] of [
      ['204060', 'pid 12040605'],
      ['204060', '019ab2c4-204060-7000'],
      ['Hòa An', 'Hòa Anh'],
    ] as const) {
      assert.deepEqual(search(value, line).hits, [], line);
    }
  });

  it('takes halves of characters, which some send, as they are', () => {
    const half = '\uD83D một nửa';
    assert.equal(search(half, `thrown ${half}`).hits.length, 1);
    assert.deepEqual(search(half, 'stopped').hits, []);
  });

  it('counts what it has read, each line and each value once', () => {
    const { processes, lines, values } = search(email, 'stopped');
    assert.deepEqual({ processes, lines, values }, { processes: 2, lines: 2, values: 1 });
  });
});
