import {
  growthsInLoop,
  loopsOf,
  mayCount,
  quotedFew,
  reachableStates,
  scopesOf,
  type State,
  type StateMachine,
  type Scope,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-growing-loop',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow loops that make a value longer in each round, as often as they like',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      grows:
        '"{{state}}" makes "{{name}}" longer in each round of {{loop}}, and nothing in the loop counts the rounds: beyond 256 KiB the execution fails; count them, or write what is gathered to S3 or DynamoDB',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const scope of scopesOf(machine)) check(scope);
      },
    };

    function check(scope: Scope): void {
      const loops = loopsOf(scope).filter((loop) => !mayCount(loop));
      if (!loops.length) return;
      const reachable = reachableStates(scope);
      for (const loop of loops) {
        if (!loop.some((state) => reachable.has(state))) continue;
        const members = new Set(loop);
        report(scope.states.filter((state) => members.has(state)));
      }
    }

    function report(loop: readonly State[]): void {
      for (const { state, name, at } of growthsInLoop(loop)) {
        context.report({
          loc: context.sourceCode.locOf(at.range),
          messageId: 'grows',
          data: { state: state.name, name, loop: quotedFew(loop.map((one) => one.name)) },
        });
      }
    }
  },
});
