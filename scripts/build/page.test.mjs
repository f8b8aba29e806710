import { expect, test } from 'vitest';
import { sha256 } from './constants.mjs';
import { pageHtml } from './page.mjs';

const outer = `<meta content="{{csp}}"><style>a</style><iframe srcdoc='{{frame}}'></iframe>`;
const frame = `<meta content="{{csp}}"><script>guard()</script><script>{{app}}</script>`;

test('every script and style is in the policy by its hash, and the policy is in both documents', () => {
  const html = pageHtml({ outer, frame, app: 'start()' });
  for (const text of ['guard()', 'start()', 'a'])
    expect(html).toContain(`sha256-${sha256(text, 'base64')}`);
  expect(html.match(/default-src/g)).toHaveLength(2);
});

test('what the frame attribute decodes to is what was hashed', () => {
  const app = `say('1 &amp; 2', "it's", \`$&\`)`;
  const html = pageHtml({ outer, frame, app });
  const attribute = html.match(/srcdoc='([^']*)'/)[1];
  expect(attribute.replaceAll('&#39;', "'").replaceAll('&amp;', '&')).toContain(
    `<script>${app}</script>`,
  );
});

test.each(['"</script>"', '"<!--"', '"<SCRIPT"', '"\r"'])('a script with %j is refused', (app) => {
  expect(() => pageHtml({ outer, frame, app })).toThrow('cannot stand inside an HTML page');
});
