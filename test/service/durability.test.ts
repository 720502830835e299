import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runCrashRounds } from '../bench/kill/crash-rounds.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { program } from '../support/service-process.ts';

describe('the service killed under load', () => {
  // test/bench/kill.ts does the same to the built program, for longer.
  it('has every comment it acknowledged, and each once', async (t) => {
    const loads = [300, 800];
    const counts = await runCrashRounds({
      program,
      data: makeTemporaryFolder(t),
      rounds: loads.length,
      connections: 16,
      loadMs: () => loads.pop() ?? 0,
    });
    const { missing, twice, twins, refused, damages } = counts;
    assert.deepEqual(
      { missing, twice, twins, refused, damages },
      { missing: 0, twice: 0, twins: 0, refused: 0, damages: 0 },
    );
    assert.ok(counts.acknowledged > 0);
    assert.ok(counts.sentAgain > 0, 'the kill came under load');
  });
});
