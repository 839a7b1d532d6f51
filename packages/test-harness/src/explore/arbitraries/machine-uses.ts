import {
  Catcher,
  ChoiceTest,
  isRecoverable,
  MapState,
  ownNodesOf,
  ParallelState,
  PassState,
  type Expression,
  type Field,
  type Scope,
  type State,
} from '@stepproof/asl';
import type { PathUse } from './path-use';
import { pathUses, placesGiven } from './path-uses';
import { fieldUses, operatorUse } from './field-uses';
import { isReadFirst } from './read-first';
import { inputPathOf, isReadFromResult, keysOf, pathIn, replacesInput } from './state-paths';
import { eachItem, UsedValue, type UsePath } from './used-value';

/** What a machine makes of its input and of the results of its Tasks: the better it is known, the better the guesses. */
export interface MachineUses {
  readonly input: UsedValue;
  /** What states give as their results, by name; items that a Map reads from elsewhere under `itemsKey`. */
  readonly results: ReadonlyMap<string, UsedValue>;
}

/** No state has such a name. */
export const itemsKey = (map: string): string => `${map}\n`;

/**
 * Reads off the machine's own paths what it expects of its input and of its Tasks. States are not told apart by order: a
 * path means the same place wherever it is read, and what a state puts at a place is what is read there.
 */
export function machineUses(machine: Scope): MachineUses {
  const results = new Map<string, UsedValue>();
  const uses = new ScopeUses(machine, results);
  // Values are handed on from state to state, in loops too: what is read at the end is known of the beginning.
  for (let round = 0; round < handedOn; round++) uses.join();
  return { input: uses.given, results };
}

class ScopeUses {
  /** What the states of the scope are given and hand on, all in one: whoever reads a path, it is the same value. */
  readonly input = new UsedValue();
  readonly #scope: Scope;
  /** What the execution is given that runs the scope: `$$.Execution.Input`, wherever it is read. */
  readonly #execution: UsedValue;
  readonly #isExecution: boolean;
  readonly #inner = new Map<State, readonly ScopeUses[]>();
  readonly #variables = new Map<string, UsedValue>();
  readonly #results: Map<string, UsedValue>;
  /** Which states read a member of what they are given. */
  readonly #readers = new Map<string, Set<State>>();

  /** @param outer what the execution around the scope is given; undefined for a scope that is an execution of its own */
  constructor(scope: Scope, results: Map<string, UsedValue>, outer?: UsedValue) {
    this.#scope = scope;
    this.#results = results;
    this.#isExecution = outer === undefined;
    this.#execution = outer ?? new UsedValue();
    for (const state of scope.states) this.#readState(state);
  }

  /** What the scope is given: a member that is made before anybody reads it is none of it. */
  get given(): UsedValue {
    const given = this.input.only((member) => isReadFirst(this.#scope, member, this.#readers.get(member) ?? new Set()));
    if (this.#isExecution) given.add(this.#execution);
    return given;
  }

  /** Takes what is read behind each state as what the state has made, one step back at a time. */
  join(): void {
    for (const state of this.#scope.states) {
      this.#joinValues(state);
      for (const inner of this.#inner.get(state) ?? []) {
        inner.input.add(this.#result(state).at([eachItem]));
        inner.join();
      }
      if (state instanceof MapState) this.#joinItems(state);
      if (state instanceof ParallelState) this.#joinBranches(state);
    }
  }

  #readState(state: State): void {
    for (const node of ownNodesOf(state)) {
      for (const field of node.fields) {
        if (field.name === 'ResultPath') {
          this.#noteResultPath(pathIn(field));
          continue;
        }
        for (const expression of field.expressions) {
          const given = placesGiven(expression).map((place) => ({ ...place, use: fieldUses[field.name] }));
          for (const found of [...given, ...pathUses(expression)]) this.#note(state, field, found);
        }
      }
      if (node instanceof ChoiceTest) this.#readTest(state, node);
    }
    const scopes =
      state instanceof ParallelState ? state.branches : state instanceof MapState ? [state.itemProcessor] : [];
    // The items of a distributed Map have executions of their own.
    const outer = state instanceof MapState && state.mode !== 'INLINE' ? undefined : this.#execution;
    this.#inner.set(
      state,
      scopes.flatMap((scope) => (scope ? [new ScopeUses(scope, this.#results, outer)] : [])),
    );
  }

  /** What a result is put into must be an object, if it is there. */
  #noteResultPath(path: UsePath): void {
    for (let length = 1; length < path.length; length++) this.input.at(path.slice(0, length)).uses.add('object');
  }

  #readTest(state: State, test: ChoiceTest): void {
    const [operator] = test.operators;
    const variable = test.field('Variable');
    if (operator === undefined || !variable) return;
    const { use, literals } = operatorUse(operator, test.field(operator)!.json);
    for (const found of variable.expressions.flatMap(pathUses)) {
      this.#note(state, variable, { ...found, use, literals, isOptional: operator === 'IsPresent' });
    }
  }

  #joinItems(state: MapState): void {
    const [inner] = this.#inner.get(state) ?? [];
    const item = this.#itemOf(state);
    if (!inner || !item) return;
    const selectors = [state.field('ItemSelector'), state.field('Parameters')].flatMap((field) => field ?? []);
    if (selectors.length === 0) item.add(inner.given);
    for (const expression of selectors.flatMap(({ expressions }) => expressions)) {
      for (const { root, path } of placesGiven(expression)) {
        if (root !== 'context' || path.slice(0, 3).join('.') !== 'Map.Item.Value') continue;
        item.at(path.slice(3)).add(inner.input.at(keysOf(expression)));
      }
    }
  }

  #joinBranches(state: ParallelState): void {
    if (state.has('Parameters') || state.has('Arguments')) return;
    const path = inputPathOf(state);
    for (const { given, input } of this.#inner.get(state) ?? []) {
      for (const [member, { uses }] of input.members) {
        if (uses.has('object')) this.input.at([...path, member]).uses.add('object');
      }
      for (const member of given.members.keys()) this.#noteReader([...path, member], state);
      this.input.at(path).add(given);
    }
  }

  #itemOf(state: MapState): UsedValue | undefined {
    if (state.itemReader) return this.#items(state.name);
    const field = state.field('ItemsPath') ?? state.field('Items');
    const [given] = field?.expressions.flatMap(placesGiven) ?? [];
    if (!given) this.#noteReader(inputPathOf(state), state);
    const items = field && given ? this.#placeOf(state, field, given) : this.input.at(inputPathOf(state));
    items?.uses.add('array');
    return items?.at([eachItem]);
  }

  #note(state: State, field: Field, found: PathUse): void {
    const place = this.#placeOf(state, field, found);
    if (!place) return;
    if (found.use) place.uses.add(found.use);
    place.compareWith(found.literals ?? []);
    place.isOptional ||= found.isOptional ?? false;
  }

  /** Undefined for what the machine itself has made: an Error Output, the context. */
  #placeOf(state: State, field: Field, { root, path }: PathUse): UsedValue | undefined {
    if (root === 'context') {
      return path[0] === 'Execution' && path[1] === 'Input' ? this.#execution.at(path.slice(2)) : undefined;
    }
    if (typeof root === 'object') return this.#variable(root.variable).at(path);
    if (field.parent instanceof Catcher && state.queryLanguage === 'JSONPath') return undefined;
    if (root === 'result' || isReadFromResult(state, field)) return this.#result(state).at(path);
    const isWhole = field.name === 'InputPath' || field.name === 'OutputPath';
    const whole = isWhole ? path : [...inputPathOf(state), ...path];
    if (field.name !== 'OutputPath') this.#noteReader(whole, state);
    return this.input.at(whole);
  }

  #noteReader([member]: UsePath, state: State): void {
    if (typeof member !== 'string') return;
    const readers = this.#readers.get(member) ?? new Set();
    readers.add(state);
    this.#readers.set(member, readers);
  }

  /** What a state puts somewhere is what others read there. */
  #joinValues(state: State): void {
    const resultPath = pathIn(state.field('ResultPath'));
    const isKept = state.field('ResultPath')?.value.kind !== 'null';
    for (const node of ownNodesOf(state)) {
      for (const expression of node.field('Assign')?.expressions ?? []) {
        const [name, ...keys] = keysOf(expression);
        if (typeof name === 'string') this.#join(state, expression, this.#variables.get(name)?.at(keys));
      }
      for (const expression of node.field('Output')?.expressions ?? []) {
        this.#join(state, expression, this.input.at(keysOf(expression)));
      }
    }
    const makers = [state.field('ResultSelector'), state instanceof PassState ? state.field('Parameters') : undefined];
    for (const expression of makers.flatMap((field) => field?.expressions ?? [])) {
      if (isKept) this.#join(state, expression, this.input.at([...resultPath, ...keysOf(expression)]));
    }
    this.#joinOutputPath(state);
    const isPlain = isRecoverable(state) && !state.has('ResultSelector') && !state.has('Output') && isKept;
    if (isPlain) this.#joinResult(state, resultPath);
  }

  #join(state: State, expression: Expression, used: UsedValue | undefined): void {
    if (!used?.isUsed) return;
    for (const given of placesGiven(expression)) {
      // What a path finds in many items is a list.
      const value = given.path.includes(eachItem) ? used.item : used;
      if (!value) continue;
      if (given.root === 'input') {
        for (const member of value.members.keys())
          this.#noteReader([...inputPathOf(state), ...given.path, member], state);
      }
      this.#placeOf(state, expression.parent, given)?.add(value);
    }
  }

  /** Behind an OutputPath, paths begin inside what the state was given; where its result replaces that, see above. */
  #joinOutputPath(state: State): void {
    const path = pathIn(state.field('OutputPath'));
    const [member] = path;
    if (member === undefined || replacesInput(state)) return;
    this.input.at(path).add(this.input.only((name) => name !== member));
  }

  #joinResult(state: State, resultPath: UsePath): void {
    const outputPath = pathIn(state.field('OutputPath'));
    if (outputPath.length > 0 && resultPath.length === 0) this.#result(state).at(outputPath).add(this.input);
    else this.#result(state).add(this.input.at(resultPath));
  }

  #result(state: State): UsedValue {
    return this.#namedResult(state.name);
  }

  #namedResult(name: string): UsedValue {
    let result = this.#results.get(name);
    if (!result) this.#results.set(name, (result = new UsedValue()));
    return result;
  }

  /** Of a Map with an ItemReader, whose own result is another value. */
  #items(name: string): UsedValue {
    return this.#namedResult(itemsKey(name));
  }

  #variable(name: string): UsedValue {
    let variable = this.#variables.get(name);
    if (!variable) this.#variables.set(name, (variable = new UsedValue()));
    return variable;
  }
}

/** How often a value is followed from the state that reads it to the one that made it. */
const handedOn = 4;
