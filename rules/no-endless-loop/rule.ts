import {
  ChoiceState,
  exitsOf,
  graphOf,
  isBesideOthers,
  leadsToSuccess,
  loopsOf,
  mayBeTerminal,
  quotedFew,
  reachableStates,
  scopesOf,
  unconditionalSelfStarts,
  Catcher,
  type Scope,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-endless-loop',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow loops that no way leads out of, and state machines that always start themselves again',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      endless:
        '{{states}} go round for ever, because no way leads out of the loop: the execution never succeeds, but ends at a limit of the service, such as 25,000 events; add a Choice that leaves the loop',
      itself:
        '"{{state}}" leads to itself only, so the execution never gets past it and ends at a limit of the service; let it go on to another state',
      untilFailure:
        '{{states}} go round until one of them fails, because only a Catch leads out of the loop, and no success comes after it; add a Choice that leaves the loop',
      again:
        '"{{state}}" starts this state machine again in each execution, because every way leads there: executions follow each other{{waiting}} without end; add a Choice that ends the row',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) {
          if (!graphOf(scope).isPartial && !isBesideOthers(scope)) check(scope);
        }
        for (const { name, key, resource } of unconditionalSelfStarts(machine)) {
          const isWaiting = 'pattern' in resource && resource.pattern !== 'request-response';
          context.report({
            loc: context.sourceCode.locOf(key!.range),
            messageId: 'again',
            data: { state: name, waiting: isWaiting ? ', each waiting for the next,' : '' },
          });
        }
      },
    };

    function check(scope: Scope): void {
      const loops = loopsOf(scope);
      if (!loops.length) return;
      const reachable = reachableStates(scope);
      for (const loop of loops) {
        if (!loop.some((state) => reachable.has(state)) || loop.some(mayBeTerminal)) continue;
        if (loop.some(lacksNext)) continue;
        const exits = exitsOf(loop);
        if (exits.some(({ node, to }) => !(node instanceof Catcher) || !to || leadsToSuccess(to))) continue;
        const states = scope.states.filter((state) => loop.includes(state));
        context.report({
          loc: context.sourceCode.locOf(states[0]!.key!.range),
          messageId: exits.length ? 'untilFailure' : states.length > 1 ? 'endless' : 'itself',
          data: { states: quotedFew(states.map(({ name }) => name)), state: states[0]!.name },
        });
      }
    }
  },
});

/** The way out may be the one that has been forgotten, or that an "End" was meant to be. */
const lacksNext = (state: State): boolean =>
  state instanceof ChoiceState && state.choices.some((rule) => !rule.has('Next'));
