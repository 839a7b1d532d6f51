import { FailState, type Scope } from '../../../syntax';
import { isTerminal } from '../../graph/reachability';
import { pathsInto } from './paths-to';
import type { PathStep } from './step';

/** How many ways through a scope are considered. */
const maxWays = 4;

/** The shortest paths of a scope from its StartAt to an end that is no failure, the last state included. */
function pathsThrough(scope: Scope): readonly (readonly PathStep[])[] {
  const found: (readonly PathStep[])[] = [];
  for (const state of scope.states) {
    if (!isTerminal(state) || state instanceof FailState) continue;
    let count = 0;
    for (const path of pathsInto(state, { effort: 200 })) {
      found.push([...path, { state, way: { kind: 'next' } }]);
      if (++count === maxWays) break;
    }
  }
  return found.sort((a, b) => a.length - b.length).slice(0, maxWays);
}

/** Which way the branches of Parallels and the iterations of Maps go that a path does not go into. */
export class InsidePlan {
  /** The scopes that have been asked for, with how many ways there are through each. */
  readonly met = new Map<Scope, number>();
  readonly #choices: ReadonlyMap<Scope, number>;
  readonly #lengths: ReadonlyMap<number, number>;

  /** `lengths` says how many items the Map of a step should have at least; `choices` which way to take, the first if not said. */
  constructor(lengths: ReadonlyMap<number, number>, choices: ReadonlyMap<Scope, number> = new Map()) {
    this.#lengths = lengths;
    this.#choices = choices;
  }

  wayThrough(scope: Scope): readonly PathStep[] | undefined {
    const ways = scope.once(pathsThrough);
    this.met.set(scope, ways.length);
    return ways[this.#choices.get(scope) ?? 0];
  }

  lengthOf(step: number): number {
    return this.#lengths.get(step) ?? 0;
  }

  /** Plans that differ in the way through one scope. */
  variations(): readonly InsidePlan[] {
    return [...this.met].flatMap(([scope, count]) =>
      Array.from({ length: count - 1 }, (_, index) => new InsidePlan(this.#lengths, new Map([[scope, index + 1]]))),
    );
  }
}
