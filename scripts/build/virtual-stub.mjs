// Stands in for the virtual modules in unit tests, where there is no bundler to make them.
export default '';
