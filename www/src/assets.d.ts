// Files that are imported as text.

/** The sample data, put into the bundle. */
declare module '*.csv' {
  const text: string;
  export default text;
}

/** A Rust file, for tests that compare the two sides of the boundary. */
declare module '*.rs?raw' {
  const text: string;
  export default text;
}
