import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClientAddress } from '../../src/service/http/client-address.ts';
import { lineBits, networkOf, readIpAddress, siteBits } from '../../src/service/ip-address.ts';

describe('the network of an address (S21)', () => {
  const networks: readonly (readonly [address: string, line: string, site: string])[] = [
    ['1.2.3.4', '1.2.3.4/32', '1.2.3.0/24'],
    ['1.2.3.4:56789', '1.2.3.4/32', '1.2.3.0/24'],
    ['::ffff:1.2.3.4', '1.2.3.4/32', '1.2.3.0/24'],
    ['::FFFF:102:304', '1.2.3.4/32', '1.2.3.0/24'],
    ['[::ffff:1.2.3.4]:443', '1.2.3.4/32', '1.2.3.0/24'],
    ['::1', '::/64', '::/48'],
    ['2001:db8::1', '2001:db8::/64', '2001:db8::/48'],
    ['[2001:DB8::1]:8080', '2001:db8::/64', '2001:db8::/48'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['fe80::1%eth0', 'fe80::/64', 'fe80::/48'],
    ['255.255.255.255', '255.255.255.255/32', '255.255.255.0/24'],
  ];
  for (const [address, line, site] of networks) {
    it(`of ${address} is ${line}, and of its site ${site}`, () => {
      assert.equal(networkOf(address, lineBits), line);
      assert.equal(networkOf(address, siteBits), site);
    });
  }

  it('tells IPv6 addresses apart that begin alike', () => {
    assert.notEqual(networkOf('2001:db8:0:1::1', lineBits), networkOf('2001:db8:0:2::1', lineBits));
    assert.notEqual(networkOf('::1', lineBits), networkOf('1::1', lineBits));
  });

  for (const text of ['', 'unknown', '_hidden', '1.2.3', '1.2.3.4.5', 'example.vn', '[::1', '1']) {
    it(`is none for ${JSON.stringify(text)}`, () => {
      assert.equal(readIpAddress(text), undefined);
      assert.equal(networkOf(text, lineBits), undefined);
    });
  }
});

describe('the address of a request', () => {
  const addressOf = (
    peer: string | undefined,
    headers: Record<string, string>,
    trustProxies: readonly string[] = ['10.0.0.0/8', '2001:db8:cafe::/48', '::1'],
  ): string | undefined => createClientAddress(trustProxies, () => {})(new Headers(headers), peer);

  const cases: Readonly<
    Record<string, readonly [peer: string, headers: Record<string, string>, client: string]>
  > = {
    'is the socket’s': ['198.51.100.1', {}, '198.51.100.1'],
    'is the socket’s, whatever a stranger forwards (S36)': [
      '198.51.100.1',
      { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1' },
      '198.51.100.1',
    ],
    'is what a named proxy saw': ['10.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, '192.0.2.1'],
    'is what it saw on a socket for both families': [
      '::ffff:10.0.0.1',
      { 'x-forwarded-for': '::ffff:192.0.2.1' },
      '192.0.2.1',
    ],
    'is the last that is no proxy of ours, not what was sent along (S36)': [
      '10.0.0.1',
      { 'x-forwarded-for': '127.0.0.1, 192.0.2.1:4711, 10.9.9.9' },
      '192.0.2.1',
    ],
    'is what RFC 7239 describes': [
      '2001:db8:cafe::17',
      { forwarded: 'for=9.9.9.9, proto=https;For="[2001:db8::1]:4711";by=10.0.0.2' },
      '2001:db8::1',
    ],
    'is the proxy’s where it saw nothing it can tell': [
      '10.0.0.1',
      { forwarded: 'for=192.0.2.1, for=unknown' },
      '10.0.0.1',
    ],
    'is the proxy’s where the headers disagree, of which one is not its own (S36)': [
      '10.0.0.1',
      { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.2' },
      '10.0.0.1',
    ],
    'is one where they agree': [
      '::1',
      { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1' },
      '192.0.2.1',
    ],
  };
  for (const [what, [peer, headers, client]] of Object.entries(cases)) {
    it(what, () => assert.equal(addressOf(peer, headers), client));
  }

  it('is unknown where the socket has none', () => {
    assert.equal(addressOf(undefined, { 'x-forwarded-for': '192.0.2.1' }), undefined);
  });

  it('tells once when a proxy of one’s own is not named, and no stranger can make it', () => {
    const lines: string[] = [];
    const find = createClientAddress([], (line) => lines.push(line));
    const headers = new Headers({ 'x-forwarded-for': '192.0.2.1' });
    find(headers, '198.51.100.1');
    find(new Headers(), '127.0.0.1');
    assert.deepEqual(lines, []);
    find(headers, '127.0.0.1');
    find(headers, '::1');
    assert.equal(lines.length, 1);
    assert.match(String(lines[0]), /--trust-proxy/);
    assert.doesNotMatch(String(lines[0]), /\d/);
  });
});
