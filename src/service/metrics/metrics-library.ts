import type { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { loadOptional } from '../load-optional.ts';

/** What the metrics take from `prom-client`, which only services with metrics have installed. */
export interface MetricsLibrary {
  readonly collectDefaultMetrics: typeof collectDefaultMetrics;
  readonly Counter: typeof Counter;
  readonly Gauge: typeof Gauge;
  readonly Histogram: typeof Histogram;
  readonly Registry: typeof Registry;
}

const importLibrary = async (): Promise<MetricsLibrary> => import('prom-client');

/**
 * Loads `prom-client`; tests give another `load`.
 * @throws {ConfigurationError} `LIBRARY_MISSING` where it is not installed.
 */
export const loadMetricsLibrary = (
  load: () => Promise<MetricsLibrary> = importLibrary,
): Promise<MetricsLibrary> =>
  loadOptional(
    load,
    'Metrics need the package prom-client; add it with "npm install prom-client", or leave out the setting metricsPort (--metrics-port or READER_COMMENTS_METRICS_PORT).',
  );
