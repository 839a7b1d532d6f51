import {
  isRecoverable,
  MapState,
  ParallelState,
  TaskState,
  WaitState,
  type Scope,
  type State,
  type StateMachine,
  type WorkflowType,
} from '../../syntax';
import { longestWay } from './longest-way';
import { timeLimitOf } from './time-limit';
import { numberIn } from './number-in';
import { scopeTimes } from './scope-times';
import { inAllAttempts, retriesOf, visitTime } from './visit-time';

/** What one visit of a state, or one execution, may come to. Infinity where the definition sets no bound. */
export interface WorstFigures {
  /** Virtual seconds, where every call takes as long as it may. */
  readonly seconds: number;
  /** Virtual seconds of Waits and of delays before retries, where every call is answered at once and a Map has one item. */
  readonly waiting: number;
  /** Calls of integrations, retries included. */
  readonly calls: number;
}

/** The most that an execution can come to, by its definition. */
export interface WorstCase extends WorstFigures {
  /** Seconds after which the execution is ended: TimeoutSeconds, or the five minutes of Express. */
  readonly limit: number | undefined;
  /** The states of the machine's own scope, in the order of the text; a Parallel or Map with all that is inside. */
  readonly states: readonly (WorstFigures & { readonly state: string })[];
}

/** How one figure comes about. */
interface Measure {
  /** One attempt of a state that has no scope of its own. */
  ofLeaf(state: State): number;
  ofBranches(branches: readonly number[]): number;
  ofItems(item: number): number;
  /** Whether delays before retries count. */
  readonly countsDelays: boolean;
}

const waiting: Measure = {
  ofLeaf: (state) => (state instanceof WaitState ? (numberIn(state, 'Seconds') ?? Infinity) : 0),
  ofBranches: (branches) => Math.max(0, ...branches),
  ofItems: (item) => item,
  countsDelays: true,
};

const calls: Measure = {
  ofLeaf: (state) => (state instanceof TaskState ? 1 : 0),
  ofBranches: (branches) => branches.reduce((sum, branch) => sum + branch, 0),
  ofItems: (item) => (item === 0 ? 0 : Infinity),
  countsDelays: false,
};

/** The most that an execution of a machine can take and call. */
export function worstCaseOf(machine: StateMachine, type: WorkflowType): WorstCase {
  return {
    seconds: scopeTimes(machine).most,
    waiting: mostOnWay(machine, waiting),
    calls: mostOnWay(machine, calls),
    limit: timeLimitOf(machine, type)?.seconds,
    states: machine.states.map((state) => ({
      state: state.name,
      seconds: visitTime(state).most,
      waiting: mostIn(state, waiting),
      calls: mostIn(state, calls),
    })),
  };
}

const mostOnWay = (scope: Scope, measure: Measure): number => longestWay(scope, (state) => mostIn(state, measure));

function mostIn(state: State, measure: Measure): number {
  const attempt = mostInAttempt(state, measure);
  if (!isRecoverable(state)) return attempt;
  const retries = retriesOf(state);
  if (!retries) return Infinity;
  return inAllAttempts(attempt, retries) + (measure.countsDelays ? retries.delays : 0);
}

function mostInAttempt(state: State, measure: Measure): number {
  if (state instanceof ParallelState) {
    return measure.ofBranches(state.branches.map((branch) => mostOnWay(branch, measure)));
  }
  if (state instanceof MapState) {
    const { itemProcessor } = state;
    return measure.ofItems(itemProcessor ? mostOnWay(itemProcessor, measure) : Infinity);
  }
  return measure.ofLeaf(state);
}
