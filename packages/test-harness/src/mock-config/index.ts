export { InvalidMocksError, type MocksProblem } from './invalid-mocks-error';
export { readMockConfig, type MockConfigOptions } from './read-mock-config';
export { readMockMap, type MockMapOptions } from './read-mock-map';
