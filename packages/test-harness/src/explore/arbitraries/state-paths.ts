import { ChoiceState, isRecoverable, type Expression, type Field, type State } from '@stepproof/asl';
import { placesGiven } from './path-uses';
import { eachItem, type UsePath } from './used-value';

/** Whether the paths of a field begin in the result of the state. */
export const isReadFromResult = (state: State, { name, parent }: Field): boolean =>
  parent === state &&
  (name === 'ResultSelector' || (name === 'Assign' && state.queryLanguage === 'JSONPath')) &&
  !(state instanceof ChoiceState);

/** Whether the state hands on what it has made and nothing of what it was given. */
export function replacesInput(state: State): boolean {
  const resultPath = state.field('ResultPath');
  const isMaker = isRecoverable(state) || state.has('Parameters') || state.has('Result');
  return isMaker && resultPath?.value.kind !== 'null' && pathIn(resultPath).length === 0;
}

export const inputPathOf = (state: State): UsePath => pathIn(state.field('InputPath'));

/** The names and indexes of a path below the input; of anything else, none. */
export function pathIn(field: Field | undefined): UsePath {
  const [given] = field?.expressions.flatMap(placesGiven) ?? [];
  return given?.root === 'input' ? given.path : [];
}

/** Where in a template an expression stands: `ResultSelector/order/total.$` -> order, total. */
export const keysOf = ({ path }: Expression): UsePath =>
  path
    .split('/')
    .slice(1)
    .flatMap((key): UsePath => {
      const name = key.replace(/(?:\[\d+\])+$/, '');
      const items: UsePath = name === key ? [] : [eachItem];
      return [name.replace(/\.\$$/, ''), ...items];
    });
