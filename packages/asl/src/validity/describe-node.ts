import {
  Branch,
  Catcher,
  ChoiceCondition,
  ChoiceRule,
  Retrier,
  StateMachine,
  StateNode,
  type AslNode,
} from '../syntax';

/** What a node is, for a message: `a Task state`, `a Choice rule`, `"ItemReader"`. */
export function describeNode(node: AslNode): string {
  if (node instanceof StateNode) return node.type === 'UnknownState' ? 'a state' : `a ${node.type.slice(0, -5)} state`;
  if (node instanceof StateMachine) return 'a state machine';
  if (node instanceof Branch) return 'a branch';
  if (node instanceof ChoiceRule) return 'a Choice rule';
  if (node instanceof ChoiceCondition) return 'a condition inside a Choice rule';
  if (node instanceof Retrier || node instanceof Catcher) return `a ${node.type}`;
  // All others are the value of a field, which names them.
  return `"${node.segment}"`;
}
