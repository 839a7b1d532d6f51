import {
  MapState,
  PassState,
  statesOf,
  type Expression,
  type Field,
  type State,
  type StateMachine,
} from '../../syntax';
import { withoutPathMark } from '../../text/path-mark';

/** Where a later state finds a value: `$.order.id`, a variable `$id`, in JSONata also `$states.input.id`. */
export type Place = string;

/**
 * The places that the states of a machine fill with values made from what `isSource` tells of an expression, directly or
 * by way of other such places, and the state that does so. Only what is written out is followed: not what a function
 * makes of its input, nor a place that is filled by another state as well.
 */
export function placesFilledFrom(
  machine: StateMachine,
  isSource: (expression: Expression) => boolean,
  known: ReadonlyMap<Place, State> = new Map(),
): ReadonlyMap<Place, State> {
  const found = new Map(known);
  const fillings = [...statesOf(machine)].flatMap((state) => fillingsOf(state));
  // One round for each step from place to place; more than a few are rare, and each is linear.
  for (let round = 0; round < mostSteps; round++) {
    const before = found.size;
    for (const { place, expression, state } of fillings) {
      if (found.size < mostPlaces && !found.has(place) && (isSource(expression) || placeReadBy(expression, found)))
        found.set(place, state);
    }
    if (found.size === before) break;
  }
  for (const { place, expression } of fillings) {
    if (!known.has(place) && !isSource(expression) && !placeReadBy(expression, found)) found.delete(place);
  }
  return found;
}

const mostSteps = 5;
/** Each expression is looked through for each place: without a bound a large machine would take time in its square. */
const mostPlaces = 50;

/**
 * The places that a Map fills for the states inside by its ItemSelector, with values of a source. Without those that a state
 * inside fills as well.
 */
export function itemPlacesFilledBy(
  map: MapState,
  isSource: (expression: Expression) => boolean,
): ReadonlyMap<Place, State> {
  const selector = map.field('ItemSelector') ?? map.field('Parameters');
  const sources = selector?.expressions.filter(isSource) ?? [];
  if (!sources.length) return new Map();
  const base = map.queryLanguage === 'JSONata' ? '$states.input.' : '$.';
  const inside = statesInside(map).flatMap((state) => fillingsOf(state));
  const places = sources.flatMap((source) => placeOf(source, base) ?? []);
  return new Map(
    places.filter((place) => inside.every((filling) => filling.place !== place)).map((place) => [place, map]),
  );
}

/** The states whose input is an item of that Map, or made of one. */
export const statesInside = (map: MapState): readonly State[] =>
  [...statesOf(map.parent.machine)].filter((state) => state.parent.enclosing(MapState) === map);

/** The first of the places that an expression reads, at it or below it. */
export function placeReadBy({ text }: Expression, places: ReadonlyMap<Place, State>): Place | undefined {
  if (text === undefined) return undefined;
  for (const place of places.keys()) {
    for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1)) {
      if (!/[\w$.]/.test(text[at - 1] ?? '') && !/\w/.test(text[at + place.length] ?? '')) return place;
    }
  }
  return undefined;
}

/**
 * Where the value of a path comes from, as far as states copy it from place to place: `$id` and `$states.input.id` for `$id`, when one
 * state assigns it so. A place that several states fill ends the way.
 */
export function originsOf(machine: StateMachine, text: string): readonly Place[] {
  const copies = machine.once(copiesIn);
  const origins: Place[] = [];
  for (let place = plainPlace(text); place && !origins.includes(place); place = copies.get(place)) origins.push(place);
  return origins;
}

function copiesIn(machine: StateMachine): ReadonlyMap<Place, Place | undefined> {
  const copies = new Map<Place, Place | undefined>();
  for (const { place, expression } of [...statesOf(machine)].flatMap((state) => fillingsOf(state))) {
    copies.set(place, copies.has(place) ? undefined : plainPlace(expression.text ?? ''));
  }
  return copies;
}

const plainPlace = (text: string): Place | undefined => /^(?:\{%\s*)?(\$[\w.]+)(?:\s*%\})?$/.exec(text)?.[1];

interface Filling {
  readonly place: Place;
  readonly expression: Expression;
  readonly state: State;
}

function fillingsOf(state: State): readonly Filling[] {
  return state.fields.flatMap((field) => {
    const base = baseOf(state, field);
    if (base === undefined) return [];
    return field.expressions.flatMap((expression) => {
      const place = placeOf(expression, base);
      return place === undefined ? [] : { place, expression, state };
    });
  });
}

/** Undefined for what is no member, or one of an element. */
function placeOf({ path }: Expression, base: string): Place | undefined {
  const [, ...names] = withoutPathMark(path).split('/');
  return !names.length || names.some((name) => name.includes('[')) ? undefined : base + names.join('.');
}

/** What stands before the names that a field fills; undefined for a field that fills no place, or one that is not known. */
function baseOf(state: State, field: Field): string | undefined {
  if (field.name === 'Assign') return '$';
  if (field.name === 'Output') return '$states.input.';
  const fills = field.name === 'ResultSelector' || (field.name === 'Parameters' && state instanceof PassState);
  if (!fills || state.has('OutputPath')) return undefined;
  const path = state.has('ResultPath') ? state.field('ResultPath')!.json : '$';
  return typeof path === 'string' ? `${path}.` : undefined;
}
