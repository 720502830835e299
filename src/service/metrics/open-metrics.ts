import type { AnsweredRequest } from '../http/answered-request.ts';
import type { SignalCode } from '../rules/signal.ts';
import type { DeskReading } from '../store/desk-reading.ts';
import { loadMetricsLibrary } from './metrics-library.ts';
import type { PoolCounts, PoolName, ServiceMeter } from './service-meter.ts';

/** The metrics of one process. */
export interface Metrics {
  readonly meter: ServiceMeter;
  readonly onAnswer: (answered: AnsweredRequest) => void;
  /** All of them in the text format of Prometheus. Those of a database that does not answer are left out. */
  readonly read: () => Promise<{ readonly text: string; readonly contentType: string }>;
}

/** In seconds: from what comes out of memory to what a reader gives up on. */
const latencyBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How long a scrape waits for the database, in milliseconds; scrapers wait ten seconds. */
const queueTimeoutMs = 2000;

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

/** A site may make as many codes of its own as it likes. */
const kindOf = (code: SignalCode): string => (code.startsWith('site:') ? 'site' : code);

const inTime = async <T>(work: Promise<T>): Promise<T | undefined> => {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), queueTimeoutMs);
  try {
    return await Promise.race([work, late.promise]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Opens metrics that nobody has counted yet. All labels are of few values: no path, no id, no text.
 * @throws {ConfigurationError} `LIBRARY_MISSING`.
 */
export async function openMetrics({
  now = Date.now,
}: { readonly now?: () => number } = {}): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await loadMetricsLibrary();
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'reader_comments_http_requests_total',
    help: 'Requests answered, by the pattern of the route.',
    labelNames: ['route', 'method', 'status'] as const,
    registers,
  });
  const latency = new Histogram({
    name: 'reader_comments_http_request_seconds',
    help: 'How long answers took to begin.',
    labelNames: ['route', 'method'] as const,
    buckets: latencyBuckets,
    registers,
  });
  const challenges = new Counter({
    name: 'reader_comments_challenges_total',
    help: 'Security codes given, and what was found of those that came back.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const signals = new Counter({
    name: 'reader_comments_signals_total',
    help: 'Signals found in comments that were taken.',
    labelNames: ['kind'] as const,
    registers,
  });
  const waiting = new Gauge({
    name: 'reader_comments_waiting',
    help: 'Comments that wait for the newsroom; counting ends at 10000 for each queue.',
    labelNames: ['queue'] as const,
    registers,
  });
  const oldest = new Gauge({
    name: 'reader_comments_oldest_waiting_seconds',
    help: 'Age of the comment that has waited longest; 0 where none waits.',
    labelNames: ['queue'] as const,
    registers,
  });
  const connections = new Gauge({
    name: 'reader_comments_database_connections',
    help: 'Connections to PostgreSQL; waiting: requests that wait for one.',
    labelNames: ['pool', 'state'] as const,
    registers,
  });
  const pools = new Map<PoolName, PoolCounts>();
  let queues: Pick<DeskReading, 'measureWaiting'> | undefined;

  const readQueues = async (): Promise<void> => {
    waiting.reset();
    oldest.reset();
    const measured = queues && (await inTime(queues.measureWaiting()));
    for (const { queue, count, oldestMs } of measured ?? []) {
      waiting.set({ queue }, count);
      oldest.set({ queue }, oldestMs === undefined ? 0 : Math.max(0, now() - oldestMs) / 1000);
    }
  };

  const readPools = (): void => {
    for (const [pool, { totalCount, idleCount, waitingCount }] of pools) {
      connections.set({ pool, state: 'total' }, totalCount);
      connections.set({ pool, state: 'idle' }, idleCount);
      connections.set({ pool, state: 'waiting' }, waitingCount);
    }
  };

  return {
    meter: {
      countChallenge: (outcome) => challenges.inc({ outcome }),
      countSignals(found) {
        for (const { code } of found) signals.inc({ kind: kindOf(code) });
      },
      watchPool: (name, pool) => void pools.set(name, pool),
      watchQueues: (store) => void (queues = store),
    },
    onAnswer({ route: pattern, method: given, status, ms }) {
      const route = pattern === '' ? 'none' : pattern;
      const method = methods.has(given) ? given : 'other';
      requests.inc({ route, method, status: `${Math.floor(status / 100)}xx` });
      latency.observe({ route, method }, ms / 1000);
    },
    async read() {
      await readQueues();
      readPools();
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
