import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { openPostgresPool, type PoolOptions } from '../store/postgres-pool.ts';
import { blockInMemory, type Limiters, limitsTable } from './limiters.ts';

/** Connections of their own, so that counting never waits for posts, nor these for it. */
const maxConnections = 4;

/** Limiters in the PostgreSQL database that all instances share; its table comes with the others. */
export async function openPostgresLimiters(
  address: string,
  { onPool }: Pick<PoolOptions, 'onPool'> = {},
): Promise<Limiters> {
  const pool = await openPostgresPool(address, { max: maxConnections, onPool });
  return {
    open: async (options) =>
      new RateLimiterPostgres({
        ...options,
        storeClient: pool,
        storeType: 'pool',
        tableName: limitsTable,
        tableCreated: true,
        clearExpiredByTimeout: false,
        // A database that is gone for a while opens no gap: this process counts for itself.
        insuranceLimiter: new RateLimiterMemory(options),
        ...blockInMemory(options),
      }),
    dropExpired() {
      // By the library's clock, which is the system's.
      pool.query(`delete from ${limitsTable} where expire < $1`, [Date.now()]).catch(() => {});
    },
    close: () => pool.end(),
  };
}
