// Defines the elements of the view, once: another copy on the page may have been first.

import { CustomerGrid } from '../../grid/customer-grid.ts';
import './time/index.ts';
import { Schemes } from './schemes/schemes.ts';
import { Differentiate } from './view.ts';

export * from './contract.ts';
export { Differentiate };

if (!customElements.get('ct-customer-grid'))
  customElements.define('ct-customer-grid', CustomerGrid);
if (!customElements.get('ct-schemes')) customElements.define('ct-schemes', Schemes);
if (!customElements.get('ct-differentiate'))
  customElements.define('ct-differentiate', Differentiate);
