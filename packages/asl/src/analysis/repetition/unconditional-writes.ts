import {
  ChoiceState,
  descendantsOf,
  statesOf,
  TaskState,
  type Expression,
  type State,
  type StateMachine,
} from '../../syntax';
import { memberOf } from '../../text/located';
import { calls, textOfAttribute, writtenAt } from '../calls/written-members';
import { graphOf } from '../graph/graph';
import { statesFrom } from '../graph/reachability';
import { placesFromResult, placesOfResult } from '../payload/places-of-result';
import { originsOf, placeReadBy, type Place } from '../payload/value-places';
import { stores, type Store } from './stores';

/** A write that is made from, or because of, what was read of the same item, object or parameter, and that nothing guards. */
export interface UnconditionalWrite {
  readonly write: TaskState;
  readonly read: TaskState;
  readonly store: Store;
  /** Where it is kept, as it is written: a table, `bucket/key`, the name of a parameter. */
  readonly where: string;
  /** Where the write takes its value from: `$.product.Item`. */
  readonly place: Place;
  /** What looks at that place and decides whether the write is made; undefined where the value itself is made of it. */
  readonly choice?: ChoiceState;
}

/** Reads of one thing by its key only: which items a query gives is not in the definition. */
export function unconditionalWritesOf(machine: StateMachine): readonly UnconditionalWrite[] {
  const tasks = [...statesOf(machine)].filter((state) => state instanceof TaskState);
  return stores.flatMap((store) => writesTo(machine, store, tasks));
}

function writesTo(machine: StateMachine, store: Store, tasks: readonly TaskState[]): readonly UnconditionalWrite[] {
  const reads = tasks.filter((task) => calls(task, store.service, [store.read]));
  const writes = tasks.filter(
    (task) => calls(task, store.service, store.writes) && !store.isGuarded(task.callParameters),
  );
  if (!reads.length || !writes.length) return [];
  return reads.slice(0, mostReads).flatMap((read) => {
    const there = writes.filter((write) => isSamePlace(machine, store, read, write));
    const after = there.length ? nodesAfter(read) : new Set();
    const later = there.filter((write) => after.has(write));
    if (!later.length) return [];
    const places = placesFromResult(machine, read, placesOfResult(read, store.result));
    return later.flatMap((write) => {
      if (store.service === 'dynamodb' && !isSameItem(machine, read, write, places)) return [];
      const found = { write, read, store, where: store.where.map((member) => writtenAt(read, member)).join('/') };
      const place = valueFrom(write, store, places);
      if (place !== undefined) return { ...found, place };
      const decided = decisionOn(write, read, places);
      return decided ? { ...found, ...decided } : [];
    });
  });
}

/** Each read is followed through the whole machine; of one with more, nothing is said about the rest. */
const mostReads = 20;

/** The same table, object or parameter: as it is written, or a copy of what was written there. */
function isSamePlace(machine: StateMachine, store: Store, read: TaskState, write: TaskState): boolean {
  return store.where.every((member) => {
    const [here, there] = [writtenAt(read, member), writtenAt(write, member)];
    if (here === undefined || there === undefined) return false;
    if (here === there) return true;
    const origins = originsOf(machine, here);
    return originsOf(machine, there).some((place) => origins.includes(place));
  });
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

/** A Choice between the two that looks at what was read, and leads to the write on one way and past it on another. */
function decisionOn(write: TaskState, read: TaskState, places: ReadonlyMap<Place, State>) {
  if (write.parent !== read.parent) return undefined;
  const graph = graphOf(write.parent);
  if (graph.isPartial) return undefined;
  for (const choice of statesFrom(graph.transitionsFrom(read).flatMap(({ to }) => to ?? []))) {
    if (!(choice instanceof ChoiceState)) continue;
    const targets = graph.transitionsFrom(choice).flatMap(({ to }) => to ?? []);
    const led = targets.filter((target) => statesFrom([target]).has(write));
    if (!led.length || led.length === targets.length) continue;
    const place = expressionsOf(choice)
      .map((expression) => placeReadBy(expression, places))
      .find((one) => one !== undefined);
    if (place !== undefined) return { place, choice };
  }
  return undefined;
}

const expressionsOf = (choice: ChoiceState): readonly Expression[] =>
  [...descendantsOf(choice)].flatMap((node) => node.fields).flatMap(({ expressions }) => expressions);

/** The states that can come after the read, with all that is inside them. */
function nodesAfter(read: TaskState): ReadonlySet<unknown> {
  const next = graphOf(read.parent).transitionsFrom(read);
  const after = statesFrom(next.flatMap(({ to }) => to ?? []));
  return new Set([...after].flatMap((state) => descendantsOf(state)));
}

/** The place that the written value is made from; what says where it is kept is none. */
function valueFrom(write: TaskState, { where }: Store, places: ReadonlyMap<Place, State>): Place | undefined {
  const names = ['Key', ...where].flatMap((member) => [member, `${member}.$`]);
  const keyed = names.flatMap((name) => memberOf(write.callParameters, name) ?? []);
  const field = write.field(write.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters');
  const found = field?.expressions
    .filter(({ range }) => keyed.every((key) => range[0] < key.range[0] || range[0] > key.range[1]))
    .map((expression) => placeReadBy(expression, places));
  return found?.find((place) => place !== undefined);
}
