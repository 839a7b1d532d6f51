import {
  asksAgain,
  catchesAnyError,
  ChoiceState,
  descendantsOf,
  endlessAttempts,
  endlessRetries,
  exitsOf,
  graphOf,
  FailState,
  leastEvents,
  loopsOf,
  mostEvents,
  numberIn,
  ParallelState,
  pollingLoopsOf,
  quotedFew,
  reachableStates,
  repeatedCalls,
  scopesOf,
  TaskState,
  unreadCountersOf,
  WaitState,
  workflowTypeOf,
  type AslNode,
  type RepeatedCall,
  type State,
  type StateMachine,
  type Scope,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-unbounded-polling',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow loops that wait for something without any limit',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      retried:
        '"{{state}}" is tried again for ever while it fails, because its Catch leads back to it without any limit; use a "Retry" with "MaxAttempts", or add "TimeoutSeconds" to the state machine',
      timedOut:
        '"{{state}}" is tried again for ever when its time is over, because its Catch on "States.Timeout" leads back to it without any limit; use a "Retry" with "MaxAttempts", or add "TimeoutSeconds" to the state machine',
      atOnce:
        '"{{state}}" is tried again at once while it fails, because its Catch leads back to it without a Wait or a limit: that uses up the 25,000 events of the execution; use a "Retry" with "MaxAttempts"',
      again:
        '"{{state}}" is called again at once with the same input when "{{choice}}" finds "{{told}}", as often as that is the answer: that uses up the 25,000 events of the execution; let the call fail and use a "Retry" with "MaxAttempts", or count the rounds and leave the loop at a limit',
      events:
        'The Retry of "{{state}}" has no end of its own: long before its {{attempts}} attempts are made, the history is full with 25,000 events, and the execution fails; lower "MaxAttempts", or add "TimeoutSeconds" to the state machine',
      time: 'The Retry of "{{state}}" has no end of its own: its {{attempts}} attempts take longer than the year that an execution may; lower "MaxAttempts" or "BackoffRate", set "MaxDelaySeconds", or add "TimeoutSeconds" to the state machine',
      growth:
        'The waits of the Retry of "{{state}}" grow from {{first}} to {{last}} seconds, so that its {{attempts}} attempts take {{days}} days, in which nobody learns of the failure; set "MaxDelaySeconds", or lower "MaxAttempts" or "BackoffRate"',
      late: '{{states}} go round until the answer changes, {{without}}: if it never does, the history is full with 25,000 events{{time}}, and the execution fails, long before its "TimeoutSeconds", {{seconds}}; lower it, or count the rounds and leave the loop at a limit',
      unbounded:
        '{{states}} go round until the answer changes, {{without}}: if it never does, the execution runs{{time}} until its history is full with 25,000 events, and fails; add "TimeoutSeconds" to the state machine, or count the rounds and leave the loop at a limit',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) check(scope, machine);
      },
    };

    function check(scope: Scope, machine: StateMachine): void {
      if (
        workflowTypeOf(scope, context.sourceCode.workflowTypeOf(machine)) === 'STANDARD' &&
        !graphOf(scope).isPartial
      ) {
        for (const caught of endlessRetries(scope)) {
          const { field, from, to } = caught;
          const isAfterTime = !catchesAnyError(caught);
          const isAtOnce = from === to && !isAfterTime;
          if (machine.has('TimeoutSeconds') && !isAtOnce) continue;
          context.report({
            loc: context.sourceCode.locOf(field.value.range),
            messageId: isAtOnce ? 'atOnce' : isAfterTime ? 'timedOut' : 'retried',
            data: { state: from.name },
          });
        }
        for (const repeated of repeatedCalls(scope)) reportRepeated(repeated);
      }
      checkAttempts(scope, machine);
      const loops = pollingLoopsOf(scope);
      if (!loops.length || workflowTypeOf(scope, context.sourceCode.workflowTypeOf(machine)) !== 'STANDARD') return;
      if (graphOf(scope).isPartial || hasAlarmBeside(scope)) return;
      const reachable = reachableStates(scope);
      for (const loop of loops) {
        if (!loop.some((state) => reachable.has(state)) || tellsOfTime(loop, scope)) continue;
        // What goes round for ever whatever the answer is has a rule of its own.
        if (!exitsOf(loop).length) continue;
        const limit = numberIn(machine, 'TimeoutSeconds');
        const untilFull = secondsUntilFull(loop);
        // The calls take time, too: only a timeout that is far away is certain to come later.
        const isLate = limit !== undefined && untilFull !== undefined && limit > 2 * untilFull;
        if (machine.has('TimeoutSeconds') && !isLate) continue;
        const states = scope.states.filter((state) => loop.includes(state));
        context.report({
          loc: context.sourceCode.locOf(states.find((state) => state instanceof WaitState)!.key!.range),
          messageId: isLate ? 'late' : 'unbounded',
          data: {
            states: quotedFew(states.map(({ name }) => name)),
            without: withoutWhat(loop, isLate),
            time: isLate ? timeText(untilFull).replace(' for', ' after') : timeText(untilFull),
            seconds: limit ?? '',
          },
        });
      }
    }

    function reportRepeated({ task, choice, taken, told }: RepeatedCall): void {
      context.report({
        loc: context.sourceCode.locOf(taken.field.value.range),
        messageId: 'again',
        data: { state: task.name, choice: choice.name, told },
      });
    }

    function checkAttempts(scope: Scope, machine: StateMachine): void {
      if (machine.has('TimeoutSeconds') || hasAlarmBeside(scope)) return;
      if (workflowTypeOf(scope, context.sourceCode.workflowTypeOf(machine)) !== 'STANDARD') return;
      for (const { task, retrier, attempts, limit, waits } of endlessAttempts(scope)) {
        context.report({
          loc: context.sourceCode.locOf((retrier.field('MaxAttempts') ?? retrier.field('ErrorEquals'))!.value.range),
          messageId: limit,
          data: {
            state: task.name,
            attempts,
            first: waits.first,
            last: Math.round(waits.last),
            days: Math.round(waits.all / 86_400),
          },
        });
      }
    }
  },
});

const tooLong = /time[ds]?[\s_-]?out|too (long|many)|max\w*[\s_-]?(attempts|retries)/i;

/** The function that is asked counts by itself where one of its answers leads to a Fail that names a limit. */
function tellsOfTime(loop: readonly State[], scope: Scope): boolean {
  if (loop.some((state) => state instanceof TaskState && asksAgain(state))) return false;
  const ways = loop.flatMap((state) => (state instanceof ChoiceState ? graphOf(scope).transitionsFrom(state) : []));
  return ways.some(
    ({ to }) =>
      to instanceof FailState &&
      [to.name, to.Error, to.Cause].some((text) => typeof text === 'string' && tooLong.test(text)),
  );
}

/** A branch beside this one that waits and then fails ends the loop; one that waits in a loop of its own does not. */
function hasAlarmBeside(scope: AslNode): boolean {
  for (let node = scope; node.parent; node = node.parent) {
    if (!(node.parent instanceof ParallelState)) continue;
    const others = node.parent.branches
      .filter((branch) => branch !== node)
      .flatMap((branch) => [...descendantsOf(branch)]);
    if (others.some(isTimer) && others.some((other) => other instanceof FailState)) return true;
  }
  return false;
}

const isTimer = (node: AslNode): boolean => node instanceof WaitState && !statesInLoops(node.parent).has(node);

const statesInLoops = (scope: Scope): ReadonlySet<State> => scope.once(findStatesInLoops);

const findStatesInLoops = (scope: Scope): ReadonlySet<State> => new Set(loopsOf(scope).flat());

function withoutWhat(loop: readonly State[], hasTimeout: boolean): string {
  const [counted] = unreadCountersOf(loop);
  if (counted === undefined) return hasTimeout ? 'without a counter' : 'without a counter or a timeout';
  return `and nothing looks at "${counted}", in which they are counted${hasTimeout ? '' : ', nor is there a timeout'}`;
}

/** How long the Wait of the loop waits in all until the history is full; undefined if that is not known. */
function secondsUntilFull(loop: readonly State[]): number | undefined {
  const waits = loop.filter((state) => state instanceof WaitState).map((state) => numberIn(state, 'Seconds'));
  if (waits.length !== 1 || waits[0] === undefined) return undefined;
  const rounds = mostEvents / loop.reduce((sum, state) => sum + leastEvents(state), 0);
  return rounds * waits[0];
}

function timeText(seconds = 0): string {
  const hours = seconds / 3600;
  if (hours < 1) return '';
  return hours < 48
    ? ` for about ${Math.round(hours)} hours`
    : ` for about ${Math.round(Math.min(hours / 24, 365))} days`;
}
