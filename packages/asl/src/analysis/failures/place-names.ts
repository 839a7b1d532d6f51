import { nearest } from '../../expressions';
import { wordsOfName } from '../texts/name-words';

/** What a place is called for the result in it, beside what the result is of. */
const result = /^(results?|response|output|reply|answer)$/;
/** What somebody has found out: such a place is one for a result, whatever else its name says. */
const finding =
  /^(results?|response|output|reply|answer|outcome|decision|approval|verdict|validation|verification|evaluation|review|assessment)$/;

/** The least letters that two words must have in common to be of one stem: `validate`, `validation`. */
const leastStem = 5;
const leastLength = 4;

/**
 * Whether two names are probably meant to be one: written with other letters or a typing mistake, `$.prices` for `$.price`, or
 * with a word for a result more, `$.validation` for `$.validationResult`.
 */
export function areMeantAsOne(name: string, other: string): boolean {
  if (name === other || digitsOf(name) !== digitsOf(other)) return false;
  const [one, two] = [withoutResultWords(name), withoutResultWords(other)];
  if (Math.min(one.length, two.length) < leastLength) return false;
  return nearest(one, [two], one.length < 8 ? 1 : 2) !== undefined;
}

/** Whether a name is that of what somebody finds out: `validationResult`, `approval`. */
export const saysFinding = (name: string): boolean => wordsOfName(name).some((word) => finding.test(word));

/**
 * What the words of a name begin with, those of some length: a name of what somebody finds out, `validationResult`, and that
 * of the state that does so, "Validate order", have one in common.
 */
export const stemsOf = (name: string): ReadonlySet<string> =>
  new Set(wordsOfName(name).flatMap((word) => (word.length >= leastStem ? [word.slice(0, leastStem)] : [])));

const digitsOf = (name: string): string => name.replace(/\D/g, '');

const withoutResultWords = (name: string): string =>
  wordsOfName(name)
    .filter((word) => !result.test(word))
    .join('');
