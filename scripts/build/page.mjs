// dist/index.html: one file that can send nothing anywhere, however its code is tampered with after it was built.
//
// How: the outer document has a policy that forbids every connection, and shows the app in a sandboxed frame. The frame inherits
// the policy, has an opaque origin, cannot open windows and cannot navigate itself away (`frame-src 'none'` in the outer document).
// A blob worker made inside inherits the policy too; a worker loaded from a URL would not.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, www } from '../lib/paths.mjs';
import { Stop } from '../lib/run.mjs';
import { bundle, entries, present } from './bundle.mjs';
import { sha256 } from './constants.mjs';

/** Builds the page. */
export async function buildPage() {
  // A page from an earlier build must not be taken for this one's.
  rmSync(join(dist, 'index.html'), { force: true });
  if (!present(entries.page, 'dist/index.html')) return;
  const app = await bundle({ entryPoints: [entries.page], format: 'iife' });
  const html = pageHtml({
    outer: readFileSync(join(www, 'index.html'), 'utf8'),
    frame: readFileSync(join(www, 'frame.html'), 'utf8'),
    app,
  });
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'index.html'), html);
  const hash = sha256(html, 'hex');
  // The second half of the privacy proof: anyone can compare the file they were given with the one that was built.
  writeFileSync(join(dist, 'SHA256SUMS'), `${hash}  index.html\n`);
  console.log(
    `  dist/index.html  ${(html.length / 1024).toFixed(0)} kB  sha256 ${hash.slice(0, 16)}…`,
  );
}

/**
 * Puts the app into the frame, the frame into the outer document and one policy into both.
 * @param {{ outer: string, frame: string, app: string }} parts
 */
export function pageHtml({ outer, frame, app }) {
  checkScript(app);
  const filled = put(frame, 'app', app);
  const csp = policy(
    [...inner(filled, 'script'), ...inner(outer, 'script')],
    [...inner(filled, 'style'), ...inner(outer, 'style')],
  );
  // The frame inherits the policy; stating it again costs nothing, and lets the app show the one in force.
  return put(put(outer, 'csp', csp), 'frame', escapeAttribute(put(filled, 'csp', csp)));
}

/** The Content-Security-Policy for exactly these scripts and styles. */
export function policy(scripts, styles) {
  const hashes = (texts) =>
    [...new Set(texts)].map((text) => `'sha256-${sha256(text, 'base64')}'`).join(' ');
  return [
    "default-src 'none'",
    // wasm-unsafe-eval compiles WebAssembly and nothing else; JavaScript eval stays forbidden.
    `script-src ${hashes(scripts)} 'wasm-unsafe-eval'`,
    `style-src ${hashes(styles)}`,
    'worker-src blob:',
    // Charts saved as pictures, and the icon.
    'img-src data: blob:',
    "connect-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html customer-tiers',
  ].join('; ');
}

/** The texts inside all elements of one name: what the browser hashes. */
function inner(html, element) {
  const texts = [...html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))];
  return texts.map((match) => match[1]);
}

function put(template, name, text) {
  const mark = `{{${name}}}`;
  if (template.split(mark).length !== 2)
    throw new Stop(`the template must hold ${mark} exactly once`);
  return template.replace(mark, () => text);
}

/** For an attribute in single quotes: JavaScript holds far fewer of them than double ones. */
function escapeAttribute(text) {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
}

/** What an HTML parser would change or end early would also no longer match its hash: refuse it here, with a reason. */
function checkScript(text) {
  const bad = text.match(/<\/script|<script|<!--|\r|\0/i);
  if (bad)
    throw new Stop(
      `the app's script holds ${JSON.stringify(bad[0])}, which cannot stand inside an HTML page`,
    );
}
