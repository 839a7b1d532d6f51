export { errorNameCovers } from './error-name-covers';
export { impossibleError, type ImpossibleError } from './impossible-error';
export { transientLambdaErrors } from './lambda-error-names';
export { isInReservedSpace, isReservedErrorName, nearestReservedName } from './reserved-error-names';
