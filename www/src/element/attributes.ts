// The attributes of <customer-tiers> and what they are when not given; their meaning stands in the class comment.

import type { PropertyDeclarations } from 'lit';

export const PROPERTIES: PropertyDeclarations = {
  theme: { type: String, reflect: true },
  density: { type: String, reflect: true },
  currency: { type: String },
  asOf: { type: String, attribute: 'as-of' },
  preset: { type: String },
  worker: { type: String },
  workerSrc: { type: String, attribute: 'worker-src' },
  wasmSrc: { type: String, attribute: 'wasm-src' },
  events: { type: String },
  chosenLanguage: { state: true },
};

export const DEFAULTS = {
  theme: 'auto',
  density: 'normal',
  currency: '',
  asOf: '',
  preset: '',
  worker: 'auto',
  workerSrc: '',
  wasmSrc: '',
  events: 'summary',
  chosenLanguage: null,
} as const;
