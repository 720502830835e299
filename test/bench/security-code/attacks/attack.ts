import type { Sample } from '../support/sample.ts';

/** Reads the code out of a picture's markup. */
export type Reader = (svg: string) => string;

/** Learns from pictures whose codes are known, as anybody can collect them. */
export type Attack = (samples: readonly Sample[]) => Reader;

/** Of how many fresh pictures the whole code is read. */
export const countSolved = (read: Reader, fresh: readonly Sample[]): number =>
  fresh.filter(({ code, svg }) => read(svg) === code).length;
