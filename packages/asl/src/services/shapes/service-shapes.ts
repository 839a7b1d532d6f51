import type { NumberShape, Shape, TextShape } from './shape';

/** A shape by its number, or by the letter of one that has nothing remarkable. */
type Reference = number | string;

type Limits = readonly [least: number | null, most: number | null];

interface WrittenList {
  readonly list: Reference;
  /** How many items it has. */
  readonly of?: Limits;
}

/** As tools/services/generate-shapes.mjs writes it; a text lists the members of a structure. */
type WrittenShape =
  | string
  | WrittenList
  | { readonly map: Reference }
  | { readonly enum: readonly string[] }
  | { readonly string: Limits }
  | { readonly blob: Limits }
  | { readonly integer: Limits }
  | { readonly number: Limits };

interface WrittenService {
  readonly actions: Readonly<Record<string, readonly (Reference | null)[]>>;
  /** Apart by blanks. */
  readonly errors: string;
  /** The numbers of those that an action raises, of services that name them. */
  readonly raises?: Readonly<Record<string, readonly number[]>>;
  readonly shapes: readonly WrittenShape[];
}

const plainShapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['s', { kind: 'string' }],
  ['i', { kind: 'integer' }],
  ['n', { kind: 'number' }],
  ['b', { kind: 'boolean' }],
  ['t', { kind: 'timestamp' }],
  ['x', { kind: 'blob' }],
  ['j', { kind: 'json' }],
]);

/** The shapes of one service's actions. A shape is made when it is first asked for. */
export class ServiceShapes {
  readonly #written: WrittenService;
  readonly #nameOf: (name: string) => string;
  readonly #made = new Map<number, Shape>();
  #errors: readonly string[] | undefined;

  /** Takes the text of a file that the generator wrote, and what makes the names of members from those in it. */
  constructor(text: string, nameOf: (name: string) => string) {
    this.#written = JSON.parse(text) as WrittenService;
    this.#nameOf = nameOf;
  }

  get actions(): readonly string[] {
    return Object.keys(this.#written.actions);
  }

  has(action: string): boolean {
    return Object.hasOwn(this.#written.actions, action);
  }

  get errors(): readonly string[] {
    return (this.#errors ??= this.#written.errors.split(' ').filter(Boolean));
  }

  errorsOf(action: string): readonly string[] | undefined {
    const { raises = {} } = this.#written;
    const { errors } = this;
    return Object.hasOwn(raises, action) ? raises[action]!.map((number) => errors[number]!) : undefined;
  }

  input(action: string): Shape | undefined {
    return this.#root(action, 0);
  }

  output(action: string): Shape | undefined {
    return this.#root(action, 1);
  }

  #root(action: string, index: 0 | 1): Shape | undefined {
    const { actions } = this.#written;
    const reference = Object.hasOwn(actions, action) ? actions[action]![index] : undefined;
    return reference === undefined || reference === null ? undefined : this.#shape(reference);
  }

  #shape(reference: Reference): Shape {
    if (typeof reference === 'string') return plainShapes.get(reference)!;
    return this.#made.get(reference) ?? this.#make(reference);
  }

  /** A shape is known before what it contains is made: that may be itself. */
  #make(number: number): Shape {
    const written = this.#written.shapes[number]!;
    const known = <S extends Shape>(shape: S): S => {
      this.#made.set(number, shape);
      return shape;
    };
    if (typeof written === 'string') {
      const members = new Map<string, Shape>();
      const required: string[] = [];
      const structure = known({ kind: 'structure' as const, members, required });
      for (const [, apiName, mark, reference] of written.matchAll(/([^\s!#]+)(!?)(?:#(\S+))?/g)) {
        const name = this.#nameOf(apiName!);
        if (mark) required.push(name);
        members.set(name, this.#shape(/^\d/.test(reference ?? '') ? Number(reference) : (reference ?? 's')));
      }
      return structure;
    }
    if ('list' in written) {
      const [least, most] = written.of ?? [null, null];
      const list = known<{ kind: 'list'; item: Shape }>({
        kind: 'list',
        item: { kind: 'json' },
        ...(least !== null && { minItems: least }),
        ...(most !== null && { maxItems: most }),
      });
      list.item = this.#shape(written.list);
      return list;
    }
    if ('map' in written) {
      const map = known<{ kind: 'map'; value: Shape }>({ kind: 'map', value: { kind: 'json' } });
      map.value = this.#shape(written.map);
      return map;
    }
    return known(limitedShape(written));
  }
}

function limitedShape(written: Exclude<WrittenShape, string | WrittenList | { readonly map: Reference }>): Shape {
  if ('enum' in written) return { kind: 'string', values: written.enum };
  if ('string' in written) return text('string', written.string);
  if ('blob' in written) return text('blob', written.blob);
  return 'integer' in written ? numeric('integer', written.integer) : numeric('number', written.number);
}

const text = (kind: TextShape['kind'], [least, most]: Limits): TextShape => ({
  kind,
  ...(least !== null && { minLength: least }),
  ...(most !== null && { maxLength: most }),
});

const numeric = (kind: NumberShape['kind'], [least, most]: Limits): NumberShape => ({
  kind,
  ...(least !== null && { min: least }),
  ...(most !== null && { max: most }),
});
