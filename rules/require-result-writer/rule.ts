import { collectsAllResults, mostPayloadBytes as maxBytes } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'require-result-writer',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a ResultWriter where the results of all items that are read from S3 would be handed on',
      family: 'loops and limits',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      collected:
        '"{{map}}" hands on the results of all items that it reads from S3, however many there are, and a state can hand on {{maxBytes}} bytes; add a "ResultWriter", or drop them with {{dropping}}',
    },
    schema: [],
  },
  create(context) {
    return {
      MapState(map) {
        if (!collectsAllResults(map)) return;
        context.report({
          loc: context.sourceCode.locOf(map.field('ItemReader')!.key.range),
          messageId: 'collected',
          data: {
            map: map.name,
            maxBytes,
            dropping: map.queryLanguage === 'JSONata' ? 'an "Output" of other data' : '"ResultPath": null',
          },
        });
      },
    };
  },
});
