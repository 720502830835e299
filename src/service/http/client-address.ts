import { createNetworkList, readIpAddress } from '../ip-address.ts';
import type { ServiceLog } from '../service-log.ts';

/** Where a proxy of one's own stands; nobody from outside has such an address. */
const ownNetworks = createNetworkList([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1',
  'fc00::/7',
]);

const forwardedFor = (element: string): string =>
  /(?:^|;)\s*for\s*=\s*(?:"([^"]*)"|([^;\s]*))/i.exec(element)?.slice(1).join('') ?? '';

/** Each list of hops the request names, nearest last: of `X-Forwarded-For`, and of `Forwarded` (RFC 7239). */
const hopLists = (headers: Headers): readonly (readonly string[])[] => {
  const listed = headers.get('x-forwarded-for')?.split(',');
  const described = headers.get('forwarded')?.split(',').map(forwardedFor);
  return [listed, described].filter((hops) => hops !== undefined);
};

/**
 * Finds the address a request comes from: the other end of the socket, or where that is a named proxy the hop before
 * it, and so on up to the first that is not named. What stands before that one anybody can write (S36). Where the two
 * headers disagree one of them is not the proxy's, and the proxy's own address counts.
 */
export function createClientAddress(
  trustProxies: readonly string[],
  log: ServiceLog,
): (headers: Headers, peer: string | undefined) => string | undefined {
  const isTrusted = createNetworkList(trustProxies);
  let isTold = false;

  const walk = (peer: string, hops: readonly string[]): string => {
    let client = peer;
    for (const hop of hops.toReversed()) {
      if (!isTrusted(client)) break;
      const next = readIpAddress(hop);
      if (next === undefined) break;
      client = next;
    }
    return client;
  };

  return (headers, peer) => {
    const address = readIpAddress(peer ?? '');
    if (address === undefined) return undefined;
    const lists = hopLists(headers);
    if (lists.length > 0 && !isTold && !isTrusted(address) && ownNetworks(address)) {
      isTold = true;
      log(
        'Requests come through a proxy that trustProxies (--trust-proxy or READER_COMMENTS_TRUST_PROXIES) does not name: all readers behind it count as one.',
      );
    }
    const [first = address, ...others] = new Set(lists.map((hops) => walk(address, hops)));
    return others.length === 0 ? first : address;
  };
}
