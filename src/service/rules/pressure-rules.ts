/** What has been counted of late. */
export interface PressureCounts {
  /** Codes that one line has asked for in ten minutes; a line is one IPv4 address or one IPv6 /64. */
  readonly challengesOfLine: number;
  /** Codes that its site has asked for in ten minutes; a site is one IPv4 /24 or IPv6 /48. */
  readonly challengesOfSite: number;
  /** Comments that came to the whole service in a minute, with a code that was solved or not, in hundredths of what makes a wave. */
  readonly wave: number;
}

/** What is asked for because of it. */
export interface PressureDemand {
  /** How many times harder work is than usual. */
  readonly difficulty: number;
  /** Whether work has to be done beside a code; a comment that comes without it is held. */
  readonly isWorkDemanded: boolean;
  /** Whether comments are held of authors of whom nothing was published yet. */
  readonly holdsNewAuthors: boolean;
}

/** From which count on something more is asked for. */
export interface PressureRule {
  readonly count: keyof PressureCounts;
  readonly from: number;
  readonly demand: Partial<PressureDemand>;
}

/**
 * What is asked for under pressure, and from when on. A line may be a mobile network with hundreds of readers, so that
 * their machines work a little longer before anything is held; what only a wave over the whole service does is to hold.
 * No rule stops a reader: limits do. Each relaxes by itself as its count falls.
 */
export const pressureRules: readonly PressureRule[] = [
  { count: 'challengesOfLine', from: 40, demand: { difficulty: 2 } },
  { count: 'challengesOfLine', from: 80, demand: { difficulty: 4, isWorkDemanded: true } },
  { count: 'challengesOfLine', from: 160, demand: { difficulty: 8, isWorkDemanded: true } },
  { count: 'challengesOfSite', from: 240, demand: { difficulty: 2 } },
  { count: 'challengesOfSite', from: 480, demand: { difficulty: 4, isWorkDemanded: true } },
  { count: 'wave', from: 50, demand: { isWorkDemanded: true } },
  {
    count: 'wave',
    from: 100,
    demand: { difficulty: 2, isWorkDemanded: true, holdsNewAuthors: true },
  },
  {
    count: 'wave',
    from: 400,
    demand: { difficulty: 4, isWorkDemanded: true, holdsNewAuthors: true },
  },
];

/** What is asked for while nothing is going on. */
export const calm: PressureDemand = {
  difficulty: 1,
  isWorkDemanded: false,
  holdsNewAuthors: false,
};

/** All that any rule asks for; of difficulties the hardest. */
export const judgePressure = (
  counts: PressureCounts,
  rules: readonly PressureRule[] = pressureRules,
): PressureDemand =>
  rules
    .filter(({ count, from }) => counts[count] >= from)
    .reduce<PressureDemand>(
      (all, { demand }) => ({
        difficulty: Math.max(all.difficulty, demand.difficulty ?? 1),
        isWorkDemanded: all.isWorkDemanded || Boolean(demand.isWorkDemanded),
        holdsNewAuthors: all.holdsNewAuthors || Boolean(demand.holdsNewAuthors),
      }),
      calm,
    );
