import {
  Branch,
  catchesAnyError,
  effectsBefore,
  failingTasks,
  FailState,
  graphOf,
  isBestEffort,
  onlyTells,
  PassState,
  scopesOf,
  statesOf,
  StateMachine,
  successesAfterFailure,
  successesOfFailedStatus,
  SucceedState,
  tellsOfFailure,
  toleratesFailures,
  unseenCompensations,
  type Range,
  type State,
  type SuccessAfterFailure,
  type Transition,
  type Scope,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export interface NoFailureAsSuccessOptions {
  /** Report every way from a Catch on any error to an end with success, whatever its states are called, and a Catch to the next state. */
  readonly always: boolean;
}

export default createStatelessRule({
  name: 'no-failure-as-success',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow executions that succeed after a failure',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      handler:
        'After a failure of "{{failed}}" the {{what}} comes to "{{state}}" and ends as SUCCEEDED, so who watches it sees nothing; let "{{state}}" go on to a Fail state',
      swallowed:
        'A failure of "{{failed}}" leads to "{{state}}", which ends the {{what}} as SUCCEEDED, so who watches it sees nothing; lead the Catch to a Fail state, or to a state that takes care of the failure',
      status:
        '"{{failed}}" leads to "{{state}}" when the status is "{{status}}", which ends the execution as SUCCEEDED, so who watches it sees nothing; lead it to a Fail state',
      statusHandler:
        'When "{{failed}}" finds the status "{{status}}" the execution comes to "{{state}}" and ends as SUCCEEDED, so who watches it sees nothing; let "{{state}}" go on to a Fail state',
      continues:
        'A failure of "{{failed}}" leads to "{{state}}", just as its success does, so nobody learns of it; lead the Catch to a state that takes care of it',
      tolerated:
        '"{{state}}" succeeds even when all of its items fail, and without a "ResultWriter" nothing tells of those; lower "ToleratedFailurePercentage", or add a "ResultWriter"',
      named: '"{{state}}" is called a failure and ends the {{what}} as SUCCEEDED; make it a Fail state',
    },
    schema: [{ type: 'object', properties: { always: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{ always: false }] as [NoFailureAsSuccessOptions],
  },
  create(context) {
    const [{ always }] = context.options;
    return {
      StateMachine(machine: StateMachine) {
        if (graphOf(machine).isPartial) return;
        if (context.sourceCode.workflowTypeOf(machine) === 'EXPRESS' && !failsAfterFailure(machine)) return;
        const reported = new Set<State>();
        for (const scope of scopesOf(machine)) {
          checkWays(scope, reported);
          for (const caught of unseenCompensations(scope)) if (!always) reportContinues(caught);
        }
        for (const { choice, taken, status, handlers, last } of successesOfFailedStatus(machine)) {
          if (handlers.length && !always && !isHandled(handlers, choice)) continue;
          if (!handlers.length) reportAt(taken.field.value.range, 'status', taken.to!.name, choice.name, status);
          for (const state of last.filter((one) => handlers.includes(one) && !reported.has(one))) {
            reported.add(state);
            reportAt(state.key!.range, 'statusHandler', state.name, choice.name, status);
          }
        }
        if (always) for (const caught of catchesToNext(machine)) reportContinues(caught);
        for (const map of statesOf(machine).filter(toleratesFailures))
          if (map.isDistributed && !map.has('ResultWriter') && failingTasks(map).length)
            reportAt(map.field('ToleratedFailurePercentage')!.value.range, 'tolerated', map.name, '');
        for (const state of statesOf(machine))
          if (state instanceof SucceedState && isCalledFailed(state) && !reported.has(state))
            reportAt(state.key!.range, 'named', state.name, '', '', whatEnds(state.parent));
      },
    };

    /** In a branch or an item a failure is often swallowed so that the others go on; not that of what handles another. */
    function checkWays(scope: Scope, reported: Set<State>): void {
      for (const way of successesAfterFailure(scope)) {
        if (scope instanceof StateMachine ? !always && !isMeantForFailure(way) : !way.isInHandler) continue;
        const { failed, caught, handlers, last } = way;
        const what = whatEnds(scope);
        if (!handlers.length && isFirstTo(caught))
          reportAt(caught.field.value.range, 'swallowed', caught.to!.name, failed.name, '', what);
        for (const state of last.filter((one) => !reported.has(one) && (always || !isMeantAsSuccess(one)))) {
          reported.add(state);
          reportAt(state.key!.range, 'handler', state.name, failed.name, '', what);
        }
      }
    }

    function reportContinues({ field, from, target = '' }: Transition): void {
      reportAt(field.value.range, 'continues', target, from.name);
    }

    function reportAt(
      range: Range,
      messageId: 'handler' | 'swallowed' | 'status' | 'statusHandler' | 'continues' | 'tolerated' | 'named',
      state: string,
      failed: string,
      status = '',
      what = 'execution',
    ): void {
      context.report({ loc: context.sourceCode.locOf(range), messageId, data: { state, failed, status, what } });
    }
  },
});

/** Who starts an Express workflow is often told of failures in the output, but not where other failures of it end in a Fail state. */
const failsAfterFailure = (machine: StateMachine): boolean =>
  graphOf(machine).transitions.some((transition) => transition.to instanceof FailState && catchesAnyError(transition));

/** A name that ends so: `DunningFailed`, `Payment failure`, but not `Handle failures` or `No error`. */
const saysFailed = /(?<!\b(?:no|not|without|ignore)\W*)(?:F|\bf)ail(?:ed|ure)$/i;

const saysSuccess = /complet|succe|finish|done/i;
const saysReservation = /warning|partial|partly|degraded|with(?!out).{0,20}(?:error|failure|issue)/i;

/** What is called a success with a reservation, `Completed with errors`, is meant to be one, and its name tells who watches. */
const isMeantAsSuccess = (state: State): boolean =>
  (state instanceof SucceedState || state instanceof PassState) &&
  saysSuccess.test(state.name) &&
  saysReservation.test(state.name);

/** The state that fails, and is none: `Fail`, `FailItem`. */
const saysFail = /^[Ff]ail(?![a-z])/;

const isCalledFailed = ({ name }: State): boolean => saysFailed.test(name) || saysFail.test(name);

/** What comes to its end with a scope. */
const whatEnds = (scope: Scope): string =>
  scope instanceof StateMachine ? 'execution' : scope instanceof Branch ? 'branch' : 'item';

/** What states are called that take care of a failure. */
const saysHandler =
  /fail|error|exception|alert|alarm|notif|escalat|cancel|abort|roll ?-?back|refund|release|compensat|undo|revert|clean ?-?up|quarantin|dead ?-?letter|\bdlq\b/i;

/** Whether one of the states takes care of what went wrong with another. A message may be another way to send one that failed. */
const isHandled = (handlers: readonly State[], failed: State): boolean =>
  handlers.some(
    (state) => saysHandler.test(state.name) || tellsOfFailure(state) || (onlyTells(state) && !onlyTells(failed)),
  );

/** Whether the way is evidently no other way to the same goal. */
const isMeantForFailure = ({ failed, caught, handlers, isInHandler }: SuccessAfterFailure): boolean =>
  isInHandler ||
  (!isToldAfterWork(failed) &&
    (handlers.length ? endsAtOnce(handlers) || isHandled(handlers, failed) : !mayGoOn(failed, caught)));

/** Catchers of one state that lead to the same end are one thing to mend. */
const isFirstTo = (caught: Transition): boolean =>
  graphOf(caught.from.parent)
    .transitionsFrom(caught.from)
    .find((other) => other.to === caught.to && catchesAnyError(other)) === caught;

/** What does nothing reaches no goal another way, whatever it is called: `Rejected`. */
const endsAtOnce = (handlers: readonly State[]): boolean => handlers.every((state) => state instanceof SucceedState);

/** A message about what has been done: that it could not be sent need not undo the success. */
const isToldAfterWork = (state: State): boolean => onlyTells(state) && effectsBefore(state.parent)(state).length > 0;

/** Where a success leads as well there may be more to do, if only in the draft; at the end, what is done beside the work may fail. */
const mayGoOn = (failed: State, { target, to }: Transition): boolean =>
  target === nextOf(failed) && (!(to instanceof SucceedState) || isBestEffort(failed));

/** The Catchers of any error that lead where the state goes on to anyway. */
const catchesToNext = (machine: StateMachine): readonly Transition[] =>
  graphOf(machine).transitions.filter(
    (transition) =>
      transition.target !== undefined && transition.target === nextOf(transition.from) && catchesAnyError(transition),
  );

const nextOf = (state: State): unknown => state.field('Next')?.json;
