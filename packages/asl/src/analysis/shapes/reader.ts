import type { JsonPath, ReferencePath } from '../../expressions';
import type { Expression, State } from '../../syntax';
import { isUnknown } from '../../text/located';
import { contextShapeOf } from './context-shape';
import type { DataRead } from './data-read';
import { unknown, type DataShape } from './data-shape';
import { GrownMap } from './grown-map';
import { shapeOfIntrinsic } from './intrinsic-shape';
import type { JsonataRoots } from './jsonata-roots';
import { shapeOfJsonata } from './jsonata-shape';
import { narrowToPresent } from './narrow';
import { readPath } from './read-path';
import type { World } from './world';

/** What the paths of a field start from. */
export interface DataRoots {
  readonly input: DataShape;
  readonly context?: DataShape;
}

/** Reads what the expressions of a state find, and remembers whether one of them surely finds nothing. */
export class DataReader {
  readonly world: World;
  readonly state: State;
  readonly #record: ((read: DataRead) => void) | undefined;
  /** What may be missing by a contract, and has been read: where the state goes on it was there. */
  readonly #found: { readonly root: string | undefined; readonly names: readonly string[] }[] = [];
  #hasFailed = false;

  constructor(state: State, world: World, record: ((read: DataRead) => void) | undefined) {
    this.state = state;
    this.world = world;
    this.#record = record;
  }

  /** Whether the state surely fails: something that must be there cannot be. */
  hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** A reader of the same data for a way of its own: what fails there leaves the others alone. */
  fork(): DataReader {
    return new DataReader(this.state, this.world, this.#record);
  }

  /** The input of the state when all has been found that was looked for; another shape as it is. */
  assured(shape: DataShape): DataShape {
    if (shape !== this.world.input) return shape;
    return this.#found.reduce((left, { root, names }) => (root ? left : narrowToPresent(left, names)), shape);
  }

  /** The variables when all has been found that was looked for. */
  get variables(): World['variables'] {
    const found = this.#found.filter(({ root }) => root !== undefined);
    if (!found.length) return this.world.variables;
    const variables = new Map<string, DataShape>();
    for (const { root, names } of found) {
      const before = variables.get(root!) ?? this.world.variables.get(root!) ?? unknown;
      variables.set(root!, narrowToPresent(before, names));
    }
    return GrownMap.of(this.world.variables, variables);
  }

  /** A path or an intrinsic call. What its Choice rule has learnt about the input is in `world`. */
  read(expression: Expression, roots: DataRoots, mustFind = true): DataShape {
    const { parsed, jsonPath } = expression;
    if (isUnknown(expression.value)) return unknown;
    const read = (path: JsonPath | ReferencePath): DataShape => this.#readPath(expression, path, roots, mustFind);
    if (parsed.language === 'intrinsic' && parsed.result.value) return shapeOfIntrinsic(parsed.result.value, read);
    return jsonPath ? read(jsonPath) : unknown;
  }

  /** A JSONata expression; the state fails where its value is undefined. */
  readJsonata(expression: Expression, roots: JsonataRoots): DataShape {
    const { jsonata } = expression;
    if (!jsonata) return unknown;
    const [state, world] = [this.state, this.world];
    const all = { context: contextShapeOf(state), ...roots };
    const { shape, missing } = shapeOfJsonata(jsonata, all, world.variables, (read) => {
      this.#record?.({ state, expression, world, ...read });
      const { optional } = read.reading.gap ?? {};
      if (!optional || !read.mustFind) return;
      if (read.root === 'variable') this.#found.push({ root: /^\$([^.]*)/.exec(read.path)?.[1], names: optional });
      else if (read.path.startsWith('$states.input.')) this.#found.push({ root: undefined, names: optional });
    });
    const whole = { span: { start: 0, end: jsonata.text.length }, path: jsonata.text, root: 'result' } as const;
    this.#record?.({ state, expression, world, ...whole, reading: { shape, missing }, mustFind: true });
    if (missing === 'sure') this.#hasFailed = true;
    return shape;
  }

  #readPath(expression: Expression, path: JsonPath | ReferencePath, roots: DataRoots, mustFind: boolean): DataShape {
    const { kind } = path.root;
    if (kind === 'current') return unknown;
    const reading = readPath(path, this.#rootOf(path, roots));
    const { start, end, text } = path;
    this.#record?.({
      state: this.state,
      expression,
      span: { start, end },
      path: text,
      root: kind,
      reading,
      mustFind,
      world: this.world,
    });
    if (mustFind && reading.missing === 'sure') this.#hasFailed = true;
    const { optional } = reading.gap ?? {};
    if (mustFind && optional && kind !== 'context' && (kind === 'variable' || roots.input === this.world.input)) {
      this.#found.push({ root: path.root.kind === 'variable' ? path.root.name : undefined, names: optional });
    }
    return reading.missing === 'sure' ? unknown : reading.shape;
  }

  #rootOf({ root }: JsonPath | ReferencePath, { input, context }: DataRoots): DataShape {
    if (root.kind === 'variable') return this.world.variables.get(root.name) ?? unknown;
    return root.kind === 'context' ? (context ?? contextShapeOf(this.state)) : input;
  }
}
