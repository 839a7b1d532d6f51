import { stabilityOf } from '../../services/idempotency/stability';
import { writtenKeysOf } from '../../services/idempotency/written-keys';
import { statesOf, TaskState, type Expression, type State, type StateMachine } from '../../syntax';
import type { Range } from '../../text/located';
import { placeReadBy, placesFilledFrom, type Place } from '../payload/value-places';

/** A write whose key an earlier state makes anew whenever the workflow is run again. */
export interface RandomKey {
  readonly task: TaskState;
  /** The part of the key: `Item.id`. */
  readonly key: string;
  /** Where the Task reads it: `$.id`. */
  readonly place: Place;
  readonly madeBy: State;
  /** The expression in the Task. */
  readonly range: Range;
}

/** Keys and tokens that are made at random by the Task itself are found by `idempotencyOf`. */
export function randomKeysOf(machine: StateMachine): readonly RandomKey[] {
  const places = placesFilledFrom(machine, isRandom);
  if (!places.size) return [];
  const found: RandomKey[] = [];
  for (const task of statesOf(machine)) {
    if (!(task instanceof TaskState) || !writesByKey(task)) continue;
    const expressions = task.field(task.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters')?.expressions ?? [];
    for (const { path, value } of writtenKeysOf(task.callParameters)) {
      const inside = expressions.filter(({ range }) => value.range[0] <= range[0] && range[1] <= value.range[1]);
      const read = inside.map((expression) => ({ expression, place: placeReadBy(expression, places) }));
      const first = read.find(({ place }) => place !== undefined);
      if (!first) continue;
      const place = first.place!;
      found.push({ task, key: path, place, madeBy: places.get(place)!, range: first.expression.range });
    }
  }
  return found;
}

const writesByKey = ({ resource, callParameters }: TaskState): boolean =>
  (resource.kind === 'optimized' || resource.kind === 'aws-sdk') &&
  ['dynamodb:putItem', 'dynamodb:updateItem', 's3:putObject', 's3:copyObject'].includes(
    `${resource.service}:${resource.action}`,
  ) &&
  !(
    callParameters?.kind === 'object' &&
    callParameters.entries.some(({ key }) => key.value.startsWith('ConditionExpression'))
  );

/** Another value at each run, whatever the input: a UUID, a random number. */
function isRandom({ value, kind }: Expression): boolean {
  const stability = stabilityOf(value, kind === 'payload');
  return typeof stability === 'object' && /UUID|uuid|andom/.test(stability.changesBy);
}
