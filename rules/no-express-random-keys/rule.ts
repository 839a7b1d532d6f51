import { hasExpressScope, randomKeysOf, workflowTypeOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-express-random-keys',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow calls in Express workflows whose key, name or token an earlier state makes at random',
      family: 'Express',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      random:
        '"{{state}}" takes "{{key}}" from "{{place}}", which "{{madeBy}}" makes anew when the Express workflow runs again: each run {{effect}}; make it from the input or from the Id of the execution, or make the workflow Standard, which runs each step once',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const machineType = context.sourceCode.workflowTypeOf(machine);
        if (!hasExpressScope(machine, machineType)) return;
        for (const { task, key, effect, place, madeBy, range } of randomKeysOf(machine)) {
          if (workflowTypeOf(task.parent, machineType) !== 'EXPRESS') continue;
          // What the parent of a child workflow has made is the child's input: the same at each of its runs.
          if (workflowTypeOf(madeBy.parent, machineType) !== 'EXPRESS') continue;
          context.report({
            loc: context.sourceCode.locOf(range),
            messageId: 'random',
            data: { state: task.name, key, effect, place, madeBy: madeBy.name },
          });
        }
      },
    };
  },
});
