import {
  absentMembersOf,
  dataGapsOf,
  describeGap,
  describeOptional,
  describeWay,
  isErrorOutput,
  jsonataExpressionsOf,
  optionalGapsOf,
  type DataGap,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-possibly-missing-paths',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow paths that lead to nothing on one of the ways to their state, or are always undefined',
      family: 'data flow',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      missing: '"{{path}}" leads to nothing on the way {{way}}, and the state fails there: {{reason}}',
      undefined: '"{{path}}" is always undefined: {{reason}}',
      empty: '"{{path}}" is always an empty list: {{reason}}',
      absent: '"{{path}}" is always undefined: "$states" has no such member; use "{{meant}}"',
      optional: '"{{path}}" may lead to nothing, and the state fails then: {{reason}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const found of dataGapsOf(machine)) {
          const { read, gap } = found;
          const messageId = gap.isModelled ? undefined : faultOf(found);
          if (!messageId) continue;
          context.report({
            loc: context.sourceCode.locOf(read.expression.rangeOf(read.span)),
            messageId,
            data: {
              path: read.path,
              reason: describeGap(found),
              way: describeWay(read.world.trail, read.state.name),
            },
          });
        }
        for (const expression of jsonataExpressionsOf(machine)) {
          if (!expression.jsonata) continue;
          for (const absent of absentMembersOf(expression.jsonata)) {
            // What fails for sure is an error: asl/valid-jsonata.
            if (absent.isWhole) continue;
            const { path, meant } = absent;
            const loc = context.sourceCode.locOf(expression.rangeOf(absent));
            context.report({ loc, messageId: 'absent', data: { path, meant } });
          }
        }
        for (const found of optionalGapsOf(machine)) {
          const { read } = found;
          context.report({
            loc: context.sourceCode.locOf(read.expression.rangeOf(read.span)),
            messageId: 'optional',
            data: { path: read.path, reason: describeOptional(found) },
          });
        }
      },
    };
  },
});

/** What fails on every way is a finding of no-missing-paths, and input that a Catch has dropped one of no-lost-input. */
function faultOf({ ways, read, gap, isEmptyList }: DataGap): 'missing' | 'undefined' | 'empty' | undefined {
  if (isEmptyList) return ways === 'every' ? 'empty' : undefined;
  if (ways === 'every') return read.mustFind ? undefined : 'undefined';
  return read.mustFind && !(gap.at === 0 && isErrorOutput(gap.holder)) ? 'missing' : undefined;
}
