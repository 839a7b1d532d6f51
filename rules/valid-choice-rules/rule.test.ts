import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const choice = (test: object, machine: object = {}) => ({
  ...machine,
  StartAt: 'A',
  States: { A: { Type: 'Choice', Choices: [{ ...test, Next: 'B' }] }, B: { Type: 'Succeed' } },
});
const jsonata = { QueryLanguage: 'JSONata' };
const paid = { Variable: '$.paid', BooleanEquals: true };

const wrong = (test: object, at: string, message: string) => ({
  name: JSON.stringify(test),
  definition: choice(test),
  errors: [{ message, at: `/States/A/Choices[0]${at}`, part: 'key' as const }],
});

new AslRuleTester().run('valid-choice-rules', rule, {
  valid: [
    { definition: choice(paid) },
    { definition: choice({ And: [paid, { Not: paid }, { Or: [paid] }] }) },
    { definition: choice({ Condition: '{% $states.input.paid %}' }, jsonata) },
    { definition: choice({ Condition: false }, jsonata) },
    {
      name: 'a literal and a path are two operators of two rules',
      definition: choice({ Or: [paid, { ...paid, Variable: '$.sent' }] }),
    },
    { name: 'JSONPath in JSONata is for another rule', definition: choice({ Variable: '$.paid' }, jsonata) },
    { name: 'JSONata in JSONPath is for another rule', definition: choice({ Condition: '{% true %}' }) },
    { name: 'a Next inside a condition is for another rule', definition: choice({ Not: { ...paid, Next: 'B' } }) },
    { name: 'a misplaced value is for another rule', definition: choice({ And: 'all' }) },
    {
      name: 'placeholders',
      code: '{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[${rule},{"Variable":${path},"NumericEquals":${n},"Next":"A"},{"And":${rules},"Next":"A"}]}}}',
    },
    {
      name: 'states with names of the prototype',
      code: '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Choice","Choices":[{"Variable":"$.constructor","IsNull":true,"Next":"__proto__"}]}}}',
    },
  ],
  invalid: [
    wrong(
      { ...paid, StringEquals: 'yes' },
      '/StringEquals',
      'A rule tests one thing, and this one has "BooleanEquals" and "StringEquals"; keep one, or combine rules with "And"',
    ),
    wrong(
      { ...paid, IsNull: false, IsPresent: true },
      '/IsNull',
      'A rule tests one thing, and this one has "BooleanEquals", "IsNull" and "IsPresent"; keep one, or combine rules with "And"',
    ),
    wrong(
      { And: [paid], Not: paid },
      '/Not',
      'A rule tests one thing, and this one has "And" and "Not"; keep one, or combine rules with "And"',
    ),
    wrong(
      { Or: [paid], ...paid },
      '/BooleanEquals',
      'A rule tests one thing, and this one has "Or" and "BooleanEquals"; keep one, or combine rules with "And"',
    ),
    wrong(
      { Variable: '$.paid', Not: paid },
      '/Variable',
      '"Variable" has no meaning beside "Not"; move it into the rules inside "Not"',
    ),
    wrong({ IsPresent: true }, '/IsPresent', '"IsPresent" needs a "Variable" to compare; add one'),
    wrong(
      { Not: { BooleanEquals: true } },
      '/Not/BooleanEquals',
      '"BooleanEquals" needs a "Variable" to compare; add one',
    ),
    wrong({ Not: { Variable: '$.paid' } }, '/Not', 'This rule tests nothing; add a comparison, such as "StringEquals"'),
    wrong({ Not: {} }, '/Not', 'This rule tests nothing; add "Variable" with a comparison, or "And", "Or" or "Not"'),
    wrong(
      { Not: { And: [paid], Or: [paid] } },
      '/Not/Or',
      'A rule tests one thing, and this one has "And" and "Or"; keep one, or combine rules with "And"',
    ),
    {
      name: 'rules without a name are shown where they open',
      code: `StartAt: A
States:
  A:
    Type: Choice
    Choices:
      - Next: B
      - Variable: $.paid
        Next: B
      - And:
          - Comment: nothing
        Next: B
  B: { Type: Succeed }
`,
      errors: [
        {
          message: 'This rule tests nothing; add "Variable" with a comparison, or "And", "Or" or "Not"',
          line: 6,
          column: 9,
          endLine: 6,
          endColumn: 10,
        },
        {
          message: 'This rule tests nothing; add a comparison, such as "StringEquals"',
          line: 7,
          column: 9,
          endLine: 7,
          endColumn: 10,
        },
        {
          message: 'This rule tests nothing; add "Variable" with a comparison, or "And", "Or" or "Not"',
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 14,
        },
      ],
    },
    {
      name: 'a JSONata rule without a Condition',
      code: '{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Next":"A"}]}}}',
      errors: [
        { message: 'A JSONata rule needs a "Condition"; add one', line: 1, column: 84, endLine: 1, endColumn: 85 },
      ],
    },
    {
      name: 'a rule that only has an Output, in a JSONata state inside a branch',
      definition: {
        StartAt: 'P',
        States: {
          P: {
            Type: 'Parallel',
            Branches: [
              {
                StartAt: 'A',
                States: {
                  A: { Type: 'Choice', ...jsonata, Choices: [{ Output: 1, Next: 'B' }] },
                  B: { Type: 'Succeed' },
                },
              },
            ],
            End: true,
          },
        },
      },
      errors: [
        {
          message: 'A JSONata rule needs a "Condition"; add one',
          json: { line: 14, column: 17, endLine: 14, endColumn: 18 },
          yaml: { line: 12, column: 17, endLine: 12, endColumn: 18 },
        },
      ],
    },
  ],
});
