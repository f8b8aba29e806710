// A second server that nobody should ever talk to, on TCP and on UDP, and an ordinary page of its own for the control.

import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  /** Where canaries fly to: `http://127.0.0.1:port`. */
  readonly target: string;
  /** An ordinary page without any policy. */
  readonly page: string;
  /** The names of the canaries heard, sorted. */
  heard(): string[];
  forget(): void;
  close(): Promise<void>;
}

export async function listen(): Promise<Listener> {
  const names = new Set<string>();
  const http = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1).split('?')[0] ?? '';
    if (name !== 'ordinary' && name !== 'favicon.ico') names.add(name);
    response.writeHead(200, {
      'content-type': name === 'ordinary' ? 'text/html' : 'text/javascript',
      'access-control-allow-origin': '*',
    });
    response.end(name === 'ordinary' ? '<!doctype html><title>control</title><body>control' : '');
  });
  http.on('upgrade', (request, socket) => {
    names.add((request.url ?? '/').slice(1));
    socket.destroy();
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const { port } = http.address() as AddressInfo;

  // STUN and QUIC are UDP; the same port number serves both.
  const udp = createSocket('udp4', () => names.add('page-udp'));
  await new Promise<void>((done) => udp.bind(port, '0.0.0.0', done));

  return {
    target: `http://127.0.0.1:${port}`,
    page: `http://127.0.0.1:${port}/ordinary`,
    heard: () => [...names].sort(),
    forget: () => names.clear(),
    close: async () => {
      udp.close();
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
}
