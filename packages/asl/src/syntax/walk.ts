import { childKey } from './field-spec';
import type { AslNode } from './node';
import { Scope, type StateMachine } from './scope';
import type { State } from './states';

/** The child nodes of a node in the order of its field table; Fields are not among them. */
export function childrenOf(node: AslNode): readonly AslNode[] {
  const keys = new Set(Object.entries(node.fieldTable).flatMap(([name, spec]) => childKey(name, spec) ?? []));
  return [...keys].flatMap(
    (key) => (node as unknown as Record<string, AslNode | readonly AslNode[] | undefined>)[key] ?? [],
  );
}

/** The node and everything below it, parents before children. Does not recurse, so depth is no limit. */
export function* descendantsOf(node: AslNode): Generator<AslNode> {
  const pending = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    pending.push(...[...childrenOf(next)].reverse());
  }
}

/** The node and what belongs to it, without the scopes inside: a Parallel with its Retry, but not its branches. */
export function* ownNodesOf(node: AslNode): Generator<AslNode> {
  yield node;
  for (const child of childrenOf(node)) if (!(child instanceof Scope)) yield* ownNodesOf(child);
}

/** The machine, its branches and its item processors. */
export function* scopesOf(machine: StateMachine): Generator<Scope> {
  for (const node of descendantsOf(machine)) if (node instanceof Scope) yield node;
}

/** All states of a machine, those of inner scopes included. */
export function* statesOf(machine: StateMachine): Generator<State> {
  for (const scope of scopesOf(machine)) yield* scope.states;
}
