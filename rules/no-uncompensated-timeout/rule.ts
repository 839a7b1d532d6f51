import {
  Catcher,
  effectsBefore,
  graphOf,
  hasEffect,
  quotedFew,
  scopeTimes,
  statesWithoutFailure,
  timeLimitOf,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';
import { secondsText } from '../src/time-limit-text';

export default createRule({
  name: 'no-uncompensated-timeout',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow a timeout of the state machine that can come before a Catch undoes what was done',
      family: 'time',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      bypassed:
        'After {{seconds}} seconds the execution is ended without asking any Catch, and it may take {{most}}: what {{done}} did would stand without {{undo}}; give the Tasks "TimeoutSeconds" that add up to less, or raise this one',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const limit = timeLimitOf(machine, context.sourceCode.workflowTypeOf(machine));
        if (!limit?.field) return;
        const { most } = scopeTimes(machine);
        if (most <= limit.seconds || graphOf(machine).isPartial) return;
        const found = compensationIn(machine);
        if (!found) return;
        context.report({
          loc: context.sourceCode.locOf(limit.field.value.range),
          messageId: 'bypassed',
          data: {
            seconds: limit.seconds,
            most: most === Infinity ? 'any time, for not all of its Tasks have a timeout' : secondsText(most),
            done: quotedFew(found.done.map(({ name }) => name)),
            undo: quotedFew(found.undo.map(({ name }) => name)),
          },
        });
      },
    };
  },
});

/** States with an effect that only a failure leads to, and what was done before them. */
function compensationIn(machine: StateMachine) {
  const graph = graphOf(machine);
  const withoutFailure = statesWithoutFailure(machine);
  const effects = effectsBefore(machine);
  /** States that do nothing, and lead to none that do. */
  const harmless = new Set<State>();
  for (const state of machine.states) {
    const done = effects.get(state)!;
    if (!withoutFailure.has(state) || !done.length) continue;
    const handlers = graph
      .transitionsFrom(state)
      .flatMap(({ node, to }) => (node instanceof Catcher && to ? [to] : []));
    const undo = undoingStates(handlers);
    if (undo.length) return { done, undo };
  }
  return undefined;

  function undoingStates(handlers: readonly State[]): readonly State[] {
    const isNew = (state: State) => !withoutFailure.has(state) && !harmless.has(state);
    const reached = new Set(handlers.filter(isNew));
    for (const one of reached) {
      for (const { to } of graph.transitionsFrom(one)) if (to && isNew(to)) reached.add(to);
    }
    const undo = [...reached].filter(hasEffect);
    if (!undo.length) for (const one of reached) harmless.add(one);
    return undo;
  }
}
