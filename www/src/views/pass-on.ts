// What the parts of a room say ends at the room's own root, so that it reaches no host page; the room says it again.

import {
  ChangeRecipeEvent,
  ListCustomersEvent,
  OpenCustomerEvent,
  SelectFilterEvent,
} from './differentiate/contract.ts';
import { SaveFileEvent } from './save-file.ts';

/** A listener that lets `host` say what it hears. */
export function passOn(host: EventTarget): (event: Event) => void {
  return (event) => {
    const again = sameAs(event);
    if (!again) return;
    event.stopPropagation();
    host.dispatchEvent(again);
  };
}

/** An event can be dispatched once only. */
function sameAs(event: Event): Event | null {
  if (event instanceof ChangeRecipeEvent)
    return new ChangeRecipeEvent(event.changes, event.gesture);
  if (event instanceof ListCustomersEvent) return new ListCustomersEvent(event.listed);
  if (event instanceof OpenCustomerEvent) return new OpenCustomerEvent(event.customer);
  if (event instanceof SelectFilterEvent) return new SelectFilterEvent(event.filter);
  if (event instanceof SaveFileEvent) return new SaveFileEvent(event.saved);
  return null;
}
