import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const map = (ProcessorConfig: object | undefined, fields: object = {}, machine: object = {}) => ({
  ...machine,
  StartAt: 'A',
  States: {
    A: {
      Type: 'Map',
      ...fields,
      ItemProcessor: { ...(ProcessorConfig && { ProcessorConfig }), StartAt: 'B', States: { B: { Type: 'Succeed' } } },
      End: true,
    },
  },
});
const distributed = { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' };
const inline = { Mode: 'INLINE' };
const config = '/States/A/ItemProcessor/ProcessorConfig';
const onlyDistributed = (name: string) =>
  `"${name}" exists only in a distributed Map, and this one is inline; remove it, or set "Mode" to "DISTRIBUTED"`;

new AslRuleTester().run('valid-map-mode', rule, {
  valid: [
    { definition: map(undefined) },
    { definition: map(inline, { MaxConcurrency: 5 }) },
    { definition: map(distributed, { ItemReader: {}, ItemBatcher: {}, ResultWriter: {}, Label: 'orders' }) },
    { definition: map(distributed, { Items: [] }, { QueryLanguage: 'JSONata' }) },
    { name: 'without a mode AWS looks at nothing', definition: map(undefined, { ItemReader: {}, Label: 'orders' }) },
    { name: 'an empty configuration', definition: map({}, { ItemReader: {}, Label: 'orders' }) },
    {
      name: 'AWS accepts a tolerance of an inline Map',
      definition: map(inline, { ToleratedFailureCount: 1, ToleratedFailurePercentage: 5 }),
    },
    { name: 'a mode that is a placeholder', definition: map({ Mode: '${mode}' }, { ItemReader: {} }) },
    {
      name: 'placeholders',
      code: '{"StartAt":"A","States":{"A":{"Type":"Map","Label":"a","ItemProcessor":{"ProcessorConfig":${config}}},"B":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":${type}}}}}}',
    },
    {
      name: 'no processor at all',
      definition: { StartAt: 'A', States: { A: { Type: 'Map', Label: 'a', End: true } } },
    },
  ],
  invalid: [
    {
      definition: map({ Mode: 'DISTRIBUTED' }),
      errors: [
        {
          message: 'A distributed Map needs an "ExecutionType"; add "STANDARD" or "EXPRESS"',
          at: `${config}/Mode`,
          part: 'key',
        },
      ],
    },
    {
      name: 'an ExecutionType of an inline Map',
      definition: map({ ...inline, ExecutionType: 'STANDARD' }),
      errors: [{ message: onlyDistributed('ExecutionType'), at: `${config}/ExecutionType`, part: 'key' }],
    },
    {
      name: 'what only a distributed Map has, in JSONata',
      definition: map(
        inline,
        { ItemReader: {}, ItemBatcher: {}, ResultWriter: {}, Label: 'orders' },
        { QueryLanguage: 'JSONata' },
      ),
      errors: ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'].map((name) => ({
        message: onlyDistributed(name),
        at: `/States/A/${name}`,
        part: 'key' as const,
      })),
    },
    {
      name: 'with the old name of the processor, inside a branch, in a state called __proto__',
      code: `{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"__proto__","States":{"__proto__":
        {"Type":"Map","Iterator":{"ProcessorConfig":{"Mode":"DISTRIBUTED"}}}}}]}}}`,
      errors: [
        {
          message: 'A distributed Map needs an "ExecutionType"; add "STANDARD" or "EXPRESS"',
          at: '/States/P/Branches[0]/States/__proto__/Iterator/ProcessorConfig/Mode',
          part: 'key',
        },
      ],
    },
  ],
});
