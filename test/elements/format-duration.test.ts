import { expect } from '@open-wc/testing';

import { formatDuration } from '../../src/elements/format-duration.ts';

describe('formatDuration (C-7)', () => {
  for (const [seconds, vietnamese, english] of [
    [1, '1 giây', '1 second'],
    [30, '30 giây', '30 seconds'],
    [59, '59 giây', '59 seconds'],
    [60, '1 phút', '1 minute'],
    [61, '2 phút', '2 minutes'],
    [120, '2 phút', '2 minutes'],
    [3599, '60 phút', '60 minutes'],
    [3600, '1 giờ', '1 hour'],
    [3601, '2 giờ', '2 hours'],
    [0.2, '1 giây', '1 second'],
  ] as const) {
    it(`says ${seconds} s in words, never too short a time`, () => {
      expect(formatDuration('vi', seconds)).to.equal(vietnamese);
      expect(formatDuration('en', seconds)).to.equal(english);
    });
  }
});
