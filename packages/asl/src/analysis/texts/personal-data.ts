import { matchesOf } from '../../text/matches';

/** What in a text looks like something of a person, with its offsets. */
export interface PersonalData {
  /** With its article: `a mail address`. */
  readonly what: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Kind {
  readonly what: string;
  readonly pattern: RegExp;
  /** Tells the number from others of its length. */
  readonly isOne?: (text: string) => boolean;
}

const kinds: readonly Kind[] = [
  // Before the `@` of a URL stands a password, and a role is no person: RFC 2142.
  {
    what: 'a mail address',
    pattern:
      /(?<![\w.+-]|:\/\/[^\s/@]{0,128})(?!(?:no-?reply|do-?not-?reply|info|support|help|sales|contact|admin|administrator|postmaster|webmaster|abuse|security|alerts?|notifications?|ops|team)@)[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![\w-])/g,
  },
  // E.164, and the usual way to write numbers in North America. Digits alone may be anything.
  {
    what: 'a phone number',
    pattern: /(?<![\w+.-])(?:\+[1-9]\d{7,14}|\+[1-9]\d{0,2}(?:[ -]\d{2,8}){2,5}|\(\d{3}\) ?\d{3}-\d{4})(?![\w-])/g,
    isOne: (text) => text.replace(/\D/g, '').length <= 15,
  },
  // ISO/IEC 7812: those of the large networks begin with 2 to 6, and have 15 or 16 digits.
  {
    what: 'the number of a payment card',
    pattern: /(?<![\w+.:/-])(?:[2-6]\d{3}(?:[ -]?\d{4}){3}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5})(?![\w.:/-])/g,
    isOne: hasLuhnDigit,
  },
  // Never issued: areas 000, 666 and above 899, group 00, serial 0000.
  {
    what: 'a social security number',
    pattern: /(?<![\w+.:/-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w.:/-])/g,
  },
  {
    what: 'the number of a bank account',
    pattern: /(?<![\w+.:/-])[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?)(?![\w.:/-])/g,
    isOne: isIban,
  },
];

/** All of it has an `@` or two digits side by side. */
const mayHavePersonalData = (text: string): boolean => /@|\d\d/.test(text);

/** In the order of their kinds; the numbers only where their own check digits are right. */
export const personalDataIn = (text: string): readonly PersonalData[] =>
  mayHavePersonalData(text) ? kinds.flatMap((kind) => dataOfKind(text, kind)) : none;

const none: readonly never[] = [];

function dataOfKind(text: string, { what, pattern, isOne }: Kind): readonly PersonalData[] {
  const matches = matchesOf(text, pattern);
  if (matches.length === 0) return none;
  return matches
    .filter((match) => isOne?.(match[0]) ?? true)
    .map((match) => ({ what, text: match[0], start: match.index, end: match.index + match[0].length }));
}

/** Whether a text is a date by its form, and its name says whose. */
export const isDateOfBirth = (name: string, text: string): boolean =>
  /^(?:date_?of_?birth|birth_?(?:date|day)|dob)$/i.test(name) &&
  /^(?:\d{4}-\d\d-\d\d|\d\d?[./-]\d\d?[./-]\d{4})$/.test(text.trim());

/** Each second digit from the end doubled, the sum of all digits is a multiple of ten. Of one digit alone it says nothing. */
function hasLuhnDigit(text: string): boolean {
  const digits = Array.from(text.replace(/\D/g, ''), Number).reverse();
  const sum = digits.reduce(
    (all, digit, index) => all + (index % 2 ? Math.floor((digit * 2) / 10) + ((digit * 2) % 10) : digit),
    0,
  );
  return sum % 10 === 0 && new Set(digits).size > 1;
}

/** ISO 13616: the first four characters at the end and letters as numbers from 10 on, it leaves 1 when divided by 97. */
function isIban(text: string): boolean {
  const compact = text.replace(/ /g, '');
  const moved = `${compact.slice(4)}${compact.slice(0, 4)}`;
  const number = moved.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)));
  return BigInt(number) % 97n === 1n;
}
