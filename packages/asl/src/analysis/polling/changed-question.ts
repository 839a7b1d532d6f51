import { type PassState, type State, type TaskState } from '../../syntax';
import { putsInLoop } from '../events/place-writes';

/** Whether a Pass in a loop may put something else where a call of the loop reads what it asks for. */
export const mayChangeQuestion = (pass: PassState, task: TaskState, loop: readonly State[]): boolean => {
  if (!changing.some((name) => pass.has(name))) return false;
  const field = task.field('Arguments') ?? task.field('Parameters');
  if (!field) return true;
  const places = field.expressions.flatMap(({ text = '$' }) => text.match(/\$\$?[\w.]*/g) ?? []);
  return places.some((place) => {
    if (/^\$(\$|states\.context\b)/.test(place)) return false;
    return wholeData.test(place) || putsInLoop(pass, place, new Set(loop))?.length !== 0;
  });
};

/** What a Pass puts out or assigns; without these it hands on what it is given. */
const changing = ['Result', 'Parameters', 'InputPath', 'ResultPath', 'OutputPath', 'Output', 'Assign'];

/** All data, or data in JSONata, which is not followed. */
const wholeData = /^\$(states\b|\.?$)/;
