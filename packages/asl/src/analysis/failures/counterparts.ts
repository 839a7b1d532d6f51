import type { State } from '../../syntax';
import { grouped } from '../grouped';
import { isFiller } from '../texts/action-names';
import { wordsOfName } from '../texts/name-words';

const linking: ReadonlySet<string> = new Set('a all and at by each for from in of on the with'.split(' '));

/**
 * Which of the states is undone by one that is called so: the only one whose name has a word in common with what is undone
 * (`Refund card` undoes `Charge card`). Undefined where none has, or several have: `Cancel order`.
 */
export function counterpartsIn(done: readonly State[]): (undo: State) => State | undefined {
  const byWord = grouped(done, ({ name }) => wordsOfName(name));
  const known = new Map<State, State | undefined>();
  return (undo) => {
    if (!known.has(undo)) known.set(undo, onlyOneOf(undo, byWord));
    return known.get(undo);
  };
}

function onlyOneOf({ name }: State, byWord: ReadonlyMap<string, readonly State[]>): State | undefined {
  const [, ...words] = wordsOfName(name);
  const undone = words.filter((word) => !isFiller(word) && !linking.has(word));
  const [only, ...others] = new Set(undone.flatMap((word) => byWord.get(word) ?? []));
  return others.length ? undefined : only;
}
