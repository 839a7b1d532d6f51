import { hasExpressScope, unconditionalWritesOf, workflowTypeOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-express-unconditional-writes',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow writes in Express workflows that are made from what was read before, without a condition',
      family: 'Express',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      unguarded:
        '"{{write}}" writes to "{{where}}" what it makes of "{{place}}", which "{{read}}" has read of the same {{kept}}: an Express workflow may run twice, also at the same time, and then one update is lost or made twice; {{remedy}}',
      decided:
        '"{{write}}" writes to "{{where}}" when "{{choice}}" finds "{{place}}" so, which "{{read}}" has read of the same {{kept}}: an Express workflow may run twice, also at the same time, and both find it so; {{remedy}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const machineType = context.sourceCode.workflowTypeOf(machine);
        if (!hasExpressScope(machine, machineType)) return;
        for (const { write, read, store, where, place, choice } of unconditionalWritesOf(machine)) {
          if (workflowTypeOf(write.parent, machineType) !== 'EXPRESS') continue;
          context.report({
            loc: context.sourceCode.locOf(write.field('Resource')!.value.range),
            messageId: choice ? 'decided' : 'unguarded',
            data: {
              write: write.name,
              read: read.name,
              where,
              kept: store.kept,
              remedy: store.remedy,
              place,
              choice: choice?.name ?? '',
            },
          });
        }
      },
    };
  },
});
