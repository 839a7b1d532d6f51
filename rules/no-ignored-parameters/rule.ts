import type { PassState } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-ignored-parameters',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow Parameters of a Pass whose Result takes their place',
      family: 'data flow',
      recommended: true,
      // AWS accepts the definition.
      severity: 'warn',
    },
    messages: {
      ignored:
        '"Parameters" of "{{state}}" come to nothing, because its "Result" takes their place; put what "Result" holds into "Parameters", or remove one of the two',
    },
    schema: [],
  },
  create(context) {
    return {
      PassState(pass: PassState) {
        const parameters = pass.field('Parameters');
        // In JSONata AWS takes neither.
        if (!parameters || !pass.has('Result') || pass.queryLanguage === 'JSONata') return;
        context.report({
          loc: context.sourceCode.locOf(parameters.key.range),
          messageId: 'ignored',
          data: { state: pass.name },
        });
      },
    };
  },
});
