import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  calm,
  judgePressure,
  type PressureCounts,
  type PressureDemand,
} from '../../src/service/rules/pressure-rules.ts';

const nothing: PressureCounts = { challengesOfLine: 0, challengesOfSite: 0, wave: 0 };

const cases: readonly (readonly [Partial<PressureCounts>, Partial<PressureDemand>])[] = [
  [{}, {}],
  [{ challengesOfLine: 39, challengesOfSite: 239, wave: 49 }, {}],
  [{ challengesOfLine: 40 }, { difficulty: 2 }],
  [{ challengesOfLine: 80 }, { difficulty: 4, isWorkDemanded: true }],
  [{ challengesOfLine: 160 }, { difficulty: 8, isWorkDemanded: true }],
  [{ challengesOfSite: 240 }, { difficulty: 2 }],
  [{ challengesOfSite: 480 }, { difficulty: 4, isWorkDemanded: true }],
  [{ wave: 50 }, { isWorkDemanded: true }],
  [{ wave: 99.9 }, { isWorkDemanded: true }],
  [{ wave: 100 }, { difficulty: 2, isWorkDemanded: true, holdsNewAuthors: true }],
  [{ wave: 400 }, { difficulty: 4, isWorkDemanded: true, holdsNewAuthors: true }],
  [
    { challengesOfLine: 160, wave: 100 },
    { difficulty: 8, isWorkDemanded: true, holdsNewAuthors: true },
  ],
];

describe('what is asked for under pressure', () => {
  for (const [counts, demand] of cases) {
    it(`is ${JSON.stringify(demand)} at ${JSON.stringify(counts)}`, () => {
      assert.deepEqual(judgePressure({ ...nothing, ...counts }), { ...calm, ...demand });
    });
  }

  it('holds nobody for what their network does', () => {
    const most = { challengesOfLine: Infinity, challengesOfSite: Infinity, wave: 0 };
    assert.equal(judgePressure(most).holdsNewAuthors, false);
  });
});
