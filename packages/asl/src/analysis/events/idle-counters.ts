import { ChoiceState, type Scope, type State } from '../../syntax';
import { graphOf } from '../graph/graph';
import { loopsOf } from '../graph/loops';
import { wordsOfName } from '../texts/name-words';
import { reachableStates } from '../graph/reachability';
import { boundsIn, type CountedBound } from './counted-bounds';
import { numberPutsOf } from './number-puts';
import { putsInLoop, setsInLoop } from './place-writes';

/** A bound of a loop that is never reached, because what is compared with it does not come nearer. */
export type IdleCounter = {
  readonly choice: ChoiceState;
  /** In the order of the text. */
  readonly states: readonly State[];
  readonly bound: CountedBound;
} & (
  | { readonly kind: 'unchanged'; /** What is counted instead. */ readonly counted: string | undefined }
  | { readonly kind: 'backwards'; readonly by: State; readonly step: number }
  | { readonly kind: 'reset'; readonly by: State; readonly value: number }
  | { readonly kind: 'skipped'; readonly by: State; readonly step: number; readonly start: number }
);

/** One for each place and loop, in the order of the text. */
export const idleCountersOf = (scope: Scope): readonly IdleCounter[] => scope.once(findIdleCounters);

function findIdleCounters(scope: Scope): readonly IdleCounter[] {
  if (graphOf(scope).isPartial) return [];
  const reachable = reachableStates(scope);
  return loopsOf(scope).flatMap((loop) => {
    if (!reachable.has(loop[0]!)) return [];
    const inLoop = new Set(loop);
    const found = new Map<string, IdleCounter>();
    const bounds = loop.flatMap((choice) =>
      choice instanceof ChoiceState && leavesLoop(choice, inLoop)
        ? boundsIn(choice, inLoop).map((bound) => ({ choice, bound }))
        : [],
    );
    const states = scope.states.filter((state) => inLoop.has(state));
    for (const { choice, bound } of bounds) {
      if (found.has(bound.place) || !isPlace(bound.place)) continue;
      const others = bounds.flatMap((other) => [other.bound.place, other.bound.bound]);
      const idle = new Loop(scope, inLoop, states, others).idle(bound);
      if (idle) found.set(bound.place, { choice, states, bound, ...idle });
    }
    return [...found.values()];
  });
}

const leavesLoop = (choice: ChoiceState, loop: ReadonlySet<State>): boolean =>
  graphOf(choice.parent)
    .transitionsFrom(choice)
    .some(({ to }) => to !== undefined && !loop.has(to));

/** Data in JSONPath or a variable; what the context object and the data in JSONata hold is not followed. */
const isPlace = (place: string): boolean => /^\$\.|^\$\w/.test(place) && !place.startsWith('$states.');

type Idle = IdleCounter extends infer One
  ? One extends IdleCounter
    ? Omit<One, 'choice' | 'states' | 'bound'>
    : never
  : never;

class Loop {
  readonly #scope: Scope;
  readonly #loop: ReadonlySet<State>;
  readonly #states: readonly State[];
  /** All places and numbers that Choices of the loop compare. */
  readonly #compared: readonly (number | string)[];

  constructor(
    scope: Scope,
    loop: ReadonlySet<State>,
    states: readonly State[],
    compared: readonly (number | string)[],
  ) {
    this.#scope = scope;
    this.#loop = loop;
    this.#states = states;
    this.#compared = compared;
  }

  idle(bound: CountedBound): Idle | undefined {
    const { place, isUpper, isExact } = bound;
    const writes = this.#states.map((state) => ({ state, puts: putsInLoop(state, place, this.#loop) }));
    if (writes.some(({ puts }) => !puts)) return undefined;
    const puts = writes.flatMap(({ state, puts }) => puts!.map((put) => ({ by: state, ...put })));
    const steps = puts.flatMap(({ by, step }) => (step ? [{ by, step }] : []));
    const values = puts.flatMap(({ by, value }) => (value === undefined ? [] : [{ by, value }]));
    if (!steps.length && !values.length) return this.#unchanged(bound);
    const isFixed = typeof bound.bound === 'number';
    if (!isFixed && (values.length || isExact || !this.#isUntouched(bound.bound))) return undefined;
    if (values.length) return this.#reset(bound, steps, values);
    const isBackwards = steps.every(({ step }) => step < 0 === isUpper);
    // Whether a number that is met exactly lies before or behind is known from where it begins.
    const isCertain = !isExact || this.#starts(place)?.every((start) => goesOn(start, bound));
    if (isBackwards && isCertain) return { kind: 'backwards', ...steps[0]! };
    return isExact ? this.#skipped(bound, steps) : undefined;
  }

  /** Counted past a number that ends the loop only when it is met: no number of steps adds up to the distance. */
  #skipped(
    { place, bound }: CountedBound,
    steps: readonly { readonly by: State; readonly step: number }[],
  ): Idle | undefined {
    const starts = this.#starts(place);
    const numbers = [bound, ...steps.map(({ step }) => step), ...(starts ?? [])];
    // Sums of fractions are not exact.
    if (!starts || !numbers.every(Number.isSafeInteger)) return undefined;
    const least = steps.reduce((divisor, { step }) => commonDivisor(divisor, Math.abs(step)), 0);
    const isMet = starts.some((start) => (Number(bound) - start) % least === 0);
    return isMet ? undefined : { kind: 'skipped', ...steps[0]!, start: starts[0]! };
  }

  #unchanged(limit: CountedBound): Idle | undefined {
    const { place, bound, isExact } = limit;
    if (typeof bound === 'string' && !this.#isUntouched(bound)) return undefined;
    const counted = this.#countedInstead(place);
    const starts = this.#starts(place);
    // One of several numbers that ends the loop at once is a setting.
    if (starts && !starts.every((start) => goesOn(start, limit) && goesOn(roundedByMathAdd(start), limit)))
      return undefined;
    const isCounter = starts !== undefined || counted !== undefined || (!isExact && isCalledCounter(place));
    return isCounter ? { kind: 'unchanged', counted } : undefined;
  }

  /** Set to numbers that the loop goes on with, and brought on from there by too little before it is set again. */
  #reset(
    bound: CountedBound,
    steps: readonly { readonly by: State; readonly step: number }[],
    values: readonly { readonly by: State; readonly value: number }[],
  ): Idle | undefined {
    const { place } = bound;
    const mayCount = (state: State) => this.#loop.has(state) && !setsInLoop(state, place, this.#loop);
    if (loopsOf(this.#scope, mayCount).length) return undefined;
    // States.MathAdd rounds what it adds to.
    if (steps.length && !values.every(({ value }) => Number.isInteger(value))) return undefined;
    const step = steps.reduce((sum, one) => sum + (bound.isUpper === one.step > 0 ? one.step : 0), 0);
    return values.every(({ value }) => goesOn(value + step, bound)) ? { kind: 'reset', ...values[0]! } : undefined;
  }

  /** A place that is counted in the loop, from what should be or by itself, and that no Choice of it looks at. */
  #countedInstead(meant: string): string | undefined {
    const puts = this.#states.flatMap(numberPutsOf).filter(({ place }) => !this.#compared.includes(place));
    return (puts.find(({ from }) => from === meant) ?? puts.find(({ step }) => step))?.place;
  }

  /** The numbers that states outside of the loop put there; undefined where none is known, or anything may be put. */
  #starts(place: string): readonly number[] | undefined {
    const outside = this.#scope.states.filter((state) => !this.#loop.has(state));
    const puts = outside.flatMap(numberPutsOf).filter((put) => put.place === place);
    return puts.length && puts.every(({ value }) => value !== undefined) ? puts.map(({ value }) => value!) : undefined;
  }

  #isUntouched(place: string): boolean {
    return isPlace(place) && this.#states.every((state) => putsInLoop(state, place, this.#loop)?.length === 0);
  }
}

/** To add 0 makes a whole number of 1.6, once. */
const roundedByMathAdd = Math.round;

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** Whether the loop is still gone round with that number; with a bound that is not known it is. */
function goesOn(value: number, { bound, isUpper, isIncluded }: CountedBound): boolean {
  if (typeof bound === 'string') return true;
  return value === bound ? isIncluded : value < bound === isUpper;
}

const countingWords = new Set(
  'attempt attempts retries tries rounds round iteration iterations counter index'.split(' '),
);
const limitWords = new Set('max maximum min minimum limit allowed total'.split(' '));

/** `$.attempts`, `$retryCount`; not `$.maxAttempts`, which is a bound itself. */
function isCalledCounter(place: string): boolean {
  const words = wordsOfName(place.split('.').at(-1)!);
  if (words.some((word) => limitWords.has(word))) return false;
  const [last = '', before = ''] = [...words].reverse();
  const counts = last === 'count' && ['retry', 'attempt', 'loop', 'poll', 'try', 'round'].includes(before);
  return countingWords.has(last) || counts;
}
