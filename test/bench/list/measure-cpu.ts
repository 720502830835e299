import { spread, type Spread } from '../figures/statistics.ts';

/** Something that is asked again and again. */
export interface Asked {
  readonly name: string;
  readonly ask: () => Promise<Response>;
  readonly status: number;
}

const requests = 300;
const runs = 9;

const measureRun = async ({ name, ask, status }: Asked): Promise<number> => {
  const before = process.cpuUsage();
  for (let number = 0; number < requests; number += 1) {
    const response = await ask();
    if (response.status !== status) throw new Error(`${name} was answered ${response.status}`);
    await response.text();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / requests;
};

/**
 * CPU of this process a request, in milliseconds, by name. All are asked in turn, run by run, so that a busy minute of the
 * machine falls on all of them alike; the first two runs warm up and do not count.
 */
export async function measureCpu(all: readonly Asked[]): Promise<ReadonlyMap<string, Spread>> {
  const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (let run = -2; run < runs; run += 1) {
    for (const asked of all) {
      const ms = await measureRun(asked);
      if (run >= 0) times.get(asked.name)?.push(ms);
    }
  }
  return new Map([...times].map(([name, values]) => [name, spread(values)]));
}
