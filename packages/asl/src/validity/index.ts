export { maxDefinitionLength } from './max-definition-size';
export { checkStateMachine, validityChecks, type ValidityCheckName } from './check-state-machine';
export {
  type AwsCode,
  type AwsDiagnostic,
  type CheckOptions,
  type Suggestion,
  type ValidityCheck,
  type ValidityProblem,
} from './problem';
