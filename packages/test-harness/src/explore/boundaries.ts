import {
  boundaryValues,
  canonicalText,
  ChoiceState,
  evaluatePath,
  statesOf,
  type BoundaryValue,
  type ChoiceTest,
  type Json,
  type PathRoots,
  type StateMachine,
} from '@stepproof/asl';
import { pathOf } from '../data-flow/path-field';

/** A value at the edge of what a test of a Choice takes. */
export interface Boundary {
  readonly state: ChoiceState;
  /** `"Route" with 101 at "$.amount"`. */
  readonly text: string;
}

/** The paths of one Choice, with the places of the values at their edges. */
interface Edges {
  readonly read: (input: Json) => Json | undefined;
  /** By the canonical text of the value. */
  readonly places: ReadonlyMap<string, number>;
}

/** What lies on either side of an edge; how a machine copes with other types is no question of the edge. */
const sides: ReadonlySet<BoundaryValue['name']> = new Set([
  'equal',
  'just below',
  'just above',
  'matching',
  'not matching',
]);

/**
 * The values at the edges of the tests of a machine, written in JSONPath, against literals: equal, just below, just above. A
 * test with a variable or a path into the context is left out.
 */
export class Boundaries {
  readonly all: readonly Boundary[];
  readonly #byState: ReadonlyMap<string, readonly Edges[]>;

  constructor(machine: StateMachine) {
    const all: Boundary[] = [];
    this.#byState = new Map(
      [...statesOf(machine)].flatMap((state) =>
        state instanceof ChoiceState ? [[state.name, edgesOf(state, all)] as const] : [],
      ),
    );
    this.all = all;
  }

  /** The places in `all` of the values that a Choice finds in its input. */
  at(state: string, input: Json): readonly number[] {
    return (this.#byState.get(state) ?? []).flatMap(({ read, places }) => {
      const value = read(input);
      const place = value === undefined ? undefined : places.get(canonicalText(value));
      return place === undefined ? [] : [place];
    });
  }
}

function edgesOf(state: ChoiceState, all: Boundary[]): readonly Edges[] {
  const byPath = new Map<string, { readonly read: Edges['read']; readonly places: Map<string, number> }>();
  const effective = readerOf(state, 'InputPath');
  for (const test of state.choices.flatMap(comparisonsIn)) {
    const read = readerOf(test, 'Variable');
    const path = test.field('Variable')?.json as string;
    const edges = byPath.get(path) ?? {
      read: (input: Json) => {
        const found = effective(input);
        return found === undefined ? undefined : read(found);
      },
      places: new Map<string, number>(),
    };
    byPath.set(path, edges);
    for (const { name, value } of boundaryValues(test) ?? []) {
      if (value === undefined || !sides.has(name)) continue;
      const text = canonicalText(value);
      if (edges.places.has(text)) continue;
      edges.places.set(text, all.length);
      all.push({ state, text: `"${state.name}" with ${JSON.stringify(value)} at "${path}"` });
    }
  }
  return [...byPath.values()];
}

function comparisonsIn(test: ChoiceTest): readonly ChoiceTest[] {
  const inner = [...test.and, ...test.or, ...(test.not ? [test.not] : [])];
  return inner.length > 0 ? inner.flatMap(comparisonsIn) : test.has('Variable') ? [test] : [];
}

/** Reads what a field points at in an input: all of it without the field; nothing for `null` and what is no path. */
function readerOf(node: ChoiceState | ChoiceTest, name: string): (input: Json) => Json | undefined {
  const field = node.field(name);
  if (!field) return (input) => input;
  const path = pathOf(field);
  if (!path) return () => undefined;
  return (input) => {
    const result = evaluatePath(path, inputOnly(input));
    return result.found ? result.value : undefined;
  };
}

const inputOnly = (input: Json): PathRoots => ({ input, context: {}, variable: () => undefined });
