import { BlockList, isIP } from 'node:net';

/** Networks that no request to somebody else's address may end in (RFC 6890 and its successors). */
const internal: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
];

/** Of IPv6 only what is routed in public counts; these parts of it carry other networks inside. */
const carriers: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** Tells public addresses from those of one's own machine, network or cloud. */
export function createAddressGuard() {
  const blocked = new BlockList();
  for (const [network, prefix, family] of internal) blocked.addSubnet(network, prefix, family);
  for (const [network, prefix] of carriers) blocked.addSubnet(network, prefix, 'ipv6');
  const routed = new BlockList();
  routed.addSubnet('2000::', 3, 'ipv6');

  return {
    /** Whether an address is public. IPv4 inside IPv6 never is: whoever writes that has a reason. */
    isPublic(address: string): boolean {
      const version = isIP(address);
      if (version === 4) return !blocked.check(address, 'ipv4');
      if (version === 6) return routed.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
      return false;
    },
  };
}

/** Names, addresses and networks that are allowed although they are internal. */
export function createAllowList(entries: readonly string[]) {
  const names = new Set<string>();
  const networks = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const version = isIP(address);
    if (version === 0) names.add(entry.toLowerCase());
    else {
      const family = version === 4 ? 'ipv4' : 'ipv6';
      networks.addSubnet(address, Number(prefix ?? (version === 4 ? 32 : 128)), family);
    }
  }
  return {
    hasName: (host: string): boolean => names.has(host.toLowerCase()),
    hasAddress(address: string): boolean {
      const version = isIP(address);
      return version !== 0 && networks.check(address, version === 4 ? 'ipv4' : 'ipv6');
    },
  };
}
