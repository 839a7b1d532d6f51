import type { JsonPath, ReferencePath, Span } from '../../expressions';
import type { Expression, State } from '../../syntax';
import { isUnknown } from '../../text/located';
import { unknown, type DataShape } from './data-shape';
import { shapeOfIntrinsic } from './intrinsic-shape';
import { shapeOfJsonata, type JsonataRoots } from './jsonata-shape';
import { readPath, type PathReading } from './read-path';
import type { World } from './world';

/** One look at the data, in one of the worlds that a state may find. */
export interface DataRead {
  readonly state: State;
  readonly expression: Expression;
  /** Where the path stands in the text of the expression. */
  readonly span: Span;
  /** The path as written. */
  readonly path: string;
  readonly root: 'input' | 'context' | 'variable';
  readonly reading: PathReading;
  /** Whether the state fails where there is nothing. */
  readonly mustFind: boolean;
  readonly world: World;
}

/** What the paths of a field start from. */
export interface DataRoots {
  readonly input: DataShape;
  readonly context?: DataShape;
}

/** Reads what the expressions of a state find, and remembers whether one of them surely finds nothing. */
export class DataReader {
  readonly world: World;
  readonly #state: State;
  readonly #record: ((read: DataRead) => void) | undefined;
  #hasFailed = false;

  constructor(state: State, world: World, record: ((read: DataRead) => void) | undefined) {
    this.#state = state;
    this.world = world;
    this.#record = record;
  }

  /** Whether the state surely fails: something that must be there cannot be. */
  hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** A reader of the same data for a way of its own: what fails there leaves the others alone. */
  fork(): DataReader {
    return new DataReader(this.#state, this.world, this.#record);
  }

  /** A path or an intrinsic call. What its Choice rule has learnt about the input is in `world`. */
  read(expression: Expression, roots: DataRoots, mustFind = true): DataShape {
    const { parsed } = expression;
    if (isUnknown(expression.value)) return unknown;
    const read = (path: JsonPath | ReferencePath): DataShape => this.#readPath(expression, path, roots, mustFind);
    if (parsed.language === 'intrinsic' && parsed.result.value) return shapeOfIntrinsic(parsed.result.value, read);
    const isPath = parsed.language === 'path' || parsed.language === 'reference-path';
    return isPath && parsed.result.value ? read(parsed.result.value) : unknown;
  }

  /** A JSONata expression; the state fails where its value is undefined. */
  readJsonata(expression: Expression, roots: JsonataRoots): DataShape {
    const { parsed } = expression;
    if (parsed.language !== 'jsonata' || !parsed.result.value) return unknown;
    const { shape, missing } = shapeOfJsonata(parsed.result.value, roots, this.world.variables, (read) =>
      this.#record?.({ state: this.#state, expression, world: this.world, ...read }),
    );
    if (missing === 'sure') this.#hasFailed = true;
    return shape;
  }

  #readPath(expression: Expression, path: JsonPath | ReferencePath, roots: DataRoots, mustFind: boolean): DataShape {
    const { kind } = path.root;
    if (kind === 'current') return unknown;
    const reading = readPath(path, this.#rootOf(path, roots));
    const { start, end, text } = path;
    this.#record?.({
      state: this.#state,
      expression,
      span: { start, end },
      path: text,
      root: kind,
      reading,
      mustFind,
      world: this.world,
    });
    if (mustFind && reading.missing === 'sure') this.#hasFailed = true;
    return reading.missing === 'sure' ? unknown : reading.shape;
  }

  #rootOf({ root }: JsonPath | ReferencePath, { input, context = unknown }: DataRoots): DataShape {
    if (root.kind === 'variable') return this.world.variables.get(root.name) ?? unknown;
    return root.kind === 'context' ? context : input;
  }
}
