// `npm run setup`: everything a build and the tests need, and nothing else. `npm start` and `npm test` call the same code.

import { browser } from './lib/browser.mjs';
import { main } from './lib/run.mjs';
import { cargoTool, setUpBuild } from './lib/tools.mjs';

await main(async () => {
  await setUpBuild();
  await cargoTool('cargo-deny');
  const { chrome, driver } = await browser();
  console.log(`Ready. Browser: ${chrome}, driver: ${driver}`);
});
