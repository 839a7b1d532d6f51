import type { Catcher } from '../../../syntax';
import { commonStrings, everyString, onlyString, stringsBy, type Strings } from '../strings';
import { nothing, type Domain } from '../domain';
import { otherSigns } from '../sign';
import { orderTerm } from '../string-term';

/** No Catcher catches it. */
const uncaught = 'States.Runtime';
/** What a task may fail with if the name does not matter. */
const plain = 'Error';

const allBut = (...names: readonly string[]): Strings =>
  stringsBy(...names.map((name) => orderTerm(otherSigns([0]), name)));

/**
 * The names of errors that go to the Catcher of that index and not to one before it, as sets of which each will do; those
 * first that the Catcher names. See the interpreter's `errorMatches`.
 */
export function errorNamesFor(catchers: readonly Catcher[], index: number): readonly Domain[] {
  const earlier = catchers.slice(0, index).flatMap(({ errorEquals }) => errorEquals);
  const own = catchers[index]?.errorEquals ?? [];
  if (earlier.includes('States.ALL')) return [];
  const takesTaskFailed = earlier.includes('States.TaskFailed');
  const free = commonStrings(
    allBut(...earlier, uncaught, ''),
    takesTaskFailed ? onlyString('States.Timeout') : everyString,
  );
  const sets = own.flatMap((name): Strings[] => {
    if (name === 'States.ALL') return [onlyString(plain), everyString];
    if (name === 'States.TaskFailed') return [onlyString(plain), allBut('States.Timeout')];
    return [onlyString(name)];
  });
  return sets.map((strings) => ({ ...nothing, strings: commonStrings(strings, free) }));
}
