import {
  Branch,
  ChoiceState,
  graphOf,
  idleCountersOf,
  isTerminal,
  loopsOf,
  mayBeTerminal,
  quotedFew,
  reachableStates,
  FailState,
  type ParallelState,
  scopesOf,
  settledReadsOf,
  TaskState,
  Catcher,
  type AslNode,
  type State,
  type StateMachine,
  type Scope,
  type Transition,
} from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
  name: 'no-endless-loop',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow loops that no way leads out of',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      endless:
        '{{states}} go round for ever, because no way leads out of the loop: the execution never succeeds, but ends at a limit of the service, such as 25,000 events; add a Choice that leaves the loop',
      itself:
        '"{{state}}" leads to itself only, so the execution never gets past it and ends at a limit of the service; let it go on to another state',
      settled:
        '{{states}} go round for ever unless "{{choice}}" leaves the loop at once, because it decides by "{{place}}", which nothing in the loop changes{{result}}; let it read what the loop brings anew, or put that there',
      untilFailure:
        '{{states}} go round until one of them fails, because only a Catch leads out of the loop, and no success comes after it; add a Choice that leaves the loop',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) {
          if (!graphOf(scope).isPartial && !isBesideOthers(scope)) check(scope);
        }
      },
    };

    function check(scope: Scope): void {
      const loops = loopsOf(scope);
      if (!loops.length) return;
      const reachable = reachableStates(scope);
      for (const loop of loops) {
        if (!loop.some((state) => reachable.has(state)) || loop.some(mayBeTerminal)) continue;
        const members = new Set(loop);
        const exits = loop
          .flatMap((state) => graphOf(scope).transitionsFrom(state))
          .filter(({ to }) => !members.has(to!));
        const states = scope.states.filter((state) => members.has(state));
        const ways = exits.filter(({ node }) => !(node instanceof Catcher));
        if (exits.some((exit) => !ways.includes(exit) && (!exit.to || leadsToSuccess(exit.to)))) continue;
        if (ways.length) {
          checkChoices(ways, states);
          continue;
        }
        context.report({
          loc: context.sourceCode.locOf(states[0]!.key!.range),
          messageId: exits.length ? 'untilFailure' : states.length > 1 ? 'endless' : 'itself',
          data: { states: quotedFew(states.map(({ name }) => name)), state: states[0]!.name },
        });
      }
    }

    /** The first time, the data may be such that the loop is left; when it is not, it is never again. */
    function checkChoices(ways: readonly Transition[], states: readonly State[]): void {
      const choices = [...new Set(ways.map(({ from }) => from))];
      const reads = choices.map((choice) =>
        choice instanceof ChoiceState ? settledReadsOf(choice, states) : undefined,
      );
      const [first] = reads;
      if (!first || reads.includes(undefined)) return;
      // A counter that stands still is told of by asl/no-idle-counters.
      if (idleCountersOf(choices[0]!.parent).some(({ choice }) => choices.includes(choice))) return;
      const { place, expression } = first[0]!;
      context.report({
        loc: context.sourceCode.locOf(expression.range),
        messageId: 'settled',
        data: {
          states: quotedFew(states.map(({ name }) => name)),
          choice: choices[0]!.name,
          place,
          result: whereResultIs(states),
        },
      });
    }
  },
});

/** What becomes of what the only Task of the loop brings, in JSONPath. */
function whereResultIs(states: readonly State[]): string {
  const [task, ...others] = states.filter((state) => state instanceof TaskState);
  const path = task?.field('ResultPath')?.json;
  if (!task || others.length) return '';
  if (path === null) return `: "${task.name}" drops its result`;
  return typeof path === 'string' ? `: "${task.name}" puts its result in "${path}"` : '';
}

/** A branch that never ends may be meant to: another branch of the Parallel ends it by failing. */
function isBesideOthers(scope: AslNode): boolean {
  for (let node: AslNode | undefined = scope; node; node = node.parent) {
    if (node instanceof Branch && (node.parent as ParallelState).branches.length > 1) return true;
  }
  return false;
}

function leadsToSuccess(from: State): boolean {
  const graph = graphOf(from.parent);
  const reached = new Set([from]);
  for (const state of reached) {
    if (isTerminal(state) && !(state instanceof FailState)) return true;
    for (const { to } of graph.transitionsFrom(state)) if (to) reached.add(to);
  }
  return false;
}
