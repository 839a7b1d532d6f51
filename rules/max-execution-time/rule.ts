import {
  earliestEntry,
  executionScopeOf,
  isRecoverable,
  numberIn,
  retryScheduleOf,
  scopeTimes,
  statesOf,
  TaskState,
  timeLimitOf,
  WaitState,
  type Retrier,
  type State,
  type StateMachine,
  type TimeLimit,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';
import { limitText, moreTime, secondsText } from '../src/time-limit-text';

export default createRule({
  name: 'max-execution-time',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require waits, timeouts and retries to fit into the time that the execution may take',
      family: 'time',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      wait: '"{{state}}" waits {{seconds}} seconds{{entry}}, but {{limit}}; shorten the wait, or {{moreTime}}',
      timeout:
        '"{{field}}" of "{{state}}" is {{seconds}} seconds{{entry}}, but {{limit}}, and no Catch sees that; lower it, or {{moreTime}}',
      retry:
        'The retries of "{{state}}" wait {{seconds}} seconds in all{{entry}}, but {{limit}}: retry {{attempt}} of {{attempts}} can never begin; lower "MaxAttempts", "IntervalSeconds" or "BackoffRate", or {{moreTime}}',
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    return {
      StateMachine(machine: StateMachine) {
        for (const state of statesOf(machine)) {
          const scope = executionScopeOf(state.parent);
          const limit = timeLimitOf(scope, sourceCode.workflowTypeOf(machine));
          const entry = limit && earliestEntry(state);
          // What comes after the end is no finding of its own.
          if (entry === undefined || entry > limit!.seconds) continue;
          const moment: Moment = { limit: limit!, entry };
          if (state instanceof WaitState) checkWait(state, moment, scopeTimes(scope).leastSuccess);
          else if (state instanceof TaskState) checkTimeouts(state, moment);
          if (isRecoverable(state)) for (const retrier of state.retry) checkRetrier(state, retrier, moment);
        }
      },
    };

    function checkWait(state: WaitState, moment: Moment, leastSuccess: number): void {
      const seconds = numberIn(state, 'Seconds');
      // When no way is fast enough, that is the finding: asl/no-certain-timeout.
      if (seconds === undefined || leastSuccess > moment.limit.seconds || !isTooMuch(seconds, moment)) return;
      context.report({
        loc: sourceCode.locOf(state.field('Seconds')!.value.range),
        messageId: 'wait',
        data: { state: state.name, ...dataOf(seconds, moment) },
      });
    }

    function checkTimeouts(state: TaskState, moment: Moment): void {
      for (const field of ['TimeoutSeconds', 'HeartbeatSeconds']) {
        const seconds = numberIn(state, field);
        if (seconds === undefined || !isTooMuch(seconds, moment)) continue;
        context.report({
          loc: sourceCode.locOf(state.field(field)!.value.range),
          messageId: 'timeout',
          data: { state: state.name, field, ...dataOf(seconds, moment) },
        });
      }
    }

    function checkRetrier(state: State, retrier: Retrier, moment: Moment): void {
      const schedule = retryScheduleOf(retrier);
      if (!schedule || schedule.hasJitter || schedule.attempts > endless) return;
      let attempt = 1;
      while (attempt <= schedule.attempts && !isTooMuch(schedule.seconds(attempt), moment)) attempt++;
      if (attempt > schedule.attempts) return;
      const field = retrier.field('MaxAttempts') ?? retrier.field('IntervalSeconds') ?? retrier.field('ErrorEquals');
      if (!field) return;
      context.report({
        loc: sourceCode.locOf(field.value.range),
        messageId: 'retry',
        data: {
          state: state.name,
          attempt,
          attempts: schedule.attempts,
          ...dataOf(schedule.seconds(schedule.attempts), moment),
        },
      });
    }
  },
});

/** More attempts than that are meant to go on until the execution ends. */
const endless = 100;

interface Moment {
  readonly limit: TimeLimit;
  /** When the state can begin at the earliest, in seconds. */
  readonly entry: number;
}

const isTooMuch = (seconds: number, { limit, entry }: Moment): boolean => entry + seconds > limit.seconds;

const dataOf = (seconds: number, { limit, entry }: Moment) => ({
  seconds: secondsText(seconds),
  entry: entry > 0 ? ` and begins after ${secondsText(entry)} at the earliest` : '',
  limit: limitText(limit),
  moreTime: moreTime(limit),
});
