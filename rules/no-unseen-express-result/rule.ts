import { declaredNameOf, startsSynchronously, type StateMachine } from '@stepproof/asl';
import { createRule } from '../src/create-rule';

export default createRule({
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
    const { sourceCode } = context;
    return {
      StateMachine(machine: StateMachine) {
        const { workflowType, isLogged, typeRange } = machine.declaration;
        const machineName = declaredNameOf(machine.declaration);
        if (machineName === undefined || workflowType !== 'EXPRESS' || isLogged !== false) return;
        if (sourceCode.workflowTypeOf(machine) !== 'EXPRESS' || startsSynchronously(sourceCode.text)) return;
        context.report({
          loc: sourceCode.locOf(typeRange ?? machine.field('StartAt')?.key.range ?? machine.range),
          messageId: 'unseen',
          data: { machine: machineName },
        });
      },
    };
  },
});
