export { knownNumber, type KnownNumber } from './known-number';
export { lateLoopsOf, type LateLoop } from './late-loops';
export { numberIn } from './number-in';
export { retrySchedule, retryScheduleOf, type RetryPolicy, type RetrySchedule } from './retry-schedule';
export { scopeTimes, type ScopeTimes } from './scope-times';
export { executionScopeOf } from '../graph/execution-scope';
export { earliestEntry, standardSeconds, timeLimitOf, type TimeLimit } from './time-limit';
export { visitTime, type TimeBounds } from './visit-time';
export { worstCaseOf, type WorstCase, type WorstFigures } from './worst-case';
