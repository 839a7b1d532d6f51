import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-duplicate-keys',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow two members of one name in an object',
      recommended: true,
      severity: 'error',
    },
    messages: {
      duplicate:
        '"{{name}}" is given twice in this object, first on line {{line}}, and only one of the two counts; remove or rename one',
    },
    schema: [],
  },
  create(context) {
    return {
      AslDocument(document) {
        for (const { key, first } of document.duplicateKeys) {
          const { line } = context.sourceCode.locOf(first.range).start;
          context.report({
            loc: context.sourceCode.locOf(key.range),
            messageId: 'duplicate',
            data: { name: key.value, line: String(line) },
          });
        }
      },
    };
  },
});
