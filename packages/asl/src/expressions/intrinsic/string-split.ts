import { defineIntrinsic, string } from './signature';

/**
 * `States.StringSplit(text, characters)`: the pieces between any of the characters; empty pieces are dropped, as by
 * Java's `StringTokenizer` (recorded).
 */
export const stringSplit = defineIntrinsic({
  name: 'States.StringSplit',
  parameters: [string('text'), string('characters')],
  returns: 'array',
  evaluate: ([text, characters]) => {
    const delimiters = new Set(characters);
    const pieces = [''];
    for (const character of text) {
      if (!delimiters.has(character)) pieces.push(pieces.pop()! + character);
      else if (pieces.at(-1) !== '') pieces.push('');
    }
    return pieces.filter((piece) => piece !== '');
  },
});
