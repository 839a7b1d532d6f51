import type { Expression } from './expression';
import type { Field } from './field';
import type { AslNode } from './node';
import { Scope, StateMachine } from './scope';
import type { State } from './states';

/** The node and everything below it, parents before children. Many look at a whole machine, so its list is kept. */
export const descendantsOf = (node: AslNode): readonly AslNode[] =>
  node instanceof StateMachine ? node.once(collectDescendants) : collectDescendants(node);

/** Does not recurse, so depth is no limit. */
function collectDescendants(root: AslNode): readonly AslNode[] {
  const found: AslNode[] = [];
  const pending = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    found.push(next);
    for (let index = next.children.length - 1; index >= 0; index--) pending.push(next.children[index]!);
  }
  return found;
}

/** The members of all nodes of a machine. */
export const allFieldsOf = (machine: StateMachine): readonly Field[] => machine.once(collectFields);

const collectFields = (machine: StateMachine): readonly Field[] =>
  descendantsOf(machine).flatMap(({ fields }) => fields);

/** The paths, intrinsic calls and JSONata expressions of a machine. */
export const allExpressionsOf = (machine: StateMachine): readonly Expression[] => machine.once(collectExpressions);

const collectExpressions = (machine: StateMachine): readonly Expression[] =>
  allFieldsOf(machine).flatMap(({ expressions }) => expressions);

/** The JSONata expressions of a machine. */
export const jsonataExpressionsOf = (machine: StateMachine): readonly Expression[] => machine.once(collectJsonata);

const collectJsonata = (machine: StateMachine): readonly Expression[] =>
  allExpressionsOf(machine).filter(({ kind }) => kind === 'jsonata');

/** The node and what belongs to it, without the scopes inside: a Parallel with its Retry, but not its branches. */
export const ownNodesOf = (node: AslNode): readonly AslNode[] => node.once(collectOwnNodes);

function collectOwnNodes(node: AslNode): readonly AslNode[] {
  const found = [node];
  // The list grows while it is walked, by the children of what is found.
  for (const { children } of found) for (const child of children) if (!(child instanceof Scope)) found.push(child);
  return found;
}

/** The machine, its branches and its item processors. */
export const scopesOf = (machine: StateMachine): readonly Scope[] => machine.once(collectScopes);

const collectScopes = (machine: StateMachine): readonly Scope[] =>
  descendantsOf(machine).filter((node) => node instanceof Scope);

/** All states of a machine, those of inner scopes included. */
export const statesOf = (machine: StateMachine): readonly State[] => machine.once(collectStates);

const collectStates = (machine: StateMachine): readonly State[] => scopesOf(machine).flatMap((scope) => scope.states);
