// The sample data, put into the bundle as text.
declare module '*.csv' {
  const text: string;
  export default text;
}
