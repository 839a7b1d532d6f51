import {
  LineIndex,
  parseText,
  stepsOfPointer,
  type Located,
  type LocatedEntry,
  type LocatedObject,
} from '@stepproof/asl';
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import type * as ajv from 'ajv';
import { InvalidMocksError, type MocksProblem } from './invalid-mocks-error';

const compiled = new WeakMap<object, ValidateFunction>();

function compiledOf(schema: AnySchemaObject): ValidateFunction {
  let validate = compiled.get(schema);
  if (!validate) {
    // Loading ajv takes longer than a whole test; most tests have no file of mocks.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { Ajv } = require('ajv') as typeof ajv;
    validate = new Ajv({ allErrors: true, verbose: true }).compile(schema);
    compiled.set(schema, validate);
  }
  return validate;
}

/**
 * Reads JSON that must have the form of `schema`.
 * @throws {InvalidMocksError} with every violation, its place in the text and the remedy
 */
export function checkedMocks(text: string, schema: AnySchemaObject, file: string | undefined): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InvalidMocksError([unreadable(text, error as SyntaxError)], file);
  }
  const validate = compiledOf(schema);
  if (validate(value)) return value;
  const errors = validate.errors!.filter(({ keyword }) => !isEcho(keyword));
  throw new InvalidMocksError(problemsAt(text, errors.map(violation)), file);
}

/** The parser of definitions knows the place; it takes more than JSON, so what JSON.parse says is the word of last resort. */
function unreadable(text: string, { message }: SyntaxError): MocksProblem {
  const [problem] = parseText(text, 'json').problems;
  if (!problem) return { message: `not JSON: ${message}; correct it` };
  return { message: `not JSON: ${problem.message}`, ...new LineIndex(text).locate(problem.range[0]) };
}

/** ajv reports these a second time, by the schema around the one that was violated. */
const isEcho = (keyword: string): boolean => keyword === 'if' || keyword === 'pattern';

/** What is wrong with the value at `path`. */
export interface MocksViolation {
  readonly path: readonly string[];
  /** Follows the path in the message: `is 3; write a string`. */
  readonly fault: string;
}

function violation({ instancePath, keyword, params, message, parentSchema }: ErrorObject): MocksViolation {
  const path = stepsOfPointer(instancePath);
  const remedy = (parentSchema as { readonly description: string }).description;
  const { propertyName, additionalProperty, missingProperty } = params as Readonly<Record<string, string>>;
  switch (keyword) {
    case 'required':
      return { path, fault: `lacks "${missingProperty}"; ${remedy}` };
    case 'propertyNames':
      return { path: [...path, propertyName!], fault: `has a name that is not known here; ${remedy}` };
    case 'additionalProperties':
      return { path: [...path, additionalProperty!], fault: `is not known here; ${remedy}` };
    default:
      return { path, fault: `${message}; ${remedy}` };
  }
}

/** Makes messages of violations, with their places in the text. */
export function problemsAt(text: string, violations: readonly MocksViolation[]): MocksProblem[] {
  const places = new Places(parseText(text, 'json').root);
  const lines = new LineIndex(text);
  return violations.map(({ path, fault }) => ({
    message: `"/${path.join('/')}" ${fault}`,
    ...lines.locate(places.of(path)),
  }));
}

/** Finds members by their paths. Each object is indexed once: a file may have as many mistakes as members. */
class Places {
  readonly #root: Located | undefined;
  readonly #indexes = new Map<LocatedObject, ReadonlyMap<string, LocatedEntry>>();

  constructor(root: Located | undefined) {
    this.#root = root;
  }

  /** Where the member with that path begins; what is missing is where it should be. */
  of(path: readonly string[]): number {
    let value = this.#root;
    let place = value?.range[0] ?? 0;
    for (const name of path) {
      const entry = value?.kind === 'object' ? this.#indexOf(value).get(name) : undefined;
      value = value?.kind === 'array' ? value.items[Number(name)] : entry?.value;
      place = entry?.key.range[0] ?? value?.range[0] ?? place;
    }
    return place;
  }

  /** Of two members with one name the last counts, as in JSON.parse. */
  #indexOf(object: LocatedObject): ReadonlyMap<string, LocatedEntry> {
    let index = this.#indexes.get(object);
    if (!index) {
      index = new Map(object.entries.map((entry) => [entry.key.value, entry]));
      this.#indexes.set(object, index);
    }
    return index;
  }
}
