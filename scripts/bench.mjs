// `npm run bench`: the measuring rig is not written yet; this says so instead of passing for one.

import { main, Stop } from './lib/run.mjs';

await main(() => {
  throw new Stop(
    'Missing: scripts/bench.mjs is a stub. The page it will drive is built to dist/bench/ by `npm run build`.',
  );
});
