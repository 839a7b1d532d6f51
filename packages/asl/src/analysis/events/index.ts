export { numberPutsOf, type NumberPut } from './number-puts';
export { countedLoopsOf, waits, type CountedLoop } from './counted-loops';
export { itemCountOf } from './item-count';
export { leastEventsOfItem, leastEvents, mostEvents } from './least-events';
