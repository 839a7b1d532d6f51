import {
  executionScopeOf,
  quotedFew,
  scopesOf,
  scopeTimes,
  timeLimitOf,
  visitTime,
  type Range,
  type Scope,
  type State,
  type StateMachine,
  type TimeLimit,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { limitText, moreTime, secondsText } from '../src/time-limit-text';

export default createStatelessRule({
  name: 'no-certain-timeout',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow workflows that are ended before they can succeed',
      family: 'time',
      recommended: true,
      severity: 'error',
    },
    messages: {
      certain:
        'Every way to an end with success takes at least {{least}} seconds, in {{states}}, but {{limit}}; shorten the waits, or {{moreTime}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) if (executionScopeOf(scope) === scope) check(scope, machine);
      },
    };

    function check(scope: Scope, machine: StateMachine): void {
      const limit = timeLimitOf(scope, context.sourceCode.workflowTypeOf(machine));
      if (!limit) return;
      const { leastSuccess, fastestWay } = scopeTimes(scope);
      if (leastSuccess <= limit.seconds || leastSuccess === Infinity) return;
      const slow = fastestWay.filter((state) => visitTime(state).least > 0);
      context.report({
        loc: context.sourceCode.locOf(placeOf(limit, slow)),
        messageId: 'certain',
        data: {
          least: secondsText(leastSuccess),
          states: quotedFew(slow.map(({ name }) => name)),
          limit: limitText(limit),
          moreTime: moreTime(limit),
        },
      });
    }
  },
});

/** The limit that is too low, or the state that comes too late for one that nobody can raise. */
function placeOf({ seconds, field }: TimeLimit, slow: readonly State[]): Range {
  if (field) return field.value.range;
  let at = 0;
  const late = slow.find((state) => (at += visitTime(state).least) > seconds)!;
  return (late.field('Seconds')?.value ?? late.key!).range;
}
