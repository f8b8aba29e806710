// The element with its worker and its WebAssembly inside: nothing has to be hosted beside it, nothing is requested.

import 'virtual:wasm-bytes';
import 'virtual:worker-source';
import { register } from './register.ts';

register();

export { CustomerTiers } from './customer-tiers.ts';
