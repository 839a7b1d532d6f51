import {
  ChoiceState,
  exhaustivenessOf,
  FailState,
  graphOf,
  isRecoverable,
  isTerminal,
  ParallelState,
  quotedFew,
  reachableStates,
  Scope,
  shadowedRules,
  TaskState,
  type Catcher,
  Retrier,
  type State,
} from '@stepproof/asl';
import { errorMatches } from '../recovery/error-matches';
import { StateFailure } from '../recovery/state-failure';
import { isTimeout, noticesSilence } from './arbitraries/task-errors';
import { solutionsFor } from './solved-scenarios';
import { targetsOf, transitionOf, type Target } from './targets';

/**
 * Why no run has come to a target, as far as the definition tells.
 * @param failing the errors of states that were seen to fail by what the definition itself does, by their names
 */
export function whyUnreached(
  target: Target,
  unreached: ReadonlySet<Target>,
  failing: ReadonlyMap<string, string>,
): string | undefined {
  const { kind, state, index } = target;
  if (kind === 'state') return whyNotEntered(target);
  const isEntered = ![...unreached].some((other) => other.kind === 'state' && other.state === state);
  if (!isEntered) return `"${state.name}" was never entered`;
  const failure = failing.get(state.name);
  if (failure !== undefined && isNeverLeft(state, unreached)) return `"${state.name}" fails with ${failure}`;
  if (kind === 'next' && state instanceof ParallelState) return whyNotLeft(state);
  if (state instanceof ChoiceState) return whyNotChosen(target, state) ?? whyUnsolved(target);
  if (kind !== 'catcher' && kind !== 'retrier') return undefined;
  const [node, ...earlier] = recoveryOf(target, index).toReversed();
  if (node instanceof Retrier && node.field('MaxAttempts')?.json === 0) return 'its MaxAttempts is 0';
  return node && (whyTaken(node, earlier, kind) ?? whyNotMatched(target, node));
}

/** Whether no way out of the state but by a failure has been taken. */
const isNeverLeft = (state: State, unreached: ReadonlySet<Target>): boolean => {
  const ways = targetsOf(state.enclosing(Scope)!.machine).filter(
    ({ state: from, kind, to }) => from === state && to !== undefined && kind !== 'catcher',
  );
  return ways.length > 0 && ways.every((way) => unreached.has(way));
};

function whyNotEntered({ state }: Target): string {
  const sources = new Set(
    graphOf(state.enclosing(Scope)!)
      .transitionsTo(state)
      .map(({ from }) => from.name),
  );
  if (sources.size === 0) return 'nothing leads to it';
  return `only ${quotedFew([...sources])} lead${sources.size === 1 ? 's' : ''} to it`;
}

function whyNotChosen({ kind, index }: Target, state: ChoiceState): string | undefined {
  if (kind === 'default') return exhaustivenessOf(state).kind === 'proven' ? 'the rules take everything' : undefined;
  const rule = state.choices[index];
  const isTaken = shadowedRules(state).some((shadowed) => shadowed.rule === rule);
  return isTaken ? 'the rules before it take all that it could match' : undefined;
}

/** What the solver says of the ways to a target: that none is possible, or what it cannot compute. */
function whyUnsolved(target: Target): string | undefined {
  const transition = transitionOf(target);
  const solutions = transition ? [...solutionsFor(transition)] : [];
  if (solutions.length === 0 || solutions.some(({ kind }) => kind === 'witness')) return undefined;
  const doubts = solutions.flatMap((solution) => (solution.kind === 'unknown' ? solution.because : []));
  if (doubts.length > 0) return `the solver does not know: ${doubts[0]!.reason}`;
  return 'no input and no results lead there on any of the shortest ways';
}

/** A Parallel goes on when all its branches have succeeded. */
function whyNotLeft({ branches }: ParallelState): string | undefined {
  const failing = branches.findIndex((branch) =>
    [...reachableStates(branch)].filter(isTerminal).every((state) => state instanceof FailState),
  );
  return failing === -1 ? undefined : `its branch ${failing + 1} always ends in a Fail`;
}

/** The Catcher or Retrier, behind those that are asked before it. */
function recoveryOf({ kind, state }: Target, index: number): readonly (Catcher | Retrier)[] {
  if (!isRecoverable(state)) return [];
  return (kind === 'catcher' ? state.catch : state.retry).slice(0, index + 1);
}

function whyTaken(
  { errorEquals }: Catcher | Retrier,
  earlier: readonly (Catcher | Retrier)[],
  kind: string,
): string | undefined {
  const names = earlier.flatMap((node) => node.errorEquals);
  const isTaken = (name: string): boolean => names.some((taker) => errorMatches(taker, failureNamed(name)));
  return errorEquals.every(isTaken) ? `an earlier ${kind} takes its errors` : undefined;
}

const failureNamed = (name: string): StateFailure =>
  name === 'States.HeartbeatTimeout'
    ? new StateFailure('States.Timeout', undefined, true)
    : new StateFailure(name, undefined);

function whyNotMatched({ state }: Target, { errorEquals }: Catcher | Retrier): string {
  const needed = `needs the error ${errorEquals.join(' or ')} from "${state.name}"`;
  return errorEquals.every(isTimeout) && state instanceof TaskState && !noticesSilence(state)
    ? `${needed} (no TimeoutSeconds)`
    : needed;
}
