// The smallest static server that is right for this project: localhost only, no caching, a log of what was asked for.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8',
};

/**
 * Serves a folder; with `base`, under that sub-path, as static hosts do.
 * @param {string} folder
 * @param {{ port?: number, base?: string, headers?: Record<string, string> }} [options] port 0 means any free one
 * @returns {Promise<{ url: string, requests: string[], close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, base = '/', headers = {} } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const file = fileOf(folder, base, request.url ?? '/');
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers });
    createReadStream(file).pipe(response);
  });
  const bound = await listen(server, port);
  return {
    url: `http://localhost:${bound}${base}`,
    requests,
    close: () => new Promise((done) => server.close(() => done()) && server.closeAllConnections()),
  };
}

function fileOf(folder, base, url) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  if (!path.startsWith(base)) return undefined;
  const file = normalize(join(folder, path.slice(base.length)));
  if (!(file + sep).startsWith(normalize(folder + sep))) return undefined;
  for (const candidate of [file, join(file, 'index.html')]) {
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
  }
  return undefined;
}

/** Listens on the wanted port, or on the next free one. */
function listen(server, port) {
  return new Promise((done, fail) => {
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port === 0) return fail(error);
      port += 1;
      server.listen(port, '127.0.0.1');
    });
    server.on('listening', () => done(server.address().port));
    server.listen(port, '127.0.0.1');
  });
}
