// What the build makes: modules that exist only inside a bundle, and constants put in by value.

/** The whole worker as one classic script, for a `blob:` worker: it inherits the page's policy, a worker from a URL does not. */
declare module 'virtual:worker-source' {
  const source: string;
  export default source;
}

/** The WebAssembly core, packed into the script: `connect-src 'none'` forbids fetching it. */
declare module 'virtual:wasm-bytes' {
  const wasmBytes: () => Promise<Uint8Array<ArrayBuffer>>;
  export default wasmBytes;
}

/** The version in package.json. */
declare const __VERSION__: string;
/** SHA-256 of the WebAssembly file, in hex. */
declare const __WASM_HASH__: string;
