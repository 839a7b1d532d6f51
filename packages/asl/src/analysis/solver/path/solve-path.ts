import type { Json } from '../../../text/located';
import type { State } from '../../../syntax';
import { arraysOf } from '../domain';
import { and, demand, type Formula } from '../formula';
import { solve, type Reason, type Solution } from '../solve';
import { reference, type Doubt } from '../place';
import type { Witness } from '../witness';
import { InsidePlan } from './inside-plan';
import type { PathStep } from './step';
import { executionInput, SymbolicRun, type Supply } from './symbolic-run';
import { takeStep } from './take-step';

/** What a Task, Map or Parallel on the path has to end with: a result, or an error with its cause. */
export type StepOutcome = {
  /** The position of the step on the path. */
  readonly step: number;
  /** The state of the step, or a Task inside the Parallel or Map that it is. */
  readonly state: State;
  /** The indexes of the Map iterations around the state, innermost first. */
  readonly iterations: readonly number[];
} & ({ readonly result: Json } | { readonly error: string; readonly cause: string });

/**
 * - `witness`: the execution with this input takes the path if the steps end so.
 * - `impossible`: no input and no results of the steps lead along the path.
 * - `unknown`: neither is known, for these reasons.
 */
export type PathSolution =
  | { readonly kind: 'witness'; readonly input: Json; readonly outcomes: readonly StepOutcome[] }
  | { readonly kind: 'impossible'; readonly because: readonly Reason[] }
  | { readonly kind: 'unknown'; readonly because: readonly Doubt[] };

/**
 * Finds an input, and what the Tasks on the way must give back, for an execution to go from StartAt along the steps: it
 * enters each state and leaves it by the given way. A step `into` a Parallel or Map goes on with a state inside.
 *
 * Where a way through the branches of a Parallel or the iterations of a Map can be found, the outcomes are those of the
 * Tasks inside; else the Parallel or Map as a whole has one, which something inside will have to bring about.
 */
export function solvePath(steps: readonly PathStep[]): PathSolution {
  const free = attempt(steps);
  // What holds for any results of a Parallel or Map holds for those that it can have.
  if (
    free.kind === 'impossible' ||
    !steps.some(({ state }) => state.type === 'ParallelState' || state.type === 'MapState')
  ) {
    return free;
  }
  const plan = new InsidePlan(free.kind === 'witness' ? lengthsOf(free.outcomes) : new Map());
  const planned = attempt(steps, plan);
  if (planned.kind === 'witness') return planned;
  for (const other of plan.variations().slice(0, maxVariations)) {
    const varied = attempt(steps, other);
    if (varied.kind === 'witness') return varied;
  }
  // What runs beside the path would have to be known, or else it may end the execution first.
  if (free.kind === 'witness' && steps.some(({ way }) => way.kind === 'into')) return beside(planned);
  return free;
}

const beside = (planned: PathSolution): PathSolution => ({
  kind: 'unknown',
  because:
    planned.kind === 'unknown'
      ? planned.because
      : [{ reason: 'no way was found for the branches or iterations beside the path', node: undefined }],
});

/** How many other ways through Parallels and Maps are tried. */
const maxVariations = 12;

function attempt(steps: readonly PathStep[], plan?: InsidePlan): PathSolution {
  const run = new SymbolicRun(reference(executionInput), plan);
  for (const [number, step] of steps.entries()) takeStep(run, step, number);
  const solution = solveWithLengths(run);
  if (solution.kind !== 'witness') return solution;
  const { values } = solution;
  const input = valueOf(values, executionInput.id);
  const outcomes = run.supplies.map((supply) => outcomeOf(supply, values));
  return { kind: 'witness', input: input === undefined ? {} : input, outcomes };
}

/** How many results each Map has. */
const lengthsOf = (outcomes: readonly StepOutcome[]): ReadonlyMap<number, number> =>
  new Map(
    outcomes.flatMap((outcome) =>
      'result' in outcome && Array.isArray(outcome.result) ? [[outcome.step, outcome.result.length] as const] : [],
    ),
  );

/** Solves the demands, and again with as many items for each Map as its result has elements. */
function solveWithLengths(run: SymbolicRun): Solution {
  const found = solve(run.formula);
  if (found.kind !== 'witness') return found;
  const lengths: Formula[] = [];
  for (const { items, symbol, state } of run.supplies) {
    const result = valueOf(found.values, symbol.id);
    if (!items || !Array.isArray(result)) continue;
    const { length } = result as readonly Json[];
    if (items.kind !== 'reference' && length > 0) return undecidedLength(state);
    if (items.kind !== 'reference') continue;
    lengths.push(demand(state, 'the Map has as many items as results', items, arraysOf(length, length)));
  }
  if (lengths.length === 0) return found;
  const again = solve(and(run.formula, ...lengths));
  return again.kind === 'witness' ? again : undecidedLength(run.supplies.find(({ items }) => items)!.state);
}

const undecidedLength = (node: State): Solution => ({
  kind: 'unknown',
  because: [{ reason: 'how many results the Map has depends on its items', node }],
});

function outcomeOf({ step, kind, symbol, state, iterations }: Supply, values: Witness): StepOutcome {
  const place = { step, state, iterations };
  const value = valueOf(values, symbol.id);
  if (kind === 'result') return { ...place, result: value === undefined ? {} : value };
  const { Error: error, Cause: cause } = value as { readonly Error: string; readonly Cause: string };
  return { ...place, error, cause };
}

function valueOf(values: Witness, id: string): Json | undefined {
  for (const [symbol, value] of values) if (symbol.id === id) return value;
  return undefined;
}
