// Defines the elements of the view, once: another copy on the page may have been first.

import { ContactList } from './contacts.ts';
import { LeftList } from './left.ts';
import { Messages } from './messages.ts';
import { Interact } from './view.ts';

if (!customElements.get('ct-contacts')) customElements.define('ct-contacts', ContactList);
if (!customElements.get('ct-left')) customElements.define('ct-left', LeftList);
if (!customElements.get('ct-messages')) customElements.define('ct-messages', Messages);
if (!customElements.get('ct-interact')) customElements.define('ct-interact', Interact);
