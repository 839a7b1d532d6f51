export * from './field-spec';
export { Field } from './field';
export { AslNode, type NodeClass } from './node';
export { Expression, type ExpressionKind, type ParsedExpression } from './expression';
export {
  Scope,
  StateMachine,
  Branch,
  ItemProcessor,
  ProcessorConfig,
  type Declaration,
  type WorkflowType,
} from './scope';
export type { ContractProblem, JsonSchema, MachineContract, TaskContract } from './contract';
export { declaredNameOf } from './declared-name';
export { StateNode } from './state';
export { TaskState, Credentials } from './task-state';
export { ParallelState } from './parallel-state';
export { MapState } from './map-state';
export { ItemReader, ReaderConfig, ItemBatcher, ResultWriter, WriterConfig } from './distributed-map';
export { PassState } from './pass-state';
export { WaitState } from './wait-state';
export { ChoiceState, ChoiceRule, ChoiceCondition, ChoiceTest, comparisonOperators } from './choice-state';
export { SucceedState } from './succeed-state';
export { FailState } from './fail-state';
export { UnknownState } from './unknown-state';
export { Retrier, Catcher } from './recovery';
export { stateClasses, isRecoverable, isStateType, type RecoverableState, type State, type StateType } from './states';
export type { LiteralText } from './literals';
export { parseStateMachine } from './parse';
export {
  allExpressionsOf,
  allFieldsOf,
  descendantsOf,
  jsonataExpressionsOf,
  ownNodesOf,
  scopesOf,
  statesOf,
} from './walk';
export { aslJsonSchema } from './json-schema';
export { nodeClasses, visitorKeys } from './visitor-keys';
