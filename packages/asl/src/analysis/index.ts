export { graphOf, hasUnknownName, transitionFields, type StateGraph, type Transition } from './graph';
export { isTerminal, mayBeTerminal, reachableStates, statesWithoutFailure } from './reachability';
export { loopsOf } from './loops';
export { workflowTypeOf } from './workflow-type';
export { effectsBefore, hasEffect } from './effects';
export { catchesAnyError, successesAfterFailure, type SuccessAfterFailure } from './success-after-failure';
export { endlessRetries } from './endless-retries';
export { uncompensatedTimeoutsOf, type UncompensatedTimeout } from './uncompensated-timeouts';
export { startsUnseenWork } from './unseen-work';
export { handsOnWhole, readsOnlyInput } from './handed-on-whole';
export { isCalledFunction, isCompensation, wordsOfName } from './name-words';
export * from './events';
export * from './time';
export { growthsOf, type Growth } from './growth';
export { asksAgain, asksFunction, isCalledStatus, mayCount } from './polling';
export {
  calledActionOf,
  invocationEnvelopeOf,
  lackedParametersOf,
  parameterFaultsOf,
  parametersFieldOf,
} from './call-parameters';
export { httpRequestFaults, type HttpRequestFault } from './http-request';
export { lacksTaskToken, sendsTaskToken } from './task-token';
export { placeReadBy, placesFilledFrom, type Place } from './value-places';
export { randomKeysOf, type RandomKey } from './random-keys';
export { unconditionalWritesOf, type UnconditionalWrite } from './unconditional-writes';
export { textsOf } from './texts';
export { personalDataIn, type PersonalData } from './personal-data';
export { secretsOf, type LocatedSecret } from './secrets';
export { unqualifiedFunctionOf, type UnqualifiedFunction } from './unqualified-function';
export * from './solver';
export { dataFlowOf, type DataFlow } from './shapes/data-flow';
export type { DataRead } from './shapes/data-read';
export type { World } from './shapes/world';
export { containsValue } from './shapes/contains';
export type { DataShape } from './shapes/data-shape';
export { dataGapsOf, type DataGap } from './shapes/data-gaps';
export { deadWaysOf, type DeadWay } from './shapes/dead-ways';
export type { KnownRead } from './shapes/known-reads';
export { contractBreaksOf, type ContractBreak } from './shapes/contract-breaks';
export { optionalGapsOf, type OptionalGap } from './shapes/optional-gaps';
export { describeGap, describeOptional, describeWay, isErrorOutput } from './shapes/describe-gap';
export {
  impossibleJsonataComparisonsOf,
  type ImpossibleJsonataComparison,
} from './shapes/impossible-jsonata-comparisons';
export { impossibleComparisonsOf, type ImpossibleComparison } from './shapes/impossible-comparisons';
export { jsonataTypeFaultsOf, type LocatedTypeFault } from './shapes/jsonata-type-faults';
export { intrinsicTypeFaultsOf, type IntrinsicTypeFault } from './shapes/intrinsic-type-faults';
export { unknownWordsOf, type UnknownWord } from './shapes/unknown-words';
export { wrongTypesOf, type WrongType } from './shapes/wrong-types';
export { discardedResultsOf, type DiscardedResult } from './discarded-results';
export { misplacedErrorsOf } from './misplaced-errors';
export { leastPayloadBytes } from './least-payload-bytes';
export { tellsOfFailure } from './tells-of-failure';
export { resultsOfFailures, type ResultOfFailure } from './results-of-failures';
export * from './variables';
