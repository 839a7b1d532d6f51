import { FailState, type Scope, type State } from '../../syntax';
import { graphOf } from '../graph/graph';
import { reachableStates } from '../graph/reachability';
import { never, sizeOf, unknown, type DataShape } from './data-shape';
import { join } from './join';
import type { DataRead } from './data-read';
import { DataReader } from './reader';
import { exitsOf, type RunScope } from './transfer';
import { joinedWorlds, withWorld } from './joined-worlds';
import { unknownWorld, type World } from './world';

interface Limits {
  readonly joined: number;
  readonly unknown: number;
}

/**
 * After how many changes a state is entered with all it has seen taken together, and then with unknown data: so many more
 * than there are transitions to it.
 */
const patience: Limits = { joined: 16, unknown: 24 };

/** The parts of shapes that are compared in one scope before patience is lost: about half a second. */
const maxWork = 1_000_000;
const impatience: Limits = { joined: 1, unknown: 3 };

/** The flow of data through the states of one scope. What is found at a state only ever grows. */
export class ScopeFlow {
  readonly scope: Scope;
  readonly #worlds = new Map<State, readonly World[]>();
  /** The worlds that have not been followed yet. */
  readonly #news = new Map<State, readonly World[]>();
  readonly #changes = new Map<State, number>();
  /** What was looked at in each world that has been followed. */
  readonly #reads = new Map<State, Map<World, DataRead[]>>();
  readonly #order: readonly State[];
  readonly #run: RunScope;
  #output: DataShape = never;
  #work = 0;

  constructor(scope: Scope, run: RunScope) {
    this.scope = scope;
    this.#run = run;
    this.#order = orderOf(scope);
  }

  get output(): DataShape {
    return this.#output;
  }

  worldsAt(state: State): readonly World[] {
    return this.#worlds.get(state) ?? [];
  }

  /** Lets data in and follows it to the ends of the scope. */
  enter(world: World): void {
    const { isPartial, start } = graphOf(this.scope);
    if (isPartial) {
      // Ways that are not known may lead to each state, with any data.
      for (const state of this.scope.states) this.#add(state, unknownWorld);
      this.#output = unknown;
    } else if (start) this.#add(start, world);
    while (this.#news.size) for (const state of this.#order) if (this.#news.has(state)) this.#visit(state);
  }

  /** Each look at the data in what may be found at last, once for each world of its state. */
  get reads(): readonly DataRead[] {
    return [...this.#worlds].flatMap(([state, worlds]) =>
      worlds.flatMap((world) => this.#reads.get(state)?.get(world) ?? []),
    );
  }

  #visit(state: State): void {
    const worlds = this.#news.get(state) ?? [];
    this.#news.delete(state);
    const seen = this.#reads.get(state) ?? new Map<World, DataRead[]>();
    this.#reads.set(state, seen);
    for (const world of worlds) {
      const reads: DataRead[] = [];
      seen.set(world, reads);
      const reader = new DataReader(state, world, (read) => reads.push(read));
      for (const { transition, input, variables } of exitsOf(state, reader, this.#run)) {
        if (!transition) this.#output = join(this.#output, input);
        else if (transition.to) {
          const trail = { transition, before: world.trail };
          this.#add(transition.to, { input, variables, trail, around: world.around });
        }
      }
    }
  }

  #add(state: State, world: World): void {
    const before = this.worldsAt(state);
    if (before[0] === unknownWorld) return;
    const changes = (this.#changes.get(state) ?? 0) + 1;
    this.#work += (before.length + 1) * (sizeOf(world.input) + world.variables.size);
    const { joined, unknown: unknownAfter } = this.#limitsOf(state);
    const isJoined = changes > joined;
    let after = withWorld(isJoined ? joinedWorlds(before) : before, world, isJoined ? 1 : undefined);
    if (after === before) return;
    this.#changes.set(state, changes);
    if (changes > unknownAfter || (after.length > 1 && looksAtNothing(state))) after = [unknownWorld];
    const followed = new Set([...before].filter((one) => !this.#news.get(state)?.includes(one)));
    this.#worlds.set(state, after);
    this.#news.set(
      state,
      after.filter((one) => !followed.has(one)),
    );
  }

  #limitsOf(state: State): Limits {
    if (this.#work > maxWork) return impatience;
    const { length } = graphOf(this.scope).transitionsTo(state);
    return { joined: patience.joined + length, unknown: patience.unknown + length };
  }
}

/** What ends the execution without a look at the data, as that to which a hundred Catches may lead: nobody asks what it is. */
const looksAtNothing = (state: State): boolean =>
  state instanceof FailState && state.fields.every(({ expressions }) => expressions.length === 0);

/** Breadth first from StartAt: a state comes after most of those that lead to it. */
const orderOf = (scope: Scope): readonly State[] => [...new Set([...reachableStates(scope), ...scope.states])];
