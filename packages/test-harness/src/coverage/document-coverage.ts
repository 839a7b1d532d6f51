import {
  ChoiceState,
  isRecoverable,
  MapState,
  ParallelState,
  type StateMachine,
  scopesOf,
  type AslDocument,
  type AslNode,
  type Range,
  type Scope,
  type State,
} from '@stepproof/asl';
import type {
  IstanbulBranch,
  IstanbulFileCoverage,
  IstanbulFunction,
  IstanbulPosition,
  IstanbulRange,
} from './istanbul';

/** Where the counters of a state are, by the ids of Istanbul's maps. */
export interface StateCounters {
  readonly statement: string;
  /** The scope that begins with the state: running it is entering the state. */
  readonly scope: string | undefined;
  /** An arm for each of so many rules of a Choice, and then one for its Default if there is one. */
  readonly choice: { readonly branch: string; readonly rules: number } | undefined;
  /** The way without an error, and then an arm for each Catcher. */
  readonly catch: string | undefined;
  /** For each Retrier a branch with the one arm that it is: unlike the ways out of a state, they are no alternatives. */
  readonly retry: readonly string[];
  /** No items, one, and more. */
  readonly items: string | undefined;
}

/**
 * The coverage of a file with state machines: states are statements, machines and the scopes inside them functions; rules,
 * Catchers and Retriers are arms of branches. All counters are zero at first. A file always has the same map, whichever of
 * its machines run, so that the coverage of several tests can be merged.
 */
export class DocumentCoverage {
  readonly file: IstanbulFileCoverage;
  readonly #statements: Record<string, IstanbulRange> = {};
  readonly #functions: Record<string, IstanbulFunction> = {};
  readonly #branches: Record<string, IstanbulBranch> = {};
  readonly #machines: readonly ReadonlyMap<string, StateCounters>[];
  readonly #document: AslDocument;

  constructor(document: AslDocument) {
    this.#document = document;
    this.file = {
      path: document.filename,
      statementMap: this.#statements,
      fnMap: this.#functions,
      branchMap: this.#branches,
      s: {},
      f: {},
      b: {},
    };
    // No execution is of a machine of which one state is known.
    this.#machines = document.machines.map((machine) =>
      machine.declaration.isPart ? new Map<string, StateCounters>() : this.#countersOf(machine),
    );
  }

  /** The counters of a state of the machine at that position; undefined for a state that the file does not have. */
  counters(machine: number, state: string): StateCounters | undefined {
    return this.#machines[machine]?.get(state);
  }

  #countersOf(machine: StateMachine): ReadonlyMap<string, StateCounters> {
    const counters = new Map<string, StateCounters>();
    for (const scope of scopesOf(machine)) {
      const id = this.#addFunction(scope, machine);
      for (const state of scope.states)
        counters.set(state.name, this.#addState(state, state === scope.start ? id : undefined));
    }
    return counters;
  }

  #addState(state: State, scope: string | undefined): StateCounters {
    const statement = String(Object.keys(this.#statements).length);
    this.#statements[statement] = this.#rangeOf(state.range);
    this.file.s[statement] = 0;
    return { statement, scope, ...this.#branchesOf(state) };
  }

  #branchesOf(state: State): Pick<StateCounters, 'choice' | 'catch' | 'retry' | 'items'> {
    const [retriers, catchers] = isRecoverable(state) ? [state.retry, state.catch] : [[], []];
    return {
      choice:
        state instanceof ChoiceState
          ? { branch: this.#addBranch(fieldRange(state, 'Choices'), armsOfChoice(state)), rules: state.choices.length }
          : undefined,
      retry: rangesOf(retriers).map((range) => this.#addBranch(range, [range])),
      catch:
        catchers.length > 0
          ? this.#addBranch(fieldRange(state, 'Catch'), [keyRange(state), ...rangesOf(catchers)])
          : undefined,
      items: state instanceof MapState ? this.#addBranch(...itemsOf(state)) : undefined,
    };
  }

  /** Istanbul merges the coverage of several tests by the place of the first arm: no two branches may begin with the same. */
  #addBranch(range: Range, arms: readonly Range[]): string {
    const id = String(Object.keys(this.#branches).length);
    const loc = this.#rangeOf(range);
    this.#branches[id] = {
      type: 'switch',
      loc,
      locations: arms.map((arm) => this.#rangeOf(arm)),
      line: loc.start.line,
    };
    this.file.b[id] = arms.map(() => 0);
    return id;
  }

  #addFunction(scope: Scope, machine: StateMachine): string {
    const id = String(Object.keys(this.#functions).length);
    const loc = this.#rangeOf(scope.range);
    const decl = this.#rangeOf(scope.field('StartAt')?.range ?? scope.range);
    this.#functions[id] = { name: nameOf(scope, machine), decl, loc, line: decl.start.line };
    this.file.f[id] = 0;
    return id;
  }

  #rangeOf([start, end]: Range): IstanbulRange {
    return { start: this.#positionOf(start), end: this.#positionOf(end) };
  }

  #positionOf(offset: number): IstanbulPosition {
    const { line, column } = this.#document.lines.locate(offset);
    return { line, column: column - 1 };
  }
}

function armsOfChoice(state: ChoiceState): readonly Range[] {
  const byDefault = state.field('Default');
  return [...rangesOf(state.choices), ...(byDefault ? [byDefault.range] : [])];
}

/** All shown where it is said what is done with each item. */
function itemsOf(state: MapState): [Range, readonly Range[]] {
  const range = fieldRange(state, state.field('ItemProcessor') ? 'ItemProcessor' : 'Iterator');
  return [range, [range, range, range]];
}

const rangesOf = (nodes: readonly AslNode[]): readonly Range[] => nodes.map(({ range }) => range);

const fieldRange = (state: State, name: string): Range => state.field(name)?.range ?? state.range;

/** What is not written down, such as the way without an error, is shown at the name of the state. */
const keyRange = (state: State): Range => state.key?.range ?? state.range;

/** `Order`, and for what is inside a state `Order/Ship[1]`, the second branch. */
function nameOf(scope: Scope, machine: StateMachine): string {
  const name = machine.declaration.name ?? 'StateMachine';
  if (scope === machine) return name;
  const { parent } = scope;
  const index = parent instanceof ParallelState ? `[${parent.branches.indexOf(scope as never)}]` : '';
  return `${name}/${parent?.key?.value ?? ''}${index}`;
}
