import type { ValueKind } from '../../../expressions';
import type { Json } from '../../../text/located';

/** What an expression shows of data that it reads: which members and elements it looks for, and what it holds against them. */
export class Shape {
  readonly literals = new Set<string | number | boolean | null>();
  readonly kinds = new Set<ValueKind>();
  readonly members = new Map<string, Shape>();
  #element: Shape | undefined;

  member(name: string): Shape {
    let member = this.members.get(name);
    if (!member) this.members.set(name, (member = new Shape()));
    return member;
  }

  get element(): Shape {
    this.kinds.add('array');
    return (this.#element ??= new Shape());
  }

  /** Adds a value that may be the right one. */
  want(value: Json): void {
    if (Array.isArray(value)) for (const item of value as readonly Json[]) this.element.want(item);
    else if (typeof value !== 'object' || value === null) this.literals.add(value);
    else for (const [name, inner] of Object.entries(value)) this.member(name).want(inner);
  }

  /** Values of this shape, the most promising first. Whoever asks has to see whether they do. */
  values(depth = 0): readonly Json[] {
    if (depth > maxDepth) return ['a'];
    const scalars = [...this.literals].flatMap(nearby);
    const found: Json[] = [...scalars];
    if (this.#element) found.push(...arraysOf(this.#element.values(depth + 1)));
    else if (this.kinds.has('array')) found.push(...arraysOf(['a', 1]));
    if (this.members.size > 0) found.push(...objectsOf(this.members, depth + 1));
    else if (this.kinds.has('object')) found.push({ a: 1 }, {});
    for (const kind of ['number', 'string', 'boolean'] as const) if (this.kinds.has(kind)) found.push(...usual[kind]);
    return distinct([...found, ...ofAllKinds]).slice(0, maxValues);
  }
}

const maxDepth = 6;
const maxValues = 32;

const usual = {
  number: [1, 0, -1, 2, 10, 100, 1.5],
  string: ['a', '1', '', '2025-01-01T00:00:00Z', 'abc'],
  boolean: [true, false],
} as const;

/** What may be of the wrong kind, too. */
const ofAllKinds: readonly Json[] = ['a', 1, true, { a: 1 }, [1], {}, null];

/** A literal and what lies beside it. */
function nearby(literal: string | number | boolean | null): readonly Json[] {
  if (typeof literal === 'number') return [literal, literal + 1, literal - 1];
  if (typeof literal === 'string') return [literal, `${literal}x`];
  return typeof literal === 'boolean' ? [literal, !literal] : [literal];
}

function arraysOf(items: readonly Json[]): readonly Json[] {
  const [first = 'a', second = first] = items;
  const several = [2, 3, 4, 6, 11].map((length) => Array.from({ length }, () => first));
  return [[first], [], ...several, [first, second], ...items.slice(1, 6).map((item) => [item])];
}

/** An object with the first value for each member, then others that differ from it in one. */
function objectsOf(members: ReadonlyMap<string, Shape>, depth: number): readonly Json[] {
  const values = new Map([...members].map(([name, shape]) => [name, shape.values(depth)] as const));
  const base = new Map([...values].map(([name, [first]]) => [name, first!] as const));
  const found: Json[] = [Object.fromEntries(base)];
  for (let rank = 1; rank < 6; rank++) {
    for (const [name, others] of values) {
      if (rank < others.length) found.push(Object.fromEntries([...base, [name, others[rank]!]]));
    }
  }
  for (const name of members.keys()) found.push(Object.fromEntries([...base].filter(([key]) => key !== name)));
  return found;
}

function distinct(values: readonly Json[]): readonly Json[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value] as const));
  return [...byText.values()];
}

/** The elements of the arrays among the values, and the others. */
export const flattened = (values: readonly Json[]): readonly Json[] =>
  values.flatMap((value) => (Array.isArray(value) ? (value as readonly Json[]) : [value]));
