export { graphOf, hasUnknownName, transitionFields, type StateGraph, type Transition } from './graph';
export { isTerminal, mayBeTerminal, reachableStates, statesWithoutFailure } from './reachability';
export { loopsOf } from './loops';
export { workflowTypeOf } from './workflow-type';
export { effectsBefore, hasEffect } from './effects';
export { dataFlowOf, type DataFlow } from './shapes/data-flow';
export type { DataRead } from './shapes/reader';
export { containsValue } from './shapes/contains';
export type { DataShape } from './shapes/data-shape';
