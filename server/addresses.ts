// Addresses under which a class reaches this machine.
import { networkInterfaces } from 'node:os';

/** IPv4 addresses on the local network, physical-looking interfaces first. */
export function localAddresses(interfaces = networkInterfaces()): string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => ({ name, address })));
  const virtual = (name: string) => /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|zt|tailscale)/i.test(name);
  return found.sort((a, b) => Number(virtual(a.name)) - Number(virtual(b.name))).map(({ address }) => address);
}

/** Where people open the page, best first: the stated address alone, or each local one; this machine itself if there is no network. */
export function pageAddresses(port: number, publicUrl: string | undefined, host: string | undefined, local = localAddresses()): string[] {
  if (publicUrl !== undefined) return [publicUrl.replace(/\/+$/, '')];
  const everywhere = host === undefined || host === '0.0.0.0' || host === '::';
  const names = everywhere ? local : [host];
  return (names.length > 0 ? names : ['localhost']).map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`);
}
