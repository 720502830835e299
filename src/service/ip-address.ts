import { BlockList, isIP } from 'node:net';

/** An IP address as numbers: four of 8 bits, or eight of 16. */
interface IpAddress {
  readonly family: 'ipv4' | 'ipv6';
  readonly units: readonly number[];
}

/** How many leading bits of an address make the network it belongs to. */
export interface NetworkBits {
  readonly ipv4: number;
  readonly ipv6: number;
}

/** What one reader's connection has: an IPv4 address, or the /64 that every IPv6 line is given whole. */
export const lineBits: NetworkBits = { ipv4: 32, ipv6: 64 };
/** What one customer of a provider may have, and no longer one person (L-7). */
export const siteBits: NetworkBits = { ipv4: 24, ipv6: 48 };

const withoutPort = (text: string): string =>
  (/^\[([^\]]*)\](?::\d+)?$/.exec(text) ?? /^([\d.]+):\d+$/.exec(text))?.[1] ?? text;

const write = ({ family, units }: IpAddress): string =>
  family === 'ipv4'
    ? units.join('.')
    : // The URL parser writes the shortest form (RFC 5952).
      new URL(`http://[${units.map((unit) => unit.toString(16)).join(':')}]`).hostname.slice(1, -1);

const toUnits = (part: string): number[] =>
  part === '' ? [] : part.split(':').map((unit) => Number.parseInt(unit, 16));

const readIpv6 = (text: string): number[] => {
  const [head = '', tail] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [toUnits(head), toUnits(tail ?? '')];
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
};

const read = (typed: string): IpAddress | undefined => {
  const text = withoutPort(typed.trim()).replace(/%.*$/s, '');
  if (isIP(text) === 4) return { family: 'ipv4', units: text.split('.').map(Number) };
  if (isIP(text) !== 6) return undefined;
  const units = readIpv6(text);
  const [high = 0, low = 0] = units.slice(6);
  // An IPv4 address as a socket for both families names it: `::ffff:1.2.3.4`.
  return units.slice(0, 6).join(':') === '0:0:0:0:0:65535'
    ? { family: 'ipv4', units: [high >> 8, high & 255, low >> 8, low & 255] }
    : { family: 'ipv6', units };
};

/**
 * The one spelling of an address, in which ports, brackets, zones and the IPv6 coat of an IPv4 address are gone (S21).
 * @returns Nothing when it is none.
 */
export function readIpAddress(text: string): string | undefined {
  const address = read(text);
  return address && write(address);
}

/** The network of an address, such as `203.0.113.0/24`; nothing when it is none. */
export function networkOf(text: string, networkBits: NetworkBits): string | undefined {
  const address = read(text);
  if (!address) return undefined;
  const { family, units } = address;
  const unitBits = family === 'ipv4' ? 8 : 16;
  const bits = networkBits[family];
  const kept = units.map((unit, index) => {
    const spare = Math.min(unitBits, Math.max(0, (index + 1) * unitBits - bits));
    return (unit >> spare) << spare;
  });
  return `${write({ family, units: kept })}/${bits}`;
}

const networkParts = (text: string) => {
  const [, host = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(host) === 4 ? ('ipv4' as const) : ('ipv6' as const);
  const all = family === 'ipv4' ? 32 : 128;
  return { host, family, bits: bits === undefined ? all : Number(bits), all };
};

/** Whether a text is an address or a network in CIDR notation, such as `10.0.0.0/8`. */
export const isNetwork = (text: string): boolean => {
  const { host, bits, all } = networkParts(text);
  return isIP(host) !== 0 && bits <= all;
};

/** Tells whether an address, as {@link readIpAddress} spells it, is in one of the networks. */
export function createNetworkList(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const { host, family, bits } = networkParts(network);
    list.addSubnet(host, bits, family);
  }
  return (address) => list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}
