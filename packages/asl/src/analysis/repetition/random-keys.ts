import { stabilityOf } from '../../services/idempotency/stability';
import { memberAt } from '../../services/idempotency/parameters';
import { repetitionKeyOf } from '../../services/idempotency/repetition-key';
import { mayRefuseKey } from '../../services/idempotency/write-judge';
import { writtenKeysOf, type WrittenKey } from '../../services/idempotency/written-keys';
import { MapState, statesOf, TaskState, type Expression, type State, type StateMachine } from '../../syntax';
import type { Range } from '../../text/located';
import { itemPlacesFilledBy, placeReadBy, placesFilledFrom, statesInside, type Place } from '../payload/value-places';

/** A write whose key, or a call whose token or name, an earlier state makes anew whenever the workflow is run again. */
export interface RandomKey {
  readonly task: TaskState;
  /** The part of the key, the token or the name: `Item.id`, `ClientRequestToken`. */
  readonly key: string;
  /** What each run does: `writes one more`. */
  readonly effect: string;
  /** Where the Task reads it: `$.id`. */
  readonly place: Place;
  readonly madeBy: State;
  /** The expression in the Task. */
  readonly range: Range;
}

/** Keys and tokens that are made at random by the Task itself are found by `idempotencyOf`. */
export function randomKeysOf(machine: StateMachine): readonly RandomKey[] {
  const inMaps = [...statesOf(machine)].flatMap((map) => {
    if (!(map instanceof MapState)) return [];
    const places = itemPlacesFilledBy(map, isRandom);
    return places.size ? keysFrom(places, statesInside(map)) : [];
  });
  const places = placesFilledFrom(machine, isRandom);
  return [...(places.size ? keysFrom(places, statesOf(machine)) : []), ...inMaps];
}

function keysFrom(places: ReadonlyMap<Place, State>, states: Iterable<State>): readonly RandomKey[] {
  const found: RandomKey[] = [];
  for (const task of states) {
    if (!(task instanceof TaskState)) continue;
    const expressions = task.field(task.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters')?.expressions ?? [];
    for (const { path, value, effect } of keysOf(task)) {
      const inside = expressions.filter(({ range }) => value.range[0] <= range[0] && range[1] <= value.range[1]);
      const read = inside.map((expression) => ({ expression, place: placeReadBy(expression, places) }));
      const first = read.find(({ place }) => place !== undefined);
      if (!first) continue;
      const place = first.place!;
      found.push({ task, key: path, effect, place, madeBy: places.get(place)!, range: first.expression.range });
    }
  }
  return found;
}

function keysOf(task: TaskState): readonly (Pick<WrittenKey, 'path' | 'value'> & { readonly effect: string })[] {
  if (writesByKey(task)) {
    return writtenKeysOf(task.callParameters)
      .filter(({ path }) => !mayRefuseKey(task.callParameters, path))
      .map((key) => ({ ...key, effect: 'writes one more' }));
  }
  const known = repetitionKeyOf(task.resource);
  if (!known) return [];
  const { member: path, effect } = known;
  const member = memberAt(task.callParameters, path);
  return member.is === 'present' ? [{ path, value: member.value, effect }] : [];
}

const writesByKey = ({ resource }: TaskState): boolean =>
  (resource.kind === 'optimized' || resource.kind === 'aws-sdk') &&
  ['dynamodb:putItem', 'dynamodb:updateItem', 'dynamodb:batchWriteItem', 's3:putObject', 's3:copyObject'].includes(
    `${resource.service}:${resource.action}`,
  );

/** Another value at each run, whatever the input: a UUID, a random number. */
function isRandom({ value, kind }: Expression): boolean {
  const stability = stabilityOf(value, kind === 'payload');
  return typeof stability === 'object' && /UUID|uuid|andom/.test(stability.changesBy);
}
