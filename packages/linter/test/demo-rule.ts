import type { AslRuleDefinition } from '../src/index';

/** A small rule that reports, fixes and suggests: it wants states to be named in capitals, and no Wait state. */
export const demoRule: AslRuleDefinition<[{ readonly exempt: readonly string[] }], 'capital' | 'wait' | 'toPass'> = {
  meta: {
    type: 'suggestion',
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: { exempt: { type: 'array', items: { type: 'string' } } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ exempt: [] }],
    messages: {
      capital: '"{{name}}" begins in lower case; name it "{{better}}"',
      wait: '"{{name}}" waits in {{type}} workflow; remove it',
      toPass: 'Make "{{name}}" a Pass state',
    },
  },
  create(context) {
    const [{ exempt }] = context.options;
    return {
      Field({ name, value }) {
        if (name !== 'StartAt' || value.kind !== 'string' || !/^[a-z]/.test(value.value)) return;
        const better = value.value[0]!.toUpperCase() + value.value.slice(1);
        context.report({
          node: value,
          messageId: 'capital',
          data: { name: value.value, better },
          fix: (fixer) => fixer.replaceTextRange([value.at(0), value.at(1)], better[0]!),
        });
      },
      'WaitState:exit'(node) {
        if (exempt.includes(node.name)) return;
        const type = node.field('Type')!.value;
        if (type.kind !== 'string') return;
        const workflowType = context.sourceCode.workflowTypeOf(node.parent.machine);
        context.report({
          loc: context.sourceCode.locOf(node.key!.range),
          messageId: 'wait',
          data: { name: node.name, type: workflowType === 'EXPRESS' ? 'an Express' : 'a Standard' },
          suggest: [
            {
              messageId: 'toPass',
              data: { name: node.name },
              fix: (fixer) => fixer.replaceTextRange([type.at(0), type.at(type.value.length)], 'Pass'),
            },
          ],
        });
      },
    };
  },
};
