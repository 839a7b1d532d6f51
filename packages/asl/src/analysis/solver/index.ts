export { hasOrThatAlwaysHolds } from './or-that-always-holds';
export { latePresencesOf, type LatePresence } from './late-presence';
export { boundaryValues, valuesNear, type BoundaryValue } from './boundary-values';
export { ruleFormula, takenFormula } from './choice-formula';
export { waysClosedBefore, type ClosedWay } from './choice-chain';
export {
  choiceInput,
  contradictionIn,
  contradictionsIn,
  exhaustivenessOf,
  leftToDefault,
  proofOfExhaustiveness,
  shadowedRules,
  type Contradiction,
  type Exhaustiveness,
  type NeverTaken,
} from './choice-queries';
export type { Restriction } from './demands';
export { and, not, or, type Formula, type Outcome, type Test, type Way } from './formula';
export { pathsInto, pathsTo, type PathsOptions } from './path/paths-to';
export { solvePath, type PathSolution, type StepOutcome } from './path/solve-path';
export { stepOf, type PathStep, type WayOut } from './path/step';
export type { SymbolicRoots } from './read-path';
export { solve, type Reason, type Solution } from './solve';
export { reference, type Doubt, type FreeSymbol, type Origin } from './place';
export { constant, missing, type Reading, type SymbolicValue } from './symbolic-value';
export type { Witness } from './witness';
