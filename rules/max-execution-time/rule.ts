import {
  earliestEntry,
  executionScopeOf,
  isRecoverable,
  knownNumber,
  lateHeartbeatOf,
  lateLoopsOf,
  lateRetriesOf,
  numberIn,
  quotedFew,
  scopesOf,
  scopeTimes,
  standardSeconds,
  statesOf,
  TaskState,
  timeLimitOf,
  WaitState,
  type LateLoop,
  type Retrier,
  type State,
  type StateMachine,
  type TimeLimit,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { limitWords, isTooMuch, secondsText, type Moment } from '../src/time-limit-text';

export default createStatelessRule({
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
      year: '"{{state}}" waits {{seconds}} seconds, but an execution may take {{most}}, a year, and a Wait that is longer fails; shorten the wait, or leave the rest of it to a schedule that starts another execution',
      timeout:
        '"{{field}}" of "{{state}}" is {{seconds}} seconds{{entry}}, but {{limit}}, and no Catch sees that; lower it, or {{moreTime}}',
      heartbeat:
        '"{{field}}" of "{{state}}" gives {{heartbeat}} seconds and "{{timeoutField}}" {{timeout}}, so the timeout comes first and no missing heartbeat is ever noticed; lower the heartbeat',
      sameHeartbeat:
        '"{{field}}" of "{{state}}" reads "{{text}}", as "{{timeoutField}}" does, so the timeout comes first and no missing heartbeat is ever noticed; read a smaller number',
      loop: 'Each round of {{states}} takes {{seconds}} seconds or more, and there may be {{rounds}} until "{{place}}" comes to {{bound}}, {{total}} seconds after the start at the earliest, but {{limit}}; shorten "{{state}}", lower the bound, or {{moreTime}}',
      machine:
        '"TimeoutSeconds" of the state machine is {{seconds}} seconds, but an Express workflow is ended after {{most}}; lower it, or make the workflow Standard',
      retry:
        'The retries of "{{state}}" wait {{seconds}} seconds in all{{average}}{{entry}}, but {{limit}}: retry {{attempt}} of {{attempts}} can {{never}} begin; lower "MaxAttempts", "IntervalSeconds" or "BackoffRate", or {{moreTime}}',
      timeouts:
        'When each attempt of "{{state}}" runs into its "{{timeoutField}}", {{timeout}} seconds, it takes {{seconds}} seconds with {{attempts}} retries{{entry}}, but {{limit}}, and no Catch sees that; lower "MaxAttempts" or the timeout, or {{moreTime}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        checkMachine(machine);
        for (const state of statesOf(machine)) {
          if (state instanceof TaskState) checkHeartbeat(state);
          const scope = executionScopeOf(state.parent);
          const limit = timeLimitOf(scope, context.sourceCode.workflowTypeOf(machine));
          if (!limit && state instanceof WaitState) checkYear(state);
          const entry = limit && earliestEntry(state);
          // What comes after the end is no finding of its own.
          if (entry === undefined || entry > limit!.seconds) continue;
          const moment: Moment = { limit: limit!, entry };
          if (state instanceof WaitState) checkWait(state, moment, scopeTimes(scope).leastSuccess);
          else if (state instanceof TaskState) checkTimeouts(state, moment);
          if (isRecoverable(state)) for (const retrier of state.retry) checkRetrier(state, retrier, moment);
        }
        for (const scope of scopesOf(machine)) {
          const limit = timeLimitOf(executionScopeOf(scope), context.sourceCode.workflowTypeOf(machine));
          if (limit) for (const loop of lateLoopsOf(scope, limit.seconds)) checkLoop(loop, limit);
        }
      },
    };

    function checkLoop({ states, bound, rounds, seconds, slow, total, entry }: LateLoop, limit: TimeLimit): void {
      context.report({
        loc: context.sourceCode.locOf((slow.field('Seconds')?.value ?? slow.key!).range),
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
      const limit = timeLimitOf(machine, context.sourceCode.workflowTypeOf(machine));
      if (seconds === undefined || !limit || limit.field || seconds <= limit.seconds) return;
      context.report({
        loc: context.sourceCode.locOf(machine.field('TimeoutSeconds')!.value.range),
        messageId: 'machine',
        data: { seconds, most: limit.seconds },
      });
    }

    function checkWait(state: WaitState, moment: Moment, leastSuccess: number): void {
      const seconds = knownNumber(state, 'Seconds');
      // When no way is fast enough, that is the finding: asl/no-certain-timeout.
      if (!seconds || leastSuccess > moment.limit.seconds || !isTooMuch(seconds.value, moment)) return;
      context.report({
        loc: context.sourceCode.locOf(seconds.field.value.range),
        messageId: 'wait',
        data: { state: state.name, ...limitWords(seconds.value, moment) },
      });
    }

    function checkYear(state: WaitState): void {
      const seconds = knownNumber(state, 'Seconds');
      if (!seconds || seconds.value <= standardSeconds) return;
      context.report({
        loc: context.sourceCode.locOf(seconds.field.value.range),
        messageId: 'year',
        data: { state: state.name, seconds: seconds.value, most: standardSeconds },
      });
    }

    function checkTimeouts(state: TaskState, moment: Moment): void {
      for (const name of ['TimeoutSeconds', 'HeartbeatSeconds']) {
        const seconds = knownNumber(state, name);
        if (!seconds || !(isTooMuch(seconds.value, moment) || comesTogether(state, seconds.value, moment))) continue;
        context.report({
          loc: context.sourceCode.locOf(seconds.field.value.range),
          messageId: 'timeout',
          data: { state: state.name, field: seconds.field.name, ...limitWords(seconds.value, moment) },
        });
      }
    }

    /** The clock of the execution began before that of the Task: with as many seconds its Catch never sees a timeout. */
    function comesTogether(state: TaskState, seconds: number, { limit, entry }: Moment): boolean {
      return entry + seconds === limit.seconds && state.catch.length > 0;
    }

    function checkHeartbeat(state: TaskState): void {
      const late = lateHeartbeatOf(state);
      if (!late) return;
      const [heartbeat, timeout] =
        late.kind === 'same' ? [late.heartbeat, late.timeout] : [late.heartbeat.field, late.timeout.field];
      const words = { state: state.name, field: heartbeat.name, timeoutField: timeout.name };
      context.report({
        loc: context.sourceCode.locOf(heartbeat.value.range),
        ...(late.kind === 'same'
          ? { messageId: 'sameHeartbeat', data: { ...words, text: late.text } }
          : {
              messageId: 'heartbeat',
              data: { ...words, heartbeat: late.heartbeat.value, timeout: late.timeout.value },
            }),
      });
    }

    function checkRetrier(state: State, retrier: Retrier, moment: Moment): void {
      const late = lateRetriesOf(state, retrier, moment.limit.seconds - moment.entry);
      const field = retrier.field('MaxAttempts') ?? retrier.field('IntervalSeconds') ?? retrier.field('ErrorEquals');
      if (!late || !field) return;
      const words = { state: state.name, attempts: late.attempts, ...limitWords(late.seconds, moment) };
      context.report({
        loc: context.sourceCode.locOf(field.value.range),
        ...(late.kind === 'waits'
          ? { messageId: 'retry', data: { ...words, attempt: late.attempt, ...jitterWords(late.hasJitter) } }
          : { messageId: 'timeouts', data: { ...words, timeoutField: late.field.name, timeout: late.timeout } }),
      });
    }
  },
});

/** With jitter the waits are random. */
const jitterWords = (hasJitter: boolean) =>
  hasJitter ? { average: ' on average', never: 'hardly' } : { average: '', never: 'never' };
