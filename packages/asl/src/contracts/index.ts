export { givenContract } from './document-contracts';
export { findContracts } from './find-contracts';
export { raisesByItself } from './raises-by-itself';
export { contractsJsonSchema } from './json-schema';
export { draftOf, type Draft } from './schema-keywords';
