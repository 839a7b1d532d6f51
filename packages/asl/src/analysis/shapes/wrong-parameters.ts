import { intrinsicFunctions } from '../../expressions';
import { parametersShapeOf } from '../../services';
import { typedMembersOf, type TypedMember } from '../../services/parameters/typed-members';
import { statesOf, TaskState, type Expression, type StateMachine } from '../../syntax';
import type { Located } from '../../text/located';
import { parametersFieldOf } from '../calls/call-parameters';
import { dataFlowOf } from './data-flow';
import { isWholeRead } from './data-read';
import type { ValueType } from './value-type';
import { typesOf } from './wrong-types';

/** A parameter that is given a value of another type than it takes on every way to its call, so that the state fails. */
export interface WrongParameter {
  readonly task: TaskState;
  readonly expression: Expression;
  /** `Item.count.N` */
  readonly member: string;
  readonly expected: TypedMember['type'];
  /** What the values are instead. */
  readonly actual: readonly ValueType[];
}

/**
 * "The value for the field 'S' must be a STRING" (recorded of DynamoDB). Elsewhere a published definition hands a number to a
 * text of ECS, so that there nothing is certain.
 */
const isStrictOfTexts = ({ resource }: TaskState): boolean => 'service' in resource && resource.service === 'dynamodb';

const refused: Readonly<Record<TypedMember['type'], ReadonlySet<ValueType>>> = {
  string: new Set(['number', 'boolean']),
  array: new Set(['string', 'number', 'boolean', 'object']),
};

interface TypedExpression {
  readonly task: TaskState;
  readonly member: TypedMember;
}

export function wrongParametersOf(machine: StateMachine): readonly WrongParameter[] {
  const typed = new Map(
    statesOf(machine).flatMap((state) => (state instanceof TaskState ? typedExpressions(state) : [])),
  );
  if (!typed.size) return [];
  const read = typesRead(machine, typed);
  return [...typed].flatMap(([expression, { task, member }]) => {
    const types = typeOfCall(expression) ?? read.get(expression);
    if (!types?.size || [...types].some((type) => !refused[member.type].has(type))) return [];
    return [{ task, expression, member: member.place, expected: member.type, actual: [...types] }];
  });
}

function typedExpressions(task: TaskState): readonly (readonly [Expression, TypedExpression])[] {
  const expressions = task.field(parametersFieldOf(task))?.expressions ?? [];
  if (!expressions.length) return [];
  const members = task.once(findTypedMembers);
  return expressions.flatMap((expression) => {
    const member = members.get(expression.value);
    const isStrict = member && (member.type === 'array' || isStrictOfTexts(task));
    return isStrict ? [[expression, { task, member }] as const] : [];
  });
}

/** The types of the values that expressions give on all ways; undefined where they may be of any. */
function typesRead(
  machine: StateMachine,
  typed: ReadonlyMap<Expression, TypedExpression>,
): ReadonlyMap<Expression, ReadonlySet<ValueType> | undefined> {
  const found = new Map<Expression, Set<ValueType> | undefined>();
  for (const read of dataFlowOf(machine).reads) {
    const { expression } = read;
    if (!typed.has(expression) || !isWholeRead(read)) continue;
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
  return type === undefined ? undefined : new Set([type]);
}

function findTypedMembers(task: TaskState): ReadonlyMap<Located, TypedMember> {
  const shape = parametersShapeOf(task.resource);
  const value = task.field(parametersFieldOf(task))?.value;
  return shape && value ? typedMembersOf(value, shape) : new Map();
}
