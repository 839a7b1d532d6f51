export { graphOf, hasUnknownName, transitionFields, type StateGraph, type Transition } from './graph/graph';
export {
  isTerminal,
  mayBeTerminal,
  reachableStates,
  statesAfterOneFailure,
  statesWithoutFailure,
} from './graph/reachability';
export { exitsOf, loopsOf } from './graph/loops';
export { hasExpressScope, workflowTypeOf } from './workflow-type';
export { changesBefore, effectsBefore, endsSomething, hasEffect } from './calls/effects';
export { taskIdempotencyOf } from './calls/task-idempotency';
export { isAnswerRead, onlyTells, waitsForAnswer } from './calls/tellings';
export { catchesAnyError, successesAfterFailure, type SuccessAfterFailure } from './failures/success-after-failure';
export { givenErrorName, type GivenErrorName } from './failures/given-error-name';
export { successesOfFailedStatus, type SuccessOfFailedStatus } from './failures/failed-status';
export { mentions } from './texts/mentions';
export { statesOfOtherWays } from './failures/other-ways';
export { unseenCompensations } from './failures/unseen-compensations';
export { catchGapOf, type CatchGap } from './failures/catch-gaps';
export { failingTasks, toleratesFailures, uncaughtTasks } from './failures/uncaught-tasks';
export { lastingError } from './failures/lasting-error';
export { heldJobOf, type HeldJob } from './jobs/held-jobs';
export { endlessAttempts, type EndlessAttempts } from './failures/endless-attempts';
export { endlessRetries } from './failures/endless-retries';
export { repeatedCalls, type RepeatedCall } from './failures/repeated-calls';
export { uncompensatedTimeoutsOf, type UncompensatedTimeout } from './failures/uncompensated-timeouts';
export { startsUnseenWork } from './calls/unseen-work';
export { earlyUsesOf, type EarlyUse } from './jobs/early-uses';
export { earlyStatementsOf, type EarlyStatement } from './jobs/early-statements';
export { handsOnWhole, readsOnlyInput } from './calls/handed-on-whole';
export { isCalledFailure } from './texts/action-names';
export { isCompensation, wordsOfName } from './texts/name-words';
export { executionScopeOf } from './graph/execution-scope';
export { itemCountOf, mostItemsAtOnce } from './shapes/item-count';
export * from './events';
export * from './time';
export { collectsAllResults } from './payload/collected-results';
export { growthsInLoop, growthsOf, type Growth } from './payload/growth';
export { isFilledInFunction } from './calls/calls-function';
export { isBestEffort } from './calls/best-effort';
export { pollingLoopsOf } from './polling/polling-loops';
export { mayChangeQuestion } from './polling/changed-question';
export { asksAgain, asksFunction, checksStatus, mayCount, unreadCountersOf } from './polling/polling';
export {
  calledActionOf,
  invocationEnvelopeOf,
  lackedParametersOf,
  parameterFaultsOf,
  parametersFieldOf,
  type CallNode,
} from './calls/call-parameters';
export { httpRequestFaults, type HttpRequestFault } from './calls/http-request';
export { lacksTaskToken, sendsTaskToken } from './calls/task-token';
export { unreadFailuresOf, type UnreadFailure } from './failures/unread-failures';
export { unreadOutcomesOf, type UnreadOutcome } from './failures/unread-outcomes';
export { unconditionalSelfStarts } from './calls/self-starts';
export { placeReadBy, placesFilledFrom, type Place } from './payload/value-places';
export { randomKeysOf, type RandomKey } from './repetition/random-keys';
export { sharedKeysOf, type SharedKey } from './repetition/shared-keys';
export { unstableKeyOf } from './repetition/unstable-keys';
export { unconditionalWritesOf, type UnconditionalWrite } from './repetition/unconditional-writes';
export { textsOf } from './texts/texts';
export { accountsOf, regionsOf, resourcesOf, type LocatedPart, type LocatedResource } from './texts/resource-literals';
export { namedTextsOf, type NamedText } from './texts/named-texts';
export { isDateOfBirth, personalDataIn, type PersonalData } from './texts/personal-data';
export { secretsOf, type LocatedSecret } from './texts/secrets';
export { unqualifiedFunctionOf, type UnqualifiedFunction } from './calls/unqualified-function';
export * from './solver';
export { dataFlowOf, type DataFlow } from './shapes/data-flow';
export type { DataRead } from './shapes/data-read';
export type { Surroundings, World } from './shapes/world';
export { contradictoryFiltersIn, type ContradictoryFilter } from './shapes/contradictory-filters';
export { containsValue } from './shapes/contains';
export type { DataShape } from './shapes/data-shape';
export { dataGapsOf, type DataGap } from './shapes/data-gaps';
export { valueTypes } from './shapes/value-type';
export { deadWaysOf, type DeadWay } from './ways/dead-ways';
export type { KnownRead } from './ways/known-reads';
export { unansweredFailuresOf, type UnansweredFailure } from './ways/unanswered-failures';
export { broughtToDefault, kindsKeepFromFailing, waysClosedByKinds, type ClosedByKinds } from './ways/closed-by-kinds';
export type { KnownKinds } from './ways/known-kinds';
export { contractBreaksOf, type ContractBreak } from './shapes/contract-breaks';
export { optionalGapsOf, type OptionalGap } from './shapes/optional-gaps';
export { describeGap, describeOptional, describeWay, isErrorOutput } from './shapes/describe-gap';
export {
  impossibleJsonataComparisonsOf,
  type ImpossibleJsonataComparison,
} from './shapes/impossible-jsonata-comparisons';
export { impossibleComparisonsOf, type ImpossibleComparison } from './shapes/impossible-comparisons';
export { impossibleStatusesOf, type ImpossibleStatus } from './shapes/impossible-statuses';
export { jsonataTypeFaultsOf, type LocatedTypeFault } from './shapes/jsonata-type-faults';
export { intrinsicTypeFaultsOf, type IntrinsicTypeFault } from './shapes/intrinsic-type-faults';
export { mistypedWaysOf, type MistypedWay } from './shapes/mistyped-ways';
export { openItemsOf, type OpenItems } from './shapes/open-items';
export { parsedTwiceIn, type ParsedTwice } from './shapes/parsed-twice';
export { renderedObjectsOf } from './shapes/rendered-objects';
export { undefinedResultsOf, type UndefinedResult } from './shapes/undefined-results';
export { comparedTextsOf, type ComparedText } from './shapes/compared-texts';
export { selfComparisonOf, selfComparisonsIn, type SelfComparison } from './shapes/self-comparisons';
export { unknownWordsOf, type UnknownWord } from './shapes/unknown-words';
export { unplaceableResultsOf, type UnplaceableResult } from './shapes/unplaceable-results';
export { wrongParametersOf, type WrongParameter } from './shapes/wrong-parameters';
export { wrongTypesOf, type WrongType } from './shapes/wrong-types';
export { wrongValuesOf, type WrongValue } from './shapes/wrong-values';
export { discardedResultsOf, type DiscardedResult } from './failures/discarded-results';
export { resultsOfOtherWays, type ResultOfOtherWay } from './failures/results-of-other-ways';
export { resultsOutOfReach } from './failures/results-out-of-reach';
export { misnamedResultsOf, type MisnamedResult } from './failures/misnamed-results';
export { mistakenContextOf, type MistakenContext } from './failures/mistaken-context';
export { impossibleAskedErrorsOf, type ImpossibleAskedError } from './failures/impossible-asked-errors';
export { errorsWithoutFailure } from './failures/errors-without-failure';
export { misplacedErrorsOf } from './failures/misplaced-errors';
export { gatheredDataIn, mostPayloadBytes, type GatheredData } from './payload/gathered-data';
export { leastPayloadBytes } from './payload/least-payload-bytes';
export { brokenCompensations, undoneBehind, type BrokenCompensation } from './failures/broken-compensations';
export { foreignReleases, leftStanding, type LeftStanding } from './failures/left-standing';
export { skippedCompensations, type SkippedCompensation } from './failures/skipped-compensations';
export { tellsOfFailure } from './failures/tells-of-failure';
export { resultsOfFailures, type ResultOfFailure } from './failures/results-of-failures';
export * from './variables';
