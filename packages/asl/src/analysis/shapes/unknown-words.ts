import { nearest } from '../../expressions';
import type { StateMachine } from '../../syntax';
import type { Range } from '../../text/located';
import { comparedTextsOf } from './compared-texts';
import type { DataShape } from './data-shape';
import { wordsOf } from './parts';

/** A comparison of a Choice with a word that the API never gives, which never holds. */
export interface UnknownWord {
  /** Where the word stands in the file. */
  readonly range: Range;
  readonly word: string;
  /** What it is compared with, as it is written. */
  readonly path: string;
  /** The words that there are, in the order of the model. */
  readonly words: readonly string[];
  /** The one that was probably meant. */
  readonly meant: string | undefined;
}

/** Longer lists, such as those of the types of instances, become longer with each year. */
const longestStable = 16;

/** In the order of the states; what several ways bring must be of the same list on each of them. */
export const unknownWordsOf = (machine: StateMachine): readonly UnknownWord[] =>
  comparedTextsOf(machine).flatMap(({ range, path, text, ways }) => {
    const fault = faultOf(
      text,
      ways.map(({ shape }) => shape),
    );
    return fault ? [{ ...fault, path, range }] : [];
  });

function faultOf(word: string, shapes: readonly DataShape[]): Omit<UnknownWord, 'path' | 'range'> | undefined {
  const [words, ...others] = new Set(shapes.map(wordsOf));
  if (!words || others.length || words.length > longestStable || words.includes(word)) return undefined;
  const sameLetters = words.find((one) => one.toLowerCase() === word.toLowerCase());
  return { word, words, meant: sameLetters ?? nearest(word, words) };
}
