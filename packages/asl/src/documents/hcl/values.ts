import { maxDepth, maxValues, tooDeep } from '../../text/limits';
import { type Located, type LocatedEntry, type LocatedString, type Range, type TextProblem } from '../../text/located';
import { leaf, measured, type Built } from '../built';
import type { HclCall, HclExpression, HclObject, HclReference } from './expression';
import { standIn, standingAt, stringOf } from '../joined-text';
import { blanked } from '../../text/placeholder';
import { stepInto } from '../../text/pointer';

/** What expressions refer to. */
export interface HclReferents {
  /** Where a local is written, in whichever file. */
  local(name: string): HclExpression | undefined;
  /** The value that a variable has if nobody says otherwise. */
  variable(name: string): HclExpression | undefined;
}

/** Functions that give what they take: they are about types and secrets. */
const identities = new Set(['nonsensitive', 'sensitive', 'tolist', 'tomap', 'toset']);

/**
 * The values of expressions, as far as the file says them. A local stands where it is written, so all that refer to it
 * share its value. What a variable may be otherwise stands at the reference, and is known if it is no text: texts are
 * mostly names and places of deployments. Whatever else Terraform has to compute is a placeholder.
 */
export class HclValues {
  readonly problems: TextProblem[] = [];
  private readonly text: string;
  private readonly referents: HclReferents;
  /** Undefined while the value is being built, which tells a local that contains itself. */
  private readonly built = new Map<HclExpression, Built | undefined>();
  private depth = 0;

  constructor(text: string, referents: HclReferents) {
    this.text = text;
    this.referents = referents;
  }

  /** The same object for the same expression, however often it is asked for. */
  valueOf(expression: HclExpression): Located {
    return this.build(expression).value;
  }

  private build(expression: HclExpression): Built {
    if (this.built.has(expression)) return this.built.get(expression) ?? this.unknown(expression.range);
    this.built.set(expression, undefined);
    this.depth++;
    let built = this.depth > 2 * maxDepth ? this.refuse(tooDeep, expression.range) : this.compute(expression);
    this.depth--;
    if (built.height > maxDepth) built = this.refuse(tooDeep, expression.range);
    if (built.size > maxValues) {
      const limit = maxValues.toLocaleString('en');
      built = this.refuse(`With its locals written out this holds more than ${limit} values`, expression.range);
    }
    this.built.set(expression, built);
    return built;
  }

  private compute(expression: HclExpression): Built {
    switch (expression.kind) {
      case 'literal':
        return leaf(expression.value);
      case 'template': {
        const only = expression.only && this.build(expression.only);
        if (only && only.value.kind !== 'placeholder') return only;
        return expression.value ? leaf(expression.value) : this.unknown(expression.range);
      }
      case 'object':
        return this.object(expression);
      case 'tuple': {
        const items = expression.items.map((item) => this.build(item));
        return array(items, expression.range);
      }
      case 'call':
        return this.call(expression) ?? this.unknown(expression.range);
      case 'reference':
        return this.reference(expression) ?? this.unknown(expression.range);
      case 'conditional':
      case 'unknown':
        return this.unknown(expression.range);
    }
  }

  private object({ members, range }: HclObject): Built {
    const built = members.map(({ key, value }) => ({ key: this.key(key), built: this.build(value) }));
    return object(
      built.map(({ key, built: { value } }) => ({ key, value })),
      built.map(({ built: inner }) => inner),
      range,
    );
  }

  private key(key: LocatedString | HclExpression): LocatedString {
    if (key.kind === 'string') return key;
    const { value } = this.build(key);
    if (value.kind === 'string') return value;
    if (value.kind === 'number' || value.kind === 'boolean') {
      const name = value.kind === 'number' ? value.raw : String(value.value);
      return stringOf(standIn(name, value.range), value.range);
    }
    const unknown = tokenOf(this.text.slice(...key.range));
    return stringOf(standIn(unknown, key.range), key.range);
  }

  /** `merge` and `concat` of what is known; what else a function gives only Terraform can tell. */
  private call({ name, args, expands, range }: HclCall): Built | undefined {
    if (expands) return undefined;
    if (identities.has(name) && args[0]) return this.build(args[0]);
    if (name !== 'merge' && name !== 'concat') return undefined;
    const parts = args.map((argument) => this.build(argument));
    const values = parts.map(({ value }) => value);
    if (name === 'concat') {
      if (!values.every((value) => value.kind === 'array')) return undefined;
      const items = values.flatMap((value) => value.items);
      return { value: { kind: 'array', items, range }, ...measured(parts) };
    }
    const entries = merge(values);
    return entries && { value: { kind: 'object', entries, range }, ...measured(parts) };
  }

  private reference({ path, range }: HclReference): Built | undefined {
    const [root, name, ...names] = path;
    if (name === undefined || (root !== 'local' && root !== 'var')) return undefined;
    const referent = root === 'local' ? this.referents.local(name) : this.referents.variable(name);
    if (!referent) return undefined;
    const built = this.build(referent);
    const value = names.reduce<Located | undefined>(stepInto, built.value);
    if (!value) return undefined;
    if (root === 'local') return { ...built, value };
    return saysSomething(value) && built.size <= maxCopied ? { ...built, value: standingAt(value, range) } : undefined;
  }

  private unknown(range: Range): Built {
    return leaf({ kind: 'placeholder', text: tokenOf(this.text.slice(...range)), range });
  }

  private refuse(message: string, range: Range): Built {
    if (this.problems.length === 0) this.problems.push({ message, range });
    return this.unknown(range);
  }
}

/**
 * An argument that is not known may bring any member, and another value for one that it finds. That is why it makes the
 * whole unknown, unless the others are made of objects: nobody merges in a second state of the same name.
 */
function merge(values: readonly Located[]): readonly LocatedEntry[] | undefined {
  const known = values.flatMap((value) => (value.kind === 'object' ? value.entries : []));
  const isWhole = values.every(({ kind }) => kind === 'object');
  if (!isWhole && (!known.length || !known.every(({ value }) => value.kind === 'object'))) return undefined;
  const merged = new Map<string, LocatedEntry>();
  for (const value of values) {
    if (value.kind !== 'object' && value.kind !== 'placeholder') return undefined;
    const entries =
      value.kind === 'object'
        ? value.entries
        : [{ key: stringOf(standIn(value.text, value.range), value.range), value }];
    for (const entry of entries) merged.set(entry.key.value, entry);
  }
  return [...merged.values()];
}

function array(items: readonly Built[], range: Range): Built {
  return { value: { kind: 'array', items: items.map(({ value }) => value), range }, ...measured(items) };
}

function object(entries: readonly LocatedEntry[], values: readonly Built[], range: Range): Built {
  return { value: { kind: 'object', entries, range }, ...measured(values) };
}

/** The default of a variable that has to be given is null or empty. */
const saysSomething = (value: Located): boolean =>
  value.kind === 'number' ||
  value.kind === 'boolean' ||
  (value.kind === 'array' && value.items.length > 0) ||
  (value.kind === 'object' && value.entries.length > 0);

/** What a variable gives is written out at each reference. */
const maxCopied = 10_000;

const longestToken = 80;

/** What is not known, as a template would write it: `${var.name}`. */
function tokenOf(written: string): string {
  const text = written.slice(0, longestToken).trim();
  const inner = /^\$\{[^{}]*\}$/.test(text) ? text.slice(2, -1) : text.replace(/^"|"$/g, '');
  return `\${${blanked(inner)}}`;
}
