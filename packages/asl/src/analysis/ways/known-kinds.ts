import { StateNode, type ChoiceRule, type ChoiceState } from '../../syntax';
import { throughPath } from '../shapes/json-path-flow';
import { contextShapeOf } from '../shapes/context-shape';
import { dataFlowOf } from '../shapes/data-flow';
import { never, type DataShape } from '../shapes/data-shape';
import type { Evaluated } from '../shapes/evaluated';
import { join } from '../shapes/join';
import { partsOf, wordsOf } from '../shapes/parts';
import { DataReader } from '../shapes/reader';
import { readSegments } from '../shapes/read-path';
import { typeOf, type ValueType } from '../shapes/value-type';
import type { World } from '../shapes/world';
import { choiceContext, choiceInput, formulaOf, mostRules } from '../solver/choice-queries';
import { and, anyOf, demand, literal, testsOf, type Formula } from '../solver/formula';
import { writtenNumbers } from '../solver/numbers';
import { keyOf, type Reference } from '../solver/place';
import { assignmentsOf } from '../variables/assignments';
import { domainOf, domainsOf } from './shape-domain';

/** What values a place that a Choice tests can hold by their kind, whichever way has led there. */
export interface KnownKinds {
  /** As the query language of the Choice writes it. */
  readonly path: string;
  readonly types: readonly ValueType[];
  /** A number of things: whole, and not below zero. */
  readonly isCount: boolean;
  /** Whether there may be nothing. */
  readonly mayBeMissing: boolean;
  /** What the Choices before have shown: `NumericLessThan 3`, and whether it holds. */
  readonly tested: readonly { readonly text: string; readonly holds: boolean }[];
  /** What made the object that has it, or the contract that says so, for messages; undefined where several did. */
  readonly from: string | undefined;
}

/** That a place holds what it can hold. */
export interface KindsDemand {
  readonly place: Reference;
  readonly kinds: () => KnownKinds;
  /** The words that an API gives there and that no way brings others than. */
  readonly words: readonly string[] | undefined;
  readonly formula: Formula;
}

/** What is known of the places that the rules of a Choice test, by the key of the place. */
export type KindsDemands = ReadonlyMap<string, KindsDemand>;

/** Demands on the places that the rules of a Choice test, for those of which something is known in every world. */
export const kindsDemandsOf = (choice: ChoiceState): KindsDemands => choice.once(findDemands);

function findDemands(choice: ChoiceState): KindsDemands {
  const demands = new Map<string, KindsDemand>();
  if (choice.choices.length > mostRules) return demands;
  const worlds = dataFlowOf(choice.parent.machine).worldsAt(choice);
  const roots = worlds.flatMap((world) => rootsIn(choice, world) ?? []);
  if (!roots.length) return demands;
  for (const [key, { place, numbers }] of placesOf(choice)) {
    const read = readIn(roots, place);
    if (!read || saysNothing(read)) continue;
    const kinds = () => kindsOf(pathTo(place, choice), { ...read, from: read.from ?? assignedIn(choice, place) });
    const formula = demand(choice, key, place, domainOf(read, numbers));
    demands.set(key, { place, kinds, words: wordsOf(read.shape), formula });
  }
  return demands;
}

/** That the places that the rules of a Choice test hold what one of the ways to it brings, value by value where they are known. */
export const broughtData = (choice: ChoiceState): Formula => choice.once(findBroughtData);

function findBroughtData(choice: ChoiceState): Formula {
  if (choice.choices.length > mostRules) return literal(true);
  const worlds = dataFlowOf(choice.parent.machine).worldsAt(choice);
  const ways = worlds.flatMap((world) => rootsIn(choice, world) ?? []).map((roots) => and(...broughtBy(roots, choice)));
  return ways.length ? anyOf(...ways) : literal(true);
}

const broughtBy = (roots: Roots, choice: ChoiceState): readonly Formula[] =>
  [...placesOf(choice)].flatMap(([key, { place, numbers }]) => {
    const read = readIn([roots], place);
    if (!read || saysNothing(read)) return [];
    return anyOf(...domainsOf(read, numbers).map((domain) => demand(choice, key, place, domain)));
  });

/** The places that the rules test, by their keys, and all that each is compared with. */
function placesOf(choice: ChoiceState): ReadonlyMap<string, TestedPlace> {
  const places = new Map<string, TestedPlace>();
  for (const { place, numbers } of choice.choices.flatMap(placesIn)) {
    const before = places.get(keyOf(place))?.numbers ?? [];
    places.set(keyOf(place), { place, numbers: [...before, ...numbers] });
  }
  return places;
}

/** Those of the places that a rule tests, by their keys. */
export const demandsOn = (rule: ChoiceRule, demands: KindsDemands): readonly string[] =>
  placesIn(rule).flatMap(({ place }) => (demands.has(keyOf(place)) ? keyOf(place) : []));

interface TestedPlace {
  readonly place: Reference;
  /** With what it is compared. */
  readonly numbers: readonly number[];
}

const placesIn = (rule: ChoiceRule): readonly TestedPlace[] => rule.once(findPlaces);

const findPlaces = (rule: ChoiceRule): readonly TestedPlace[] =>
  [...testsOf(formulaOf(rule))].flatMap((tested) =>
    tested
      .ways('true')
      .flatMap(({ restrictions = [] }) =>
        restrictions.map(({ place, domain }) => ({ place, numbers: writtenNumbers(domain.numbers) })),
      ),
  );

/** What the symbols of a Choice stand for in one world; undefined where the Choice fails in it. */
type Roots = (symbol: string) => DataShape | undefined;

function rootsIn(choice: ChoiceState, world: World): Roots | undefined {
  const reader = new DataReader(choice, world, undefined);
  const input =
    choice.queryLanguage === 'JSONPath' ? throughPath(choice, 'InputPath', world.input, reader) : world.input;
  if (reader.hasFailed()) return undefined;
  return (symbol) => {
    if (symbol === choiceInput.id) return input;
    if (symbol === choiceContext.id) return contextShapeOf(choice);
    return symbol.startsWith('$') ? world.variables.get(symbol.slice(1)) : undefined;
  };
}

interface Read extends Evaluated {
  readonly from: string | undefined;
}

function readIn(roots: readonly Roots[], place: Reference): Read | undefined {
  let all: Read | undefined;
  for (const root of roots) {
    const start = root(place.symbol.id);
    const read = start && readAt(start, place);
    if (!read) return undefined;
    all = all
      ? {
          shape: join(all.shape, read.shape),
          missing: all.missing === read.missing ? read.missing : 'possible',
          from: all.from === read.from ? read.from : undefined,
        }
      : read;
  }
  return all;
}

/** What may be anything is worth knowing of where it is there: JSONata finds nothing neither equal nor unequal. */
const saysNothing = ({ shape, missing }: Read): boolean => shape.kind === 'unknown' && missing !== 'no';

/** Undefined where nothing is said: a model that has no such member may be older than the API, and JSONata looks into lists. */
function readAt(start: DataShape, { path, view }: Reference): Read | undefined {
  const isExact = view === 'exact';
  let read: Read = { shape: start, missing: 'no', from: undefined };
  for (const step of path) {
    const parts = partsOf(read.shape);
    if (read.shape.kind === 'unknown') return undefined;
    if (!isExact && (typeof step === 'number' || parts.some(({ kind }) => kind === 'array'))) return undefined;
    const [segment] =
      typeof step === 'number'
        ? [{ kind: 'index', index: step, start: 0, end: 0 } as const]
        : [{ kind: 'name', name: step, start: 0, end: 0 } as const];
    const { shape, missing, gap } = readSegments([segment], read.shape);
    if (gap?.isModelled) return undefined;
    const origins = parts.flatMap((part) => (part.kind === 'object' && part.origin !== undefined ? [part.origin] : []));
    read = {
      shape,
      missing: missing === 'no' ? read.missing : missing,
      from: origins.length > 1 ? undefined : (origins[0] ?? read.from),
    };
    if (missing === 'sure') return { ...read, shape: never };
  }
  return !isExact && partsOf(read.shape).some(({ kind }) => kind === 'array') ? undefined : read;
}

function kindsOf(path: string, { shape, missing, from }: Read): KnownKinds {
  const parts = partsOf(shape);
  const numbers = parts.find((part) => part.kind === 'scalar' && part.type === 'number');
  const by = parts.flatMap((part) => (part.kind !== 'object' && part.by !== undefined ? [part.by] : []))[0];
  return {
    path,
    types: parts.map(typeOf),
    isCount: numbers?.kind === 'scalar' && numbers.isCount === true,
    mayBeMissing: missing !== 'no',
    tested: parts.flatMap((part) =>
      part.kind === 'scalar'
        ? [...(part.tested?.values() ?? [])].map(({ operator, literal, holds }) => ({
            text: `${operator} ${JSON.stringify(literal)}`,
            holds,
          }))
        : [],
    ),
    from: by ?? from,
  };
}

/** The state whose Assign brings a variable, where there is only one. */
function assignedIn({ parent: { machine } }: ChoiceState, { symbol: { id } }: Reference): string | undefined {
  if (!id.startsWith('$')) return undefined;
  const states = assignmentsOf(machine).flatMap(({ name, field }) =>
    `$${name}` === id ? (field.parent.enclosing(StateNode)?.name ?? []) : [],
  );
  return states.length === 1 ? `the Assign of "${states[0]}"` : undefined;
}

function pathTo({ symbol, path }: Reference, { queryLanguage }: ChoiceState): string {
  const isJsonata = queryLanguage === 'JSONata';
  const roots: Readonly<Record<string, string>> = isJsonata
    ? { [choiceInput.id]: '$states.input', [choiceContext.id]: '$states.context' }
    : { [choiceInput.id]: '$', [choiceContext.id]: '$$' };
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return `${roots[symbol.id] ?? symbol.id}${steps.join('')}`;
}
