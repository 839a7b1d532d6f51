import type { AslNode } from './node';
import { Scope, StateMachine } from './scope';
import type { State } from './states';

const machineNodes = new WeakMap<StateMachine, readonly AslNode[]>();

/** The node and everything below it, parents before children. Many look at a whole machine, so its list is kept. */
export function descendantsOf(node: AslNode): readonly AslNode[] {
  if (!(node instanceof StateMachine)) return collectDescendants(node);
  let nodes = machineNodes.get(node);
  if (!nodes) machineNodes.set(node, (nodes = collectDescendants(node)));
  return nodes;
}

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

/** The node and what belongs to it, without the scopes inside: a Parallel with its Retry, but not its branches. */
export function* ownNodesOf(node: AslNode): Generator<AslNode> {
  yield node;
  for (const child of node.children) if (!(child instanceof Scope)) yield* ownNodesOf(child);
}

/** The machine, its branches and its item processors. */
export function* scopesOf(machine: StateMachine): Generator<Scope> {
  for (const node of descendantsOf(machine)) if (node instanceof Scope) yield node;
}

/** All states of a machine, those of inner scopes included. */
export function* statesOf(machine: StateMachine): Generator<State> {
  for (const scope of scopesOf(machine)) yield* scope.states;
}
