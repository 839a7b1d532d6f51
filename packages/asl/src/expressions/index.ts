export { choiceOperators, compareChoice } from './choice/compare';
export { isMeantAsPattern, regexPieceIn } from './choice/mistaken-pattern';
export { matchesPattern, parseStringPattern, type StringPattern } from './choice/string-pattern';
export type { Environment } from './environment';
export { canonicalText, equalJson } from './json/equality';
export type { ValueKind } from './json/kind';
export type { ExpressionProblem, ExpressionResult } from './result';
export type { Span } from './span';
export * from './json-path/ast';
export { evaluatePath, type PathResult } from './json-path/evaluate';
export { isDefinite } from './json-path/is-definite';
export { lostIndexIn, type LostIndex } from './json-path/lost-indexes';
export { parseJsonPath } from './json-path/parse';
export type { PathRoots } from './json-path/roots';
export { placeAt, type PlaceResult } from './json-path/write';
export { parseReferencePath, type ReferencePath, type ReferencePathOptions } from './reference-path/reference-path';
export { formatCallFor } from './intrinsic/format-call';
export * from './intrinsic/ast';
export { evaluateIntrinsic, type IntrinsicResult } from './intrinsic/evaluate';
export { intrinsicFunctions } from './intrinsic/functions';
export { intrinsicInJsonata } from './intrinsic/in-jsonata';
export { parseIntrinsic } from './intrinsic/parse';
export { intrinsicProblems, kindOf } from './intrinsic/problems';
export type { IntrinsicFunction, Parameter } from './intrinsic/signature';
export { absentMembersOf, isStatesMember, type AbsentMember, type StatesMember } from './jsonata/absent-members';
export * from './jsonata/ast';
export { calledVariable } from './jsonata/called-variable';
export { openSequenceIn } from './jsonata/open-sequences';
export { pureFunctions } from './jsonata/constant-faults';
export { constantNumberOf } from './jsonata/constant-number';
export type { Effort } from './jsonata/limits';
export { evaluateJsonata, evaluateJsonataWithin } from './jsonata/evaluate';
export type { JsonataBindings, JsonataResult } from './jsonata/jsonata-result';
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
export { foreignOperatorRemedy } from './jsonata/foreign-operator';
export { typeFaults, type TypeOf } from './jsonata/type-faults';
export { foldedTexts, type FoldedText } from './jsonata/folded-texts';
export { oneSidedConditions } from './jsonata/one-sided-conditions';
export { uncalledFunctions } from './jsonata/uncalled-functions';
export { unsupportedReferences } from './jsonata/unsupported-references';
export { writtenOut } from './jsonata/written-out';
export { nearest } from './nearest';
export { parseTimestamp, type Timestamp } from './timestamp';
export { variableNameProblem } from './variable-name';
