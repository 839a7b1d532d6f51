import {
  graphOf,
  MapState,
  ParallelState,
  pathsInto,
  pathsTo,
  scopesOf,
  solvePath,
  type PathSolution,
  type PathStep,
  type Scope,
  TaskState,
  type StateMachine,
  type StepOutcome,
  type Transition,
} from '@stepproof/asl';

import { isTimeout, noticesSilence } from './arbitraries/task-errors';
import type { TaskOutcome } from '../tasks/task-call';
import type { Scenario } from './scenario';

/** How many ways to one transition are looked at. */
const maxPaths = 4;

/** How many ways are looked at in all: the solver may need long for one, and random search finds most of the rest. */
const maxSolutions = 200;

/** A scenario for each transition of a machine for which the solver finds one. */
export function solvedScenarios(machine: StateMachine): readonly Scenario[] {
  const budget = { left: maxSolutions };
  const transitions = [...scopesOf(machine)].flatMap((scope) => graphOf(scope).transitions);
  return transitions.flatMap((transition) => {
    const solution = solutionFor(transition, budget);
    return solution ? [scenarioOf(solution)] : [];
  });
}

type Witness = Extract<PathSolution, { kind: 'witness' }>;

function solutionFor(transition: Transition, budget: { left: number }): Witness | undefined {
  for (const solution of solutionsFor(transition)) {
    if (budget.left-- <= 0) return undefined;
    if (solution.kind === 'witness' && isMockable(solution)) return solution;
  }
  return undefined;
}

/** What the solver says of the shortest ways to a transition. */
export function* solutionsFor(transition: Transition): Generator<PathSolution> {
  const outer = transition.to && wayInto(transition.from.parent);
  if (!outer) return;
  let tried = 0;
  for (const inner of pathsTo(transition, { repeats: 2, effort: 1000 })) {
    if (tried++ === maxPaths) return;
    yield solvePath([...outer, ...inner]);
  }
}

/** The shortest way from StartAt of the machine into a scope. */
function wayInto(scope: Scope): readonly PathStep[] | undefined {
  const holder = scope.parent;
  if (!(holder instanceof ParallelState) && !(holder instanceof MapState)) return [];
  const outer = wayInto(holder.parent);
  const [path] = pathsInto(holder);
  return outer && path && [...outer, ...path, { state: holder, way: { kind: 'into', scope } }];
}

/** What a whole Parallel or Map ends with, something inside would have to bring about; a timeout needs a limit. */
const isMockable = ({ outcomes }: Witness): boolean =>
  outcomes.every(
    (outcome) => outcome.state instanceof TaskState && (!isSilence(outcome) || noticesSilence(outcome.state)),
  );

const isSilence = (outcome: StepOutcome): boolean => 'error' in outcome && isTimeout(outcome.error);

function scenarioOf({ input, outcomes }: Witness): Scenario {
  const byState: Record<string, TaskOutcome[]> = {};
  for (const outcome of outcomes) (byState[outcome.state.name] ??= []).push(taskOutcomeOf(outcome));
  return { input, outcomes: byState, seed: 0 };
}

function taskOutcomeOf(outcome: StepOutcome): TaskOutcome {
  if (isSilence(outcome)) return { never: true };
  return 'error' in outcome ? { error: outcome.error, cause: outcome.cause } : { result: outcome.result };
}
