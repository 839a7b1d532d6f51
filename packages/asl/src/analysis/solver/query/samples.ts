import type { JsonataNode } from '../../../expressions';
import type { Json } from '../../../text/located';
import { keyOf } from '../store';
import type { Reading, Reference, Sample } from '../symbolic-value';
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
  const sources = new Map<string, { readonly place: Reference; readonly shape: Shape }>();
  const finder = new ShapeFinder(scope, (reading) => {
    const shapes = placesIn(reading).map((place) => {
      let source = sources.get(keyOf(place));
      if (!source) sources.set(keyOf(place), (source = { place, shape: new Shape() }));
      return source.shape;
    });
    return shapes[0];
  });
  finder.visit(node);
  finder.want(node, wanted);
  const choices = [...sources.values()].map(({ place, shape }) => ({
    place,
    values: [...new Set([...(known(place) ?? []), ...shape.values(), undefined])],
  }));
  return [[], ...combined(choices)];
}

/** The places that a value comes from, those first that it is most likely to be. */
function placesIn(reading: Reading): readonly Reference[] {
  switch (reading.kind) {
    case 'reference':
      return [reading];
    case 'derived':
      return [reading.of];
    case 'cases':
      return reading.cases.flatMap(({ value }) => placesIn(value)).slice(0, 4);
    case 'merged':
      return [...placesIn(reading.second), ...placesIn(reading.first)].slice(0, 4);
    case 'over':
      return placesIn(reading.base);
    default:
      return [];
  }
}

type Choice = { readonly place: Reference; readonly values: readonly (Json | undefined)[] };

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
