import type { Located, LocatedString, Range } from '../text/located';
import { replaceInText, standIn, stringOf } from './joined-text';
import { rewrite } from './rewrite';

/** What `${Name}` stands for, by name, as far as a template says so literally. */
export type Substitutions = ReadonlyMap<string, string | number | boolean>;

const named = /\$\{\s*([^\s{}!]+)\s*\}/g;
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Text that means itself in JSON quotes and as a plain YAML scalar: names and ARNs. */
const plainText = /^[A-Za-z][\w.:/-]*$/;

/** The members with a literal scalar value; what another placeholder or an intrinsic function decides is left out. */
export function literalSubstitutions(value: Located | undefined): Substitutions {
  const literals = new Map<string, string | number | boolean>();
  if (value?.kind !== 'object') return literals;
  for (const { key, value: given } of value.entries) {
    const literal =
      given.kind === 'number' || given.kind === 'boolean' || (given.kind === 'string' && isLiteral(given.value));
    if (literal) literals.set(key.value, given.value);
    else literals.delete(key.value);
  }
  return literals;
}

/** `${Name}` in a string becomes its value; of an unknown name it stays. */
export function substituteString(string: LocatedString, substitutions: Substitutions): LocatedString {
  if (substitutions.size === 0) return string;
  const text = replaceInText(string, named, ([, name = '']) => substitutions.get(name)?.toString());
  return text === string ? string : stringOf(text, string.range);
}

/** Puts the values into all strings, keys and bare placeholders of a definition. */
export function substitute(definition: Located, substitutions: Substitutions): Located {
  if (substitutions.size === 0) return definition;
  const inString = (string: LocatedString): LocatedString => substituteString(string, substitutions);
  return rewrite(
    definition,
    (value) => {
      if (value.kind === 'string') return inString(value);
      if (value.kind !== 'placeholder') return undefined;
      const name = /^\$\{\s*([^\s{}!]+)\s*\}$/.exec(value.text)?.[1];
      const substitution = name === undefined ? undefined : substitutions.get(name);
      return substitution === undefined ? value : (bareValue(String(substitution), value.range) ?? value);
    },
    inString,
  );
}

/** What a text means where no quotes stand around it. Undefined when that hangs on the format around it. */
function bareValue(text: string, range: Range): Located | undefined {
  if (jsonNumber.test(text)) return { kind: 'number', value: Number(text), raw: text, range };
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', range };
  if (plainText.test(text) && text !== 'null') return stringOf(standIn(text, range), range);
  return undefined;
}

function isLiteral(value: string): boolean {
  return !value.includes('${') && !value.includes('{{resolve:');
}
