export type { ExpressionProblem, ExpressionResult } from './result';
export type { Span } from './span';
export * from './json-path/ast';
export { isDefinite } from './json-path/is-definite';
export { parseJsonPath } from './json-path/parse';
export { parseReferencePath, type ReferencePath, type ReferencePathOptions } from './reference-path/reference-path';
export * from './intrinsic/ast';
export { intrinsicFunctions } from './intrinsic/functions';
export { parseIntrinsic } from './intrinsic/parse';
export { intrinsicProblems, kindOf } from './intrinsic/problems';
export type { IntrinsicFunction, Parameter, ValueKind } from './intrinsic/signature';
export * from './jsonata/ast';
export { hasHalfDelimiter, isJsonata } from './jsonata/delimiters';
export { jsonataFunctions, unknownFunctions, type UnknownFunction } from './jsonata/functions';
export { parseJsonata, type Jsonata } from './jsonata/parse';
export type {
  FunctionCall,
  JsonataReferences,
  StatesReference,
  TopLevelReference,
  VariableReference,
} from './jsonata/references';
export { unsupportedReferences } from './jsonata/unsupported-references';
export { nearest } from './nearest';
export { parseTimestamp, type Timestamp } from './timestamp';
export { variableNameProblem } from './variable-name';
