import { memberAt, textAt } from '../services/idempotency/parameters';
import { descendantsOf, statesOf, TaskState, type Expression, type State, type StateMachine } from '../syntax';
import { memberOf, type Located } from '../text/located';
import { graphOf } from './graph';
import { originsOf, placeReadBy, placesFilledFrom, type Place } from './value-places';

/** A write to an item of DynamoDB that is made from what was read of the same item, and that nothing guards. */
export interface UnconditionalWrite {
  readonly write: TaskState;
  readonly read: TaskState;
  readonly table: string;
  /** Where the write takes its value from: `$.product.Item`. */
  readonly place: Place;
}

/** Reads by `getItem` only: which items a query gives is not in the definition. */
export function unconditionalWritesOf(machine: StateMachine): readonly UnconditionalWrite[] {
  const tasks = [...statesOf(machine)].filter((state) => state instanceof TaskState);
  const reads = tasks.filter((task) => calls(task, ['getItem']));
  const writes = tasks.filter((task) => calls(task, ['putItem', 'updateItem']) && !isGuarded(task));
  if (!reads.length || !writes.length) return [];
  return reads.slice(0, mostReads).flatMap((read) => {
    const table = tableOf(read);
    const toTable = table === undefined ? [] : writes.filter((write) => tableOf(write) === table);
    const after = toTable.length ? nodesAfter(read) : new Set();
    const later = toTable.filter((write) => after.has(write));
    if (!later.length) return [];
    const places = placesFilledFrom(machine, readsResult, resultPlaces(read));
    return later.flatMap((write) => {
      if (!isSameItem(machine, read, write, places)) return [];
      const place = valueFrom(write, places);
      return place === undefined ? [] : { write, read, table: tableOf(write)!, place };
    });

    function readsResult({ parent, text }: Expression): boolean {
      return (
        parent.parent === read && text !== undefined && parent.name !== 'Arguments' && text.includes('$states.result')
      );
    }
  });
}

/** Each read is followed through the whole machine; of one with more, nothing is said about the rest. */
const mostReads = 20;

const calls = ({ resource }: TaskState, actions: readonly string[]): boolean =>
  (resource.kind === 'optimized' || resource.kind === 'aws-sdk') &&
  resource.service === 'dynamodb' &&
  actions.includes(resource.action);

const isGuarded = ({ callParameters }: TaskState): boolean =>
  ['ConditionExpression', 'Expected'].some((member) => memberAt(callParameters, member).is !== 'absent');

/** As written, so that a placeholder is the same table as itself. */
function tableOf({ callParameters }: TaskState): string | undefined {
  const table = memberOf(callParameters, 'TableName') ?? memberOf(callParameters, 'TableName.$');
  if (table?.kind === 'placeholder') return table.text;
  return table?.kind === 'string' ? table.value : textAt(callParameters, 'TableName');
}

/** The item of the same key: as it is written, a copy of what was written there, or the key of the item that was read. */
function isSameItem(
  machine: StateMachine,
  read: TaskState,
  write: TaskState,
  ofItem: ReadonlyMap<Place, State>,
): boolean {
  const key = memberOf(read.callParameters, 'Key');
  if (key?.kind !== 'object' || !key.entries.length) return false;
  const written = memberOf(write.callParameters, 'Key') ?? memberOf(write.callParameters, 'Item');
  return key.entries.every(({ key: { value: name }, value }) => {
    const [here, there] = [textOfAttribute(value), textOfAttribute(memberOf(written, name))];
    if (here === undefined || there === undefined) return false;
    const origins = originsOf(machine, here);
    return (
      here === there ||
      originsOf(machine, there).some((place) => origins.includes(place) || isKeyOf(ofItem, place, name))
    );
  });
}

const isKeyOf = (ofItem: ReadonlyMap<Place, State>, place: Place, name: string): boolean =>
  ['S', 'N', 'B'].some((type) => place.endsWith(`.${name}.${type}`)) &&
  [...ofItem.keys()].some((item) => place.startsWith(`${item}.`));

/** The one text in the value of an attribute, whatever its type is. */
function textOfAttribute(value: Located | undefined): string | undefined {
  const inner = value?.kind === 'object' && value.entries.length === 1 ? value.entries[0]!.value : undefined;
  if (inner?.kind === 'placeholder') return inner.text;
  return inner?.kind === 'string' ? inner.value : undefined;
}

/** The states that can come after the read, with all that is inside them. */
function nodesAfter(read: TaskState): ReadonlySet<unknown> {
  const graph = graphOf(read.parent);
  const after = new Set<State>(graph.transitionsFrom(read).flatMap(({ to }) => to ?? []));
  for (const state of after) for (const { to } of graph.transitionsFrom(state)) if (to) after.add(to);
  return new Set([...after].flatMap((state) => descendantsOf(state)));
}

/** Where the item that was read is found later. */
function resultPlaces(read: TaskState): ReadonlyMap<Place, State> {
  if (read.queryLanguage === 'JSONata') {
    return new Map(read.has('Output') ? [] : [['$states.input.Item', read]]);
  }
  const path = read.has('ResultPath') ? read.field('ResultPath')!.json : '$';
  if (typeof path !== 'string' || read.has('OutputPath')) return new Map();
  if (path !== '$') return new Map([[path, read]]);
  const selector = read.field('ResultSelector')?.value;
  const names =
    selector?.kind === 'object' ? selector.entries.map(({ key }) => key.value.replace(/\.\$$/, '')) : ['Item'];
  return new Map(names.map((name) => [`$.${name}`, read]));
}

/** The place that the written value is made from; the key of the item is none. */
function valueFrom(write: TaskState, places: ReadonlyMap<Place, State>): Place | undefined {
  const keyed = memberOf(write.callParameters, 'Key');
  const field = write.field(write.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters');
  const found = field?.expressions
    .filter(({ range }) => !keyed || range[0] < keyed.range[0] || range[0] > keyed.range[1])
    .map((expression) => placeReadBy(expression, places));
  return found?.find((place) => place !== undefined);
}
