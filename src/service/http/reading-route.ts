import type { Reading } from '../reading/reading.ts';
import type { ServiceContext } from './service-context.ts';

/** Makes a route that answers everybody the same. */
export type ReadingRoute = (options: {
  readonly reading: Reading;
}) => (context: ServiceContext) => Promise<Response>;
