export { numberPutsOf, type NumberPut } from './number-puts';
export { countedLoopsOf, eventsOfFurtherRounds, leastOfRound, type CountedLoop } from './counted-loops';
export { idleBoundsOf, type IdleBound } from './idle-bounds';
export { idleCountersOf, type IdleCounter } from './idle-counters';
export { leastEventsOfItem, leastEvents, mostEvents } from './least-events';
export { isBesideOthers, leadsToSuccess, settledLoopsOf, type SettledLoop } from './settled-loops';
