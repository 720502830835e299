import type { Secrets } from '../captcha/index.ts';
import { createDayHash } from './day-hash.ts';
import { networkOf, siteBits } from './ip-address.ts';
import type { Settings } from './settings.ts';

/** What is kept with a comment of the address it came from; for the newsroom alone. */
export type KeptNetwork = (address: string | undefined) => string | undefined;

const keyPurpose = 'reader-comments kept networks 1';

/**
 * Decides what is kept of addresses (L-7): nothing, the network (/24, /48), a keyed hash that tells the same sender
 * again within a day (UTC), or all of it.
 * @throws {ConfigurationError} `SECRET_TOO_SHORT` below 32 bytes.
 */
export function createKeptNetwork(options: {
  readonly ipMode: Settings['ipMode'];
  readonly secret: Secrets;
  readonly now: () => number;
}): KeptNetwork {
  const { ipMode, secret, now } = options;
  const hash = createDayHash(secret, keyPurpose);
  return (address) => {
    if (address === undefined || ipMode === 'none') return undefined;
    if (ipMode === 'truncate') return networkOf(address, siteBits);
    return ipMode === 'hmac' ? hash(address, now()) : address;
  };
}
