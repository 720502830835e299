import type { Hono } from 'hono';
import type { ServiceEnvironment } from '../http/service-context.ts';

/** The newsroom's desk, as the service around it knows it: so that a service without one loads nothing of it. */
export interface Desk {
  /** Adds what is below `/desk`. */
  addRoutes(routes: Hono<ServiceEnvironment>): void;
  /** Ends what is the desk's own; the database is the store's. */
  close(): void;
}
