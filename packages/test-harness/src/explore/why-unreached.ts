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
  type Retrier,
} from '@stepproof/asl';
import { errorMatches } from '../recovery/error-matches';
import { StateFailure } from '../recovery/state-failure';
import { isTimeout, noticesSilence } from './arbitraries/task-errors';
import type { Target } from './targets';

/** Why no run has come to a target, as far as the definition tells. */
export function whyUnreached(target: Target, unreached: ReadonlySet<Target>): string | undefined {
  const { kind, state, index } = target;
  if (kind === 'state') return whyNotEntered(target);
  const isEntered = ![...unreached].some((other) => other.kind === 'state' && other.state === state);
  if (!isEntered) return `"${state.name}" was never entered`;
  if (kind === 'next' && state instanceof ParallelState) return whyNotLeft(state);
  if (state instanceof ChoiceState) return whyNotChosen(target, state);
  if (kind !== 'catcher' && kind !== 'retrier') return undefined;
  const [node, ...earlier] = recoveryOf(target, index).toReversed();
  return node && (whyTaken(node, earlier, kind) ?? whyNotMatched(target, node));
}

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
