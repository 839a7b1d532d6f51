import { MapState, ParallelState, PassState, TaskState, type State } from '../../syntax';
import { withoutPathMark } from '../../text/path-mark';
import type { DataRead } from '../shapes/data-read';
import { partsOf } from '../shapes/parts';
import { shapeOfTaskResult } from '../shapes/task-result';
import { handedOnWithInput, variableOfResult } from '../shapes/handed-on';
import { nameAtTop, wholeData } from './named-reads';

/** The data as the reader of it writes it. */
export const dataFor = ({ expression }: DataRead): string => (expression.kind === 'jsonata' ? '$states.input' : '$');

/** Where the result of a state has been put, as the reader of it would write it. */
export function placeFor(read: DataRead, state: State): string | undefined {
  const data = dataFor(read);
  if (state.queryLanguage === 'JSONata') {
    const member = handedOnWithInput(state)?.result;
    const variable = variableOfResult(state);
    return member !== undefined ? `${data}.${member}` : variable && `$${variable}`;
  }
  const value = state.field('ResultPath')?.value;
  return value?.kind === 'string' ? value.value.replace(wholeData, data) : undefined;
}

/** Whether the output of a state has its input, so that the result is not all of the data. */
export function keepsInput(state: State): boolean {
  if (state.queryLanguage === 'JSONata') return handedOnWithInput(state) !== undefined;
  const path = state.field('ResultPath');
  if (!path || path.isUnknown || path.json === '$') return false;
  return (
    !state.has('OutputPath') && [TaskState, ParallelState, MapState, PassState].some((kind) => state instanceof kind)
  );
}

/** The names at the top of the data under which a state that keeps its input puts something. */
export function namesPut(state: State): readonly string[] {
  if (state.queryLanguage === 'JSONata') return [...(handedOnWithInput(state)?.names ?? [])];
  const [expression] = state.field('ResultPath')?.expressions ?? [];
  const name = expression && nameAtTop(expression);
  return name === undefined ? [] : [name];
}

/** Whether nothing of the result of a state that keeps its input can be read behind it. */
export function dropsResult(state: State): boolean {
  if (state.queryLanguage !== 'JSONata') return state.field('ResultPath')?.json === null && !state.has('Assign');
  return handedOnWithInput(state)?.names.size === 0 && !state.has('Assign');
}

/** The names that the result has at its top. */
export function resultNames(state: State): readonly string[] {
  const selected =
    state.field('ResultSelector') ??
    (state instanceof PassState ? (state.field('Result') ?? state.field('Parameters')) : undefined);
  if (selected) {
    const { value, name } = selected;
    if (value.kind !== 'object') return [];
    return value.entries.map(({ key }) => (name === 'Result' ? key.value : withoutPathMark(key.value)));
  }
  if (!(state instanceof TaskState)) return [];
  return partsOf(shapeOfTaskResult(state)).flatMap((part) => (part.kind === 'object' ? [...part.members.keys()] : []));
}
