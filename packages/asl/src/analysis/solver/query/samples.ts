import type { JsonataNode } from '../../../expressions';
import type { Json } from '../../../text/located';
import { keyOf, type Reference, type Sample } from '../place';
import type { Reading, SymbolicValue } from '../symbolic-value';
import type { Scope } from './scope';
import { Shape } from './shape';
import { ShapeFinder } from './shape-finder';

/** As many as another search may want to choose from. */
const maxSamples = 80;

/**
 * Data to try for an expression to give one of the values: first what is demanded of it anyhow, then what its own text
 * suggests. `known` are values that a place may have to hold for other reasons; undefined where there are none.
 */
export function samplesFor(
  node: JsonataNode,
  scope: Scope,
  wanted: readonly Json[],
  known: (place: Reference) => readonly Json[] | undefined,
): readonly Sample[] {
  const shapes = new Map<Reading, Shape>();
  const finder = new ShapeFinder(scope, (reading) => {
    const found = shapes.get(reading) ?? [...shapes].find(([other]) => isSame(reading, other))?.[1];
    const shape = found ?? new Shape();
    shapes.set(reading, shape);
    return shape;
  });
  finder.visit(node);
  finder.want(node, wanted);
  const sources = new Map<string, Source>();
  for (const source of [...shapes].flatMap(([reading, shape]) => sourcesIn(reading, shape))) {
    if (!sources.has(keyOf(source.place))) sources.set(keyOf(source.place), source);
  }
  const choices = [...sources.values()].slice(0, maxSources).map(({ place, shape }) => ({
    place,
    values: [...new Set([...(known(place) ?? []), ...shape.values(), undefined])],
  }));
  return [[], ...combined(choices)];
}

/** A place that a value comes from, and what is sought there. */
interface Source {
  readonly place: Reference;
  readonly shape: Shape;
}

const maxSources = 12;

const isSame = (left: Reading, right: Reading): boolean =>
  left.kind === 'reference' && right.kind === 'reference' && keyOf(left) === keyOf(right);

/** The places that a value comes from, those first that it is most likely to be. */
function sourcesIn(reading: Reading, shape: Shape): readonly Source[] {
  switch (reading.kind) {
    case 'reference':
      return [{ place: reading, shape }];
    case 'derived':
      return [{ place: reading.of, shape }];
    case 'cases':
      return reading.cases.flatMap(({ value }) => sourcesIn(value, shape)).slice(0, 4);
    case 'array':
      return reading.items.slice(0, 4).flatMap((item) => sourcesIn(item, shape.element));
    case 'object':
      return sourcesInMembers(reading.members, shape);
    case 'over':
      return [...sourcesInMembers(reading.members, shape), ...sourcesIn(reading.base, shape)];
    case 'merged':
      return [...sourcesIn(reading.second, shape), ...sourcesIn(reading.first, shape)];
    default:
      return [];
  }
}

const sourcesInMembers = (members: ReadonlyMap<string, SymbolicValue>, shape: Shape): readonly Source[] =>
  [...shape.members].flatMap(([name, inner]) => {
    const member = members.get(name);
    return member ? sourcesIn(member, inner) : [];
  });

interface Choice {
  readonly place: Reference;
  readonly values: readonly (Json | undefined)[];
}

/** The first values of all, then others of each alone, then of two together. */
function combined(choices: readonly Choice[]): readonly Sample[] {
  const base = choices.map(({ place, values: [value] }) => ({ place, value }));
  const samples: Sample[] = [base];
  const withOthers = (...changes: readonly (readonly [index: number, value: Json | undefined])[]): Sample =>
    base.map((one, at) => {
      const change = changes.find(([index]) => index === at);
      return change ? { place: one.place, value: change[1] } : one;
    });
  for (let rank = 1; rank < 30; rank++) {
    for (const [index, { values }] of choices.entries()) {
      if (rank < values.length) samples.push(withOthers([index, values[rank]]));
    }
  }
  for (const [first, { values: left }] of choices.entries()) {
    for (const [second, { values: right }] of choices.entries()) {
      if (second <= first) continue;
      for (const one of left.slice(1, 6)) {
        for (const other of right.slice(1, 6)) samples.push(withOthers([first, one], [second, other]));
      }
    }
  }
  return samples.slice(0, maxSamples);
}
