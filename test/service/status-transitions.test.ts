import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAllowedTransition, refusedStatus } from '../../src/service/rules/status-transitions.ts';
import { statusTransitions } from '../../src/service/index.ts';

describe('the transition table (M-1)', () => {
  it('is what the newsroom agreed on', () => {
    assert.deepEqual(statusTransitions, {
      pending: ['published', 'rejected', 'spam', 'erased'],
      published: ['removed', 'erased'],
      rejected: ['pending', 'published', 'erased'],
      spam: ['pending', 'published', 'erased'],
      removed: ['published', 'erased'],
      erased: [],
    });
  });

  it('calls a refused comment removed only if the public had seen it', () => {
    assert.equal(refusedStatus('published'), 'removed');
    assert.equal(refusedStatus('pending'), 'rejected');
    assert.ok(isAllowedTransition('published', refusedStatus('published')));
  });
});
