export { errorNameCovers } from './error-name-covers';
export { impossibleError } from './impossible-error';
export type { ImpossibleError } from './impossibility';
export { transientLambdaErrors } from './lambda-error-names';
export { isInReservedSpace, isReservedErrorName, nearestReservedName } from './reserved-error-names';
