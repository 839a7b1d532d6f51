import type { AslNode, MapState, ParallelState, Scope, TaskState } from '../../../syntax';
import { arraysOf, valuesOf, type Domain } from '../domain';
import { impossible, or, test, type Formula } from '../formula';
import { readMember } from '../read-path';
import { reference } from '../place';
import { constantOf, unknown, type SymbolicValue } from '../symbolic-value';
import { waysInto } from '../ways';
import type { Flow } from './flow';
import { flowOf } from './flow-of';
import { pathsInto } from './paths-to';
import type { PathStep, WayOut } from './step';
import { SymbolicRun } from './symbolic-run';
import { takeStep } from './take-step';

export type WorkState = TaskState | ParallelState | MapState;

/** A state about to do its work. */
export interface Work {
  readonly state: WorkState;
  readonly number: number;
  readonly effective: SymbolicValue;
  readonly given: SymbolicValue;
  /** The items of a Map that does not read them by an ItemReader. */
  readonly items: SymbolicValue | undefined;
}

type MapWork = Work & { readonly state: MapState };

/** The outputs of the branches: of the ways that the plan has through them, else free data. */
export function parallelResult(
  run: SymbolicRun,
  state: ParallelState,
  number: number,
  given: SymbolicValue,
): SymbolicValue {
  if (run.plan) {
    const items = state.branches.map((branch) => through(run, branch, given, number));
    return { kind: 'array', items };
  }
  const result = run.resultOf(number, state);
  const { length } = state.branches;
  run.mustBe(result, arraysOf(length, length), state, 'the outputs of the branches');
  return result;
}

/** Goes on inside a branch. The plan takes the other branches to their ends, so that they do not fail. */
export function enterBranch(
  run: SymbolicRun,
  state: ParallelState,
  number: number,
  given: SymbolicValue,
  scope: Scope,
): void {
  const isOwn = state.branches.some((branch) => branch === scope);
  if (!isOwn) run.demand(impossible(state, `the way does not lead into "${state.name}"`));
  if (run.plan) for (const branch of state.branches) if (branch !== scope) through(run, branch, given, number);
  run.input = given;
}

/** The items of a Map. What its ItemSelector reads must be there unless there are no items. */
export function itemsFor(run: SymbolicRun, flow: Flow, state: MapState, effective: SymbolicValue): SymbolicValue {
  const items = flow.itemsOf(state, effective);
  run.mustBe(items, valuesOf('array'), state, 'the items of the Map');
  const trial = new SymbolicRun(run.input);
  trial.assign(run.variables);
  const first = readMember(items, 0);
  const item = first.kind === 'missing' || first.kind === 'failing' ? unknown('the Map has no items', state) : first;
  flowOf(trial, { state, way: { kind: 'next' } }).selected(state, effective, item, 0);
  const isEmpty: Formula = test({
    node: state,
    text: 'the Map has no items',
    ways: (outcome) => waysInto(items, outcome === 'true' ? arraysOf(0, 0) : arraysOf(1)),
  });
  run.demand(or(isEmpty, trial.formula));
  return items;
}

/** More iterations than these are not gone through one by one. */
const maxIterations = 10;

export function mapResult(run: SymbolicRun, flow: Flow, work: MapWork): SymbolicValue {
  const { state, number, items } = work;
  const known = items && constantOf(items);
  const knownLength = Array.isArray(known) ? known.length : undefined;
  if (run.plan && items && !state.itemBatcher && !state.resultWriter) {
    const length = knownLength ?? run.plan.lengthOf(number);
    if (length <= maxIterations) {
      run.mustBe(items, arraysOf(length, length), state, 'the number of items of the Map');
      return { kind: 'array', items: Array.from({ length }, (_, index) => iterate(run, flow, work, items, index)) };
    }
  }
  const result = run.resultOf(number, state, knownLength === undefined ? items : undefined);
  if (state.resultWriter) return result;
  const shape = knownLength === undefined ? arraysOf(0) : arraysOf(knownLength, knownLength);
  run.mustBe(result, shape, state, 'the outputs of the iterations');
  return result;
}

/** The output of one iteration, by the way that the plan has through it. */
function iterate(run: SymbolicRun, flow: Flow, work: MapWork, items: SymbolicValue, index: number): SymbolicValue {
  const { state, number, effective } = work;
  const item = run.must(readMember(items, index), state, `the item ${index}`);
  const input = flow.selected(state, effective, item, index);
  return through(run, state.itemProcessor!, input, number, index);
}

/** Goes on inside the iteration of one item. The plan takes the others to their ends, so that they do not fail. */
export function enterMap(run: SymbolicRun, flow: Flow, work: MapWork, way: Extract<WayOut, { kind: 'into' }>): void {
  const { state, effective, items } = work;
  const { scope, item: index = 0 } = way;
  if (scope !== state.itemProcessor) run.demand(impossible(state, `the way does not lead into "${state.name}"`));
  if (!items || state.itemBatcher) {
    const what = items ? 'ItemBatcher' : 'ItemReader';
    run.doubt(state, what, `what an iteration begins with comes out of the ${what}`);
    run.input = reference({ id: `an item of "${state.name}"` });
    return;
  }
  if (run.plan) {
    const known = constantOf(items);
    const length = Array.isArray(known) ? known.length : index + 1;
    run.mustBe(items, arraysOf(length, length), state, 'the number of items of the Map');
    for (let other = 0; other < Math.min(length, maxIterations); other++) {
      if (other !== index) iterate(run, flow, work, items, other);
    }
  }
  const item = run.must(readMember(items, index), state, `the item ${index}`);
  run.input = flow.selected(state, effective, item, index);
  run.iterations = [index, ...run.iterations];
  if (state.isDistributed) run.variables = new Map();
}

/**
 * Lets the work of a Parallel or Map fail: by the first Task inside that has no Catcher of its own, which fails with one of
 * the errors. Undefined where there is no plan or no such Task.
 */
export function failInside(
  run: SymbolicRun,
  flow: Flow,
  { state, number, effective, given, items }: Work,
  errors: { readonly names: readonly Domain[]; readonly node: AslNode },
): SymbolicValue | undefined {
  if (!run.plan || state.type === 'TaskState') return undefined;
  const scopes = state.type === 'ParallelState' ? state.branches : [state.itemProcessor!];
  const failing = scopes.flatMap((scope) => firstTask(scope) ?? [])[0];
  if (!failing || (state.type === 'MapState' && (!items || state.itemBatcher))) return undefined;
  const outside = run.position;
  if (state.type === 'MapState') {
    run.mustBe(items!, arraysOf(1, 1), state, 'the number of items of the Map');
    const item = run.must(readMember(items!, 0), state, 'the item 0');
    run.input = flow.selected(state, effective, item, 0);
    run.iterations = [0, ...run.iterations];
    if (state.isDistributed) run.variables = new Map();
  } else {
    for (const scope of scopes) if (scope !== failing.task.parent) through(run, scope, given, number);
    run.input = given;
  }
  for (const step of failing.path) takeStep(run, step, number);
  const inner = flowOf(run, { state: failing.task, way: { kind: 'next' } });
  inner.argumentsOf(inner.effectiveInput());
  const error = run.errorOf(number, failing.task, errors.names, errors.node);
  run.position = outside;
  return error;
}

/** The Task without a Catcher that is nearest to StartAt, and the way to it. */
function firstTask(scope: Scope): { readonly task: TaskState; readonly path: readonly PathStep[] } | undefined {
  const found = scope.states.flatMap((task) => {
    if (task.type !== 'TaskState' || task.catch.length > 0) return [];
    const [path] = pathsInto(task, { effort: 50 });
    return path ? [{ task, path }] : [];
  });
  return found.sort((a, b) => a.path.length - b.path.length)[0];
}

/** Takes data through a whole scope; what it assigns stays inside. */
function through(
  run: SymbolicRun,
  scope: Scope,
  input: SymbolicValue,
  number: number,
  iteration?: number,
): SymbolicValue {
  const path = run.plan?.wayThrough(scope);
  if (!path) run.doubt(scope, scope.location, 'there is no way through that does not fail');
  const outside = run.position;
  run.input = input;
  if (iteration !== undefined) run.iterations = [iteration, ...run.iterations];
  if (scope.parent?.type === 'MapState' && (scope.parent as MapState).isDistributed) run.variables = new Map();
  for (const step of path ?? []) takeStep(run, step, number);
  const output = run.input;
  run.position = outside;
  return output;
}
