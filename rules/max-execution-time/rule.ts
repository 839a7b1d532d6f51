import {
  earliestEntry,
  executionScopeOf,
  isRecoverable,
  knownNumber,
  lateLoopsOf,
  numberIn,
  quotedFew,
  retryScheduleOf,
  scopesOf,
  scopeTimes,
  statesOf,
  TaskState,
  timeLimitOf,
  WaitState,
  type KnownNumber,
  type LateLoop,
  type Retrier,
  type State,
  type StateMachine,
  type TimeLimit,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';
import { limitWords, isTooMuch, secondsText, type Moment } from '../src/time-limit-text';

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
      heartbeat:
        '"{{field}}" of "{{state}}" gives {{heartbeat}} seconds and "{{timeoutField}}" {{timeout}}, so the timeout comes first and no missing heartbeat is ever noticed; lower the heartbeat',
      loop: 'Each round of {{states}} takes {{seconds}} seconds or more, and there may be {{rounds}} until "{{place}}" comes to {{bound}}, {{total}} seconds after the start at the earliest, but {{limit}}; shorten "{{state}}", lower the bound, or {{moreTime}}',
      machine:
        '"TimeoutSeconds" of the state machine is {{seconds}} seconds, but an Express workflow is ended after {{most}}; lower it, or make the workflow Standard',
      retry:
        'The retries of "{{state}}" wait {{seconds}} seconds in all{{entry}}, but {{limit}}: retry {{attempt}} of {{attempts}} can never begin; lower "MaxAttempts", "IntervalSeconds" or "BackoffRate", or {{moreTime}}',
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    return {
      StateMachine(machine: StateMachine) {
        checkMachine(machine);
        for (const state of statesOf(machine)) {
          if (state instanceof TaskState) checkHeartbeat(state);
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
        for (const scope of scopesOf(machine)) {
          const limit = timeLimitOf(executionScopeOf(scope), sourceCode.workflowTypeOf(machine));
          if (limit) for (const loop of lateLoopsOf(scope, limit.seconds)) checkLoop(loop, limit);
        }
      },
    };

    function checkLoop({ states, bound, rounds, seconds, slow, total, entry }: LateLoop, limit: TimeLimit): void {
      context.report({
        loc: sourceCode.locOf((slow.field('Seconds')?.value ?? slow.key!).range),
        messageId: 'loop',
        data: {
          states: quotedFew(states.map(({ name }) => name)),
          state: slow.name,
          rounds,
          place: bound.place,
          bound: bound.bound,
          total: secondsText(entry + total),
          ...limitWords(seconds, { limit, entry }),
        },
      });
    }

    /** What ends an Express workflow ends it before its own time is over. */
    function checkMachine(machine: StateMachine): void {
      const seconds = numberIn(machine, 'TimeoutSeconds');
      const limit = timeLimitOf(machine, sourceCode.workflowTypeOf(machine));
      if (seconds === undefined || !limit || limit.field || seconds <= limit.seconds) return;
      context.report({
        loc: sourceCode.locOf(machine.field('TimeoutSeconds')!.value.range),
        messageId: 'machine',
        data: { seconds, most: limit.seconds },
      });
    }

    function checkWait(state: WaitState, moment: Moment, leastSuccess: number): void {
      const seconds = knownNumber(state, 'Seconds');
      // When no way is fast enough, that is the finding: asl/no-certain-timeout.
      if (!seconds || leastSuccess > moment.limit.seconds || !isTooMuch(seconds.value, moment)) return;
      context.report({
        loc: sourceCode.locOf(seconds.field.value.range),
        messageId: 'wait',
        data: { state: state.name, ...limitWords(seconds.value, moment) },
      });
    }

    function checkTimeouts(state: TaskState, moment: Moment): void {
      for (const name of ['TimeoutSeconds', 'HeartbeatSeconds']) {
        const seconds = knownNumber(state, name);
        if (!seconds || !isTooMuch(seconds.value, moment)) continue;
        context.report({
          loc: sourceCode.locOf(seconds.field.value.range),
          messageId: 'timeout',
          data: { state: state.name, field: seconds.field.name, ...limitWords(seconds.value, moment) },
        });
      }
    }

    function checkHeartbeat(state: TaskState): void {
      const heartbeat = knownNumber(state, 'HeartbeatSeconds');
      const timeout = heartbeat && knownNumber(state, 'TimeoutSeconds');
      if (!heartbeat || !timeout || heartbeat.value < timeout.value) return;
      // Of two numbers as they stand asl/valid-heartbeats tells: AWS refuses them.
      if (isLiteral(heartbeat) && isLiteral(timeout)) return;
      context.report({
        loc: sourceCode.locOf(heartbeat.field.value.range),
        messageId: 'heartbeat',
        data: {
          state: state.name,
          field: heartbeat.field.name,
          heartbeat: heartbeat.value,
          timeoutField: timeout.field.name,
          timeout: timeout.value,
        },
      });
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
          ...limitWords(schedule.seconds(schedule.attempts), moment),
        },
      });
    }
  },
});

/** More attempts than that are meant to go on until the execution ends. */
const endless = 100;

const isLiteral = ({ field }: KnownNumber): boolean => field.value.kind === 'number';
