export { graphOf, hasUnknownName, transitionFields, type StateGraph, type Transition } from './graph';
export { isTerminal, mayBeTerminal, reachableStates, statesWithoutFailure } from './reachability';
export { loopsOf } from './loops';
export { workflowTypeOf } from './workflow-type';
export { effectsBefore, hasEffect } from './effects';
export * from './solver';
