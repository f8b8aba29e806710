// `npm start`: set up, build, and serve the static page on this machine.

import { buildAll } from './build.mjs';
import { dist } from './lib/paths.mjs';
import { main } from './lib/run.mjs';
import { serve } from './lib/serve.mjs';

await main(async () => {
  await buildAll();
  const { url } = await serve(dist, { port: 5173 });
  console.log(`\ncustomer-tiers is at ${url}  (Ctrl+C ends it)`);
  console.log('The same page opens from disk, offline: dist/index.html');
});
