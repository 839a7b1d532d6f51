import {
  Catcher,
  FailState,
  graphOf,
  isTerminal,
  mayBeTerminal,
  statesWithoutFailure,
  SucceedState,
  type Range,
  type State,
  type StateMachine,
  type Transition,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export interface NoFailureAsSuccessOptions {
  /** Report every way from a Catch on any error to an end with success, whatever its states are called, and a Catch to the next state. */
  readonly always: boolean;
}

export default createRule({
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
        'After a failure of "{{failed}}" the execution comes to "{{state}}" and ends as SUCCEEDED, so who watches it sees nothing; let "{{state}}" go on to a Fail state',
      continues:
        'A failure of "{{failed}}" leads to "{{state}}", just as its success does, so nobody learns of it; lead the Catch to a state that takes care of it',
      named: '"{{state}}" is called a failure and ends the execution as SUCCEEDED; make it a Fail state',
    },
    schema: [{ type: 'object', properties: { always: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{ always: false }] as [NoFailureAsSuccessOptions],
  },
  create(context) {
    const [{ always }] = context.options;
    return {
      // In a branch or an item a failure is often swallowed so that the others go on, and who starts an Express workflow
      // is often told of failures in the output: neither is looked at.
      StateMachine(machine: StateMachine) {
        if (context.sourceCode.workflowTypeOf(machine) === 'EXPRESS' || graphOf(machine).isPartial) return;
        const ends = endsAfterFailure(machine, always);
        if (always)
          for (const { field, from, target = '' } of catchesToNext(machine))
            reportAt(field.value.range, 'continues', target, from.name);
        for (const state of machine.states) {
          const failed = ends.get(state);
          if (failed) report(state, 'handler', failed.name);
          else if (state instanceof SucceedState && saysFailed.test(state.name)) report(state, 'named', '');
        }
      },
    };

    function report(state: State, messageId: 'handler' | 'named', failed: string): void {
      reportAt(state.key!.range, messageId, state.name, failed);
    }

    function reportAt(range: Range, messageId: 'handler' | 'continues' | 'named', state: string, failed: string): void {
      context.report({ loc: context.sourceCode.locOf(range), messageId, data: { state, failed } });
    }
  },
});

/** A name that ends so: `DunningFailed`, `Payment failure`, but not `Handle failures` or `No error`. */
const saysFailed = /(?<!\b(?:no|not|without|ignore)\W*)(?:F|\bf)ail(?:ed|ure)$/i;

/** What states are called that take care of a failure. */
const saysHandler = /fail|error|exception|cancel|abort|roll ?-?back|refund|compensat|undo|revert|dead ?-?letter/i;

const anyError: ReadonlySet<string> = new Set(['States.ALL', 'States.TaskFailed']);

/** The Catchers of any error that lead where the state goes on to anyway. */
const catchesToNext = (machine: StateMachine): readonly Transition[] =>
  graphOf(machine).transitions.filter(
    ({ node, from, target }) =>
      node instanceof Catcher &&
      target !== undefined &&
      target === from.field('Next')?.json &&
      node.errorEquals.some((name) => anyError.has(name)),
  );

/** The ends with success that only a failure of any kind leads to, each with a state that fails so. */
function endsAfterFailure(machine: StateMachine, always: boolean): ReadonlyMap<State, State> {
  const graph = graphOf(machine);
  const withoutFailure = statesWithoutFailure(machine);
  const found = new Map<State, State>();
  const known = new Map<State, readonly State[]>();
  for (const failing of withoutFailure) {
    for (const { node, to } of graph.transitionsFrom(failing)) {
      if (!(node instanceof Catcher) || !to || !node.errorEquals.some((name) => anyError.has(name))) continue;
      const states = known.get(to) ?? handlerFrom(to, withoutFailure);
      known.set(to, states);
      if (!always && !states.some(({ name }) => saysHandler.test(name))) continue;
      for (const end of states.filter(isTerminal)) if (!found.has(end)) found.set(end, failing);
    }
  }
  return found;
}

/**
 * The states that a Catch leads to. None, if one of them may fail in the end or goes back to where nothing has failed:
 * that mends what went wrong.
 */
function handlerFrom(first: State, withoutFailure: ReadonlySet<State>): readonly State[] {
  const graph = graphOf(first.parent);
  const handler = new Set([first]);
  for (const state of handler) {
    if (state instanceof FailState || withoutFailure.has(state)) return [];
    if (mayBeTerminal(state) && !isTerminal(state)) return [];
    for (const { to } of graph.transitionsFrom(state)) if (to) handler.add(to);
  }
  return [...handler];
}
