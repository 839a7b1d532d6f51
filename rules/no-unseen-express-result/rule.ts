import { declaredNameOf, startsSynchronously, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-unseen-express-result',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow Express workflows that are started asynchronously and written to no log',
      family: 'Express',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unseen:
        '{{machine}} is an Express workflow without a log, and nothing here starts it with "StartSyncExecution": an Express workflow has no history, so nobody sees what an execution gives back, or that it failed; add a log with the level "ERROR" or "ALL"',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const { workflowType, isLogged, typeRange } = machine.declaration;
        const machineName = declaredNameOf(machine.declaration);
        if (machineName === undefined || workflowType !== 'EXPRESS' || isLogged !== false) return;
        if (context.sourceCode.workflowTypeOf(machine) !== 'EXPRESS' || startsSynchronously(context.sourceCode.text))
          return;
        context.report({
          loc: context.sourceCode.locOf(typeRange ?? machine.field('StartAt')?.key.range ?? machine.range),
          messageId: 'unseen',
          data: { machine: machineName },
        });
      },
    };
  },
});
