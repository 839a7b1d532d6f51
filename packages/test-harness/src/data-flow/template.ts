import { toJson, type Json, type Located } from '@stepproof/asl';

/** Makes a value for each visit of a state. */
export type Maker<Source extends readonly unknown[]> = (...source: Source) => Json;

/**
 * Makes a template ready: the expressions in it are evaluated for each visit, and what holds none is made only once.
 * `nameOf` says what a member is called in the result.
 */
export function compileTemplate<Source extends readonly unknown[]>(
  value: Located,
  expressions: ReadonlyMap<Located, Maker<Source>>,
  nameOf: (name: string, isExpression: boolean) => string = (name) => name,
): Maker<Source> {
  const compile = (part: Located): Maker<Source> | undefined => {
    const expression = expressions.get(part);
    if (expression) return expression;
    if (part.kind === 'array') return compileArray(part.items);
    return part.kind === 'object' ? compileObject(part) : undefined;
  };
  const compileArray = (items: readonly Located[]): Maker<Source> | undefined => {
    const makers = items.map(compile);
    if (makers.every((maker) => !maker)) return undefined;
    const filled = makers.map((maker, index) => maker ?? constant(items[index]!));
    return (...source) => filled.map((make) => make(...source));
  };
  const compileObject = ({ entries }: Extract<Located, { kind: 'object' }>): Maker<Source> | undefined => {
    const makers = entries.map((entry) => compile(entry.value));
    if (makers.every((maker) => !maker)) return undefined;
    const members = entries.map((entry, index) => {
      const name = nameOf(entry.key.value, expressions.has(entry.value));
      return [name, makers[index] ?? constant(entry.value)] as const;
    });
    // fromEntries defines members where an assignment to `__proto__` would set the prototype
    return (...source) => Object.fromEntries(members.map(([name, make]) => [name, make(...source)]));
  };
  return compile(value) ?? constant(value);
}

function constant(value: Located): () => Json {
  const json = toJson(value);
  return () => json;
}
