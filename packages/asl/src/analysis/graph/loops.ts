import type { Scope, State } from '../../syntax';
import { graphOf, type Transition } from './graph';

type Loops = readonly (readonly State[])[];

/**
 * The loops of a scope: the sets of states from each of which every other one of the set can be reached (Tarjan).
 * With `includes`, those that are left when the other states are taken away.
 */
export function loopsOf(scope: Scope, includes?: (state: State) => boolean): Loops {
  const all = scope.once(allLoops);
  // Most scopes have none, and no fewer states make one.
  return includes && all.length ? findLoops(scope, includes) : all;
}

/** The transitions that lead out of a loop; a state of it may end the execution besides. */
export function exitsOf(loop: readonly State[]): readonly Transition[] {
  const members = new Set(loop);
  return loop
    .flatMap((state) => graphOf(state.parent).transitionsFrom(state))
    .filter(({ to }) => !to || !members.has(to));
}

const allLoops = (scope: Scope): Loops => (mayHaveLoops(scope) ? findLoops(scope, () => true) : []);

/** Whether states remain when those that nothing leads to are taken away again and again (Kahn). */
function mayHaveLoops(scope: Scope): boolean {
  const graph = graphOf(scope);
  const open = new Map(scope.states.map((state) => [state, graph.transitionsTo(state).length]));
  const free = scope.states.filter((state) => !open.get(state));
  let left = open.size;
  for (let state = free.pop(); state; state = free.pop()) {
    left--;
    for (const { to } of graph.transitionsFrom(state)) {
      if (!to) continue;
      const others = open.get(to)! - 1;
      open.set(to, others);
      if (!others) free.push(to);
    }
  }
  return left > 0;
}

function findLoops(scope: Scope, includes: (state: State) => boolean): Loops {
  const graph = graphOf(scope);
  const order = new Map<State, number>();
  const low = new Map<State, number>();
  const open: State[] = [];
  const isOpen = new Set<State>();
  const loops: State[][] = [];
  const successors = (state: State) =>
    graph.transitionsFrom(state).flatMap(({ to }) => (to && includes(to) ? [to] : []));

  for (const root of scope.states) {
    if (order.has(root) || !includes(root)) continue;
    const visits = [enter(root)];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { state, rest } = visit;
      const next = rest.next();
      if (!next.done) {
        if (!order.has(next.value)) visits.push(enter(next.value));
        else if (isOpen.has(next.value)) low.set(state, Math.min(low.get(state)!, order.get(next.value)!));
        continue;
      }
      visits.pop();
      const parent = visits.at(-1)?.state;
      if (parent) low.set(parent, Math.min(low.get(parent)!, low.get(state)!));
      if (low.get(state) === order.get(state)) close(state);
    }
  }
  return loops;

  function enter(state: State) {
    order.set(state, order.size);
    low.set(state, order.get(state)!);
    open.push(state);
    isOpen.add(state);
    return { state, rest: successors(state).values() };
  }

  function close(state: State): void {
    const component = open.splice(open.lastIndexOf(state));
    for (const member of component) isOpen.delete(member);
    if (component.length > 1 || successors(state).includes(state)) loops.push(component);
  }
}
