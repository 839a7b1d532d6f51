export { retryScheduleOf, type RetrySchedule } from './retry-schedule';
export { scopeTimes, type ScopeTimes } from './scope-times';
export { earliestEntry, executionScopeOf, timeLimitOf, type TimeLimit } from './time-limit';
export { numberIn, visitTime, type TimeBounds } from './visit-time';
