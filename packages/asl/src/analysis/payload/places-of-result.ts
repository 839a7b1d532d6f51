import type { Expression, State, StateMachine, TaskState } from '../../syntax';
import { withoutPathMark } from '../../text/path-mark';
import { membersOfResult } from '../shapes/handed-on';
import { placesFilledFrom, type Place } from './value-places';

/** Where a member of the result of a Task is found right behind it: `$.id`, `$.query.QueryExecutionId`, `$states.input.id`. */
export function placesOfResult(task: TaskState, member: string): ReadonlyMap<Place, State> {
  if (task.queryLanguage === 'JSONata') {
    const output = task.field('Output')?.json;
    const isWhole = output === undefined || (typeof output === 'string' && wholeResult.test(output));
    const names = isWhole ? [member] : membersOfResult(task);
    return new Map(names.map((name) => [`$states.input.${name}`, task]));
  }
  const path = task.has('ResultPath') ? task.field('ResultPath')!.json : '$';
  if (typeof path !== 'string' || task.has('OutputPath')) return new Map();
  const selector = task.field('ResultSelector');
  if (selector) {
    const names = selector.expressions
      .filter(({ text = '' }) => readsMember(text, member))
      .map(({ path: at }) => nameAt(at));
    return new Map(names.map((name) => [`${path}.${name}`, task]));
  }
  return new Map([[path === '$' ? `$.${member}` : path, task]]);
}

const wholeResult = /^\{%\s*\$states\.result\s*%\}$/;

/** The member, what is inside it, or the whole that has it. */
const readsMember = (text: string, member: string): boolean =>
  [...text.matchAll(/\$(?:\.(\w+))?(?![\w$])/g)].some(([, name]) => name === undefined || name === member);

const nameAt = (path: string): string => withoutPathMark(path.split('/')[1] ?? '');

/** Where a result that is first found there, or what other states copy of it, is found later. */
export const placesFromResult = (
  machine: StateMachine,
  task: TaskState,
  first: ReadonlyMap<Place, State>,
): ReadonlyMap<Place, State> => placesFilledFrom(machine, (expression) => readsResult(expression, task), first);

function readsResult({ parent: field, text }: Expression, task: TaskState): boolean {
  if (field.parent !== task || text === undefined) return false;
  return task.queryLanguage === 'JSONata'
    ? field.name !== 'Arguments' && text.includes('$states.result')
    : field.name === 'Assign' && text.startsWith('$.');
}
