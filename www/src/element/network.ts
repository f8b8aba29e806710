// For the proof: counts what this document asks of any server, and what its policy stopped.

import type { Store } from '../state/store.ts';

/** Starts counting; the returned function ends it. */
export function watchNetwork(store: Store): () => void {
  const observer = new PerformanceObserver((list) => {
    const page = list.getEntries().filter(({ name }) => /^https?:/.test(name)).length;
    if (page > 0) store.dispatch({ type: 'requests', page });
  });
  // Not buffered: what loaded the page itself is not a request of the app.
  observer.observe({ type: 'resource' });
  const onViolation = () => store.dispatch({ type: 'violation' });
  document.addEventListener('securitypolicyviolation', onViolation);
  return () => {
    observer.disconnect();
    document.removeEventListener('securitypolicyviolation', onViolation);
  };
}

/** The policy this document states; one sent as a header cannot be read. */
export function statedPolicy(): string {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy" i]');
  return meta?.getAttribute('content') ?? '';
}
