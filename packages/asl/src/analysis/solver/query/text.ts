import { absent, nothing, valuesOf } from '../domain';
import { foreignDomains, typeDomains } from '../relation';
import { lengthTerm, patternTerm } from '../string-term';
import { stringsBy } from '../strings';
import type { Origin } from '../place';
import { constantOf, failing, missing, unknown, type Derived, type Reading } from '../symbolic-value';
import { failureWays } from '../ways';
import type { ValueKind } from '../../../expressions';
import { byDomain, eachValue } from './by-case';
import { callOf, evaluatedWith } from './concrete';

const text = valuesOf('string');
/** A text is never so long. */
const longest = 2 ** 31;

/** `$length(text)`: characters, of which one of two code units counts once. */
export function textLength(value: Reading): Reading | undefined {
  const known = constantOf(value);
  if (known !== undefined) return evaluatedWith(callOf('length'), [known]);
  if (value.kind !== 'reference') return ofNoText(value);
  const length: Derived = {
    kind: 'derived',
    is: 'number',
    of: value,
    from: text,
    preimages: ({ numbers }) =>
      numbers.flatMap(([low, high]) => {
        const [min, max] = [Math.max(0, Math.ceil(low)), high > longest ? Infinity : Math.floor(high)];
        return min <= max ? [{ ...nothing, strings: stringsBy(lengthTerm(min, max)) }] : [];
      }),
    make: (made) => Array.from(made as string).length,
  };
  return byDomain(value, [
    [typeDomains.String, length],
    [absent, missing],
    [foreignDomains.String, failing],
  ]);
}

/** `$contains(text, "sought")` */
export function containsText(reading: Reading, sought: string): Reading | undefined {
  return eachValue(reading, (value) => {
    const known = constantOf(value);
    if (known !== undefined) return evaluatedWith(callOf('contains'), [known, sought]);
    if (value.kind !== 'reference') return ofNoText(value);
    const pattern = `*${sought.replaceAll(/[*\\]/g, String.raw`\$&`)}*`;
    const contains: Derived = {
      kind: 'derived',
      is: 'boolean',
      of: value,
      from: text,
      preimages: ({ booleans }) =>
        booleans.map((isFound) => ({ ...nothing, strings: stringsBy(patternTerm(pattern, isFound)!) })),
      make: (made) => (made as string).includes(sought),
    };
    return byDomain(value, [
      [typeDomains.String, contains],
      [absent, missing],
      [foreignDomains.String, failing],
    ]);
  });
}

/** Nothing stays nothing; what is known to be no text fails. */
function ofNoText(value: Reading): Reading | undefined {
  switch (value.kind) {
    case 'missing':
    case 'failing':
      return value;
    case 'unknown':
    case 'cases':
      return undefined;
    default:
      return failing;
  }
}

/** `a & b` where one side is only known in the execution: some text, whatever the other side is. */
export function concatenated(left: Reading, right: Reading, origin: Origin): Reading | undefined {
  const isOpen = [left, right].some((side) => side.kind === 'unknown' && !side.mayFail);
  return isOpen && failureWays(left).length + failureWays(right).length === 0
    ? unknown('a text is only known in the execution', origin, 'string')
    : undefined;
}

/** Functions that give a value of a kind for every text. */
const totalForTexts: Readonly<Record<string, ValueKind>> = {
  base64encode: 'string',
  length: 'number',
  lowercase: 'string',
  string: 'string',
  trim: 'string',
  uppercase: 'string',
};

/** Functions of no argument that give another value each time. */
const ofNothing: Readonly<Record<string, ValueKind>> = {
  millis: 'number',
  now: 'string',
  random: 'number',
  uuid: 'string',
};

/** What a function gives of which only the kind can be told before an execution; undefined where that is not for certain. */
export function ofKnownKind(name: string, operands: readonly Reading[], origin: Origin): Reading | undefined {
  const [operand] = operands;
  const kinds = operand ? totalForTexts : ofNothing;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  const isText = operands.every((one) => one.kind === 'unknown' && one.is === 'string' && !one.mayFail);
  return kind && isText && operands.length < 2
    ? unknown(`what "$${name}" gives is only known in the execution`, origin, kind)
    : undefined;
}
