import { intrinsicFunctions } from '../../expressions';
import { parametersShapeOf } from '../../services';
import { textMembersOf } from '../../services/parameters/text-members';
import { statesOf, TaskState, type Expression, type State, type StateMachine } from '../../syntax';
import type { Located } from '../../text/located';
import { parametersFieldOf } from '../calls/call-parameters';
import { dataFlowOf } from './data-flow';
import { isWholeRead } from './data-read';
import type { ValueType } from './value-type';
import { typesOf } from './wrong-types';

/** A parameter that takes a text and is given a number or a Boolean on every way to its call, so that the state fails. */
export interface WrongParameter {
  readonly task: TaskState;
  readonly expression: Expression;
  /** `Item.count.N` */
  readonly member: string;
  /** What the values are instead. */
  readonly actual: readonly ValueType[];
}

/**
 * "The value for the field 'S' must be a STRING" (recorded of DynamoDB). Elsewhere a published definition hands a number to a
 * text of ECS, so that there nothing is certain.
 */
const isStrict = (state: State): state is TaskState =>
  state instanceof TaskState && 'service' in state.resource && state.resource.service === 'dynamodb';

const noTexts: ReadonlySet<ValueType> = new Set(['number', 'boolean']);

export function wrongParametersOf(machine: StateMachine): readonly WrongParameter[] {
  const tasks = statesOf(machine).filter(isStrict);
  if (!tasks.length) return [];
  const read = typesRead(machine);
  return tasks.flatMap((task) =>
    (task.field(parametersFieldOf(task))?.expressions ?? []).flatMap((expression) => {
      const types = typeOfCall(expression) ?? read.get(expression);
      if (!types?.size || [...types].some((type) => !noTexts.has(type))) return [];
      const member = task.once(findTextMembers).get(expression.value);
      return member === undefined ? [] : [{ task, expression, member, actual: [...types] }];
    }),
  );
}

/** The types of the values that expressions give on all ways; undefined where they may be of any. */
function typesRead(machine: StateMachine): ReadonlyMap<Expression, ReadonlySet<ValueType> | undefined> {
  const found = new Map<Expression, Set<ValueType> | undefined>();
  for (const read of dataFlowOf(machine).reads) {
    const { state, expression } = read;
    if (!isStrict(state) || !isWholeRead(read)) continue;
    const types = typesOf(read);
    const known = found.get(expression);
    found.set(expression, found.has(expression) ? known && types && new Set([...known, ...types]) : types);
  }
  return found;
}

/** What an intrinsic function gives back, whatever it is given. */
function typeOfCall({ parsed }: Expression): ReadonlySet<ValueType> | undefined {
  if (parsed.language !== 'intrinsic' || !parsed.result.value) return undefined;
  const type = intrinsicFunctions.get(parsed.result.value.name)?.returns;
  return type === 'number' || type === 'boolean' ? new Set([type]) : undefined;
}

function findTextMembers(task: TaskState): ReadonlyMap<Located, string> {
  const shape = parametersShapeOf(task.resource);
  const value = task.field(parametersFieldOf(task))?.value;
  return shape && value ? textMembersOf(value, shape) : new Map();
}
