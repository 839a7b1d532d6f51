import { relative } from 'node:path';
import type { ContractProblem, StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'valid-contracts',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require the contracts of a machine to be JSON Schemas, and to name its Tasks',
      family: 'data flow',
      recommended: true,
      // What stands in a broken contract is checked by nobody.
      severity: 'error',
    },
    messages: { invalid: '{{place}} {{message}}' },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const problem of machine.contract?.problems ?? []) {
          context.report({
            loc: context.sourceCode.locOf(machine.field('StartAt')?.key.range ?? machine.range),
            messageId: 'invalid',
            data: { place: placeOf(problem), message: problem.message },
          });
        }
      },
    };
  },
});

/** As terminals and editors link it. */
const placeOf = ({ file, line, column }: ContractProblem): string =>
  file === undefined ? 'In the contract,' : `${relative(process.cwd(), file)}:${line}:${column}`;
