// Importing this file defines <customer-tiers>.

import { register } from './register.ts';

register();

export { CustomerTiers } from './customer-tiers.ts';
