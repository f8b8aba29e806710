// Defines the elements of the view, once: another copy on the page may have been first.

import { CustomerGrid } from '../../grid/customer-grid.ts';
import './time/index.ts';
import { CustomerScoresCard } from './card-scores.ts';
import { CustomerValueCard } from './card-value.ts';
import { PeopleTab } from './people/people.ts';
import { ClustersPanel } from './schemes/clusters/clusters.ts';
import { Schemes } from './schemes/schemes.ts';
import { ScoresTab } from './scores/scores.ts';
import { Value } from './value/view.ts';
import { Differentiate } from './view.ts';

export * from './contract.ts';
export { Differentiate };

if (!customElements.get('ct-customer-grid'))
  customElements.define('ct-customer-grid', CustomerGrid);
if (!customElements.get('ct-clusters')) customElements.define('ct-clusters', ClustersPanel);
if (!customElements.get('ct-schemes')) customElements.define('ct-schemes', Schemes);
if (!customElements.get('ct-value')) customElements.define('ct-value', Value);
if (!customElements.get('ct-customer-value'))
  customElements.define('ct-customer-value', CustomerValueCard);
if (!customElements.get('ct-scores')) customElements.define('ct-scores', ScoresTab);
if (!customElements.get('ct-customer-scores'))
  customElements.define('ct-customer-scores', CustomerScoresCard);
if (!customElements.get('ct-people')) customElements.define('ct-people', PeopleTab);
if (!customElements.get('ct-differentiate'))
  customElements.define('ct-differentiate', Differentiate);
