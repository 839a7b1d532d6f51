import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const choice = (test: object, machine: object = {}) => ({
  ...machine,
  StartAt: 'Which?',
  States: {
    'Which?': { Type: 'Choice', Choices: [{ ...test, Next: 'Done' }], Default: 'Other' },
    Done: { Type: 'Succeed' },
    Other: { Type: 'Pass', End: true },
  },
});
const equals = (text: string) => choice({ Variable: '$.name', StringEquals: text });
const matches = (text: string) => choice({ Variable: '$.name', StringMatches: text });
const jsonata = (condition: string) => choice({ Condition: `{% ${condition} %}` }, { QueryLanguage: 'JSONata' });
const at = '/States/Which?/Choices[0]';

const letters = (text: string) => ({
  name: `StringEquals ${text}`,
  definition: equals(text),
  errors: [{ messageId: 'letters' as const, at: `${at}/StringEquals` }],
});
const regex = (text: string, piece: string) => ({
  name: `StringMatches ${text}`,
  definition: matches(text),
  errors: [{ messageId: 'regex' as const, at: `${at}/StringMatches`, find: piece }],
});

new AslRuleTester().run('no-mistaken-patterns', rule, {
  valid: [
    ...[
      '*',
      '**',
      '****1234',
      '0 12 * * *',
      'image/*',
      '*/*',
      's3:*',
      'arn:aws:s3:::a:*',
      'order',
      '${Prefix}-*',
      '5*',
    ].map((text) => ({ name: `StringEquals ${text}`, definition: equals(text) })),
    ...[
      'order-*',
      '*.csv',
      '*.*',
      'report.*',
      'a/.*',
      '*?x=1*',
      '*[draft]*',
      '*(copy)*',
      'a|b*',
      'US$*',
      '*$',
      '${Prefix}',
      '^',
      '*C++*',
      'Really?',
      'find?q=cat',
    ].map((text) => ({ name: `StringMatches ${text}`, definition: matches(text) })),
    { name: 'a pattern of JSONata', definition: jsonata('$contains($states.input.name, /^order-.*/)') },
    { name: 'a product', definition: jsonata('$states.input.a * 2 = 4') },
    { name: 'a text that is made', definition: jsonata("$states.input.name = 'order-' & '*'") },
  ],
  invalid: [
    {
      name: 'StringEquals with a star',
      definition: equals('order-*'),
      errors: [
        {
          message:
            '"$.name" is compared with "order-*" letter by letter, so "*" stands for nothing but itself; use "StringMatches"',
          at: `${at}/StringEquals`,
        },
      ],
    },
    ...['*.csv', '*failed*', 'in/*/raw', 'ab*cd'].map(letters),
    {
      name: 'inside And',
      definition: choice({
        And: [{ Variable: '$.name', StringEquals: '*.csv' }, { Not: { Variable: '$.name', StringMatches: '^tmp' } }],
      }),
      errors: [
        { messageId: 'letters', at: `${at}/And[0]/StringEquals` },
        { messageId: 'regex', at: `${at}/And[1]/Not/StringMatches`, find: '^' },
      ],
    },
    {
      name: 'JSONata',
      definition: jsonata("$states.input.name = 'order-*.csv'"),
      errors: [
        {
          message:
            '"$states.input.name" is compared with "order-*.csv" letter by letter, so "*" stands for nothing but itself; use "$contains($states.input.name, /^order-.*\\.csv$/)"',
          at: `${at}/Condition`,
          find: "'order-*.csv'",
        },
      ],
    },
    {
      name: 'a regular expression in StringMatches',
      definition: matches('^order-.*$'),
      errors: [
        {
          message:
            '"StringMatches" takes no regular expressions: "^" in "^order-.*$" stands for nothing but itself; use "*", which stands for any characters or none',
          at: `${at}/StringMatches`,
          find: '^',
        },
      ],
    },
    regex('.*error.*', '.*'),
    regex('.+', '.+'),
    regex('report-?.csv', '?'),
    regex('order-.*', '.*'),
    regex('order.*$', '$'),
    regex('[a-z]+', '[a-z]+'),
    regex('v[0-9]*', '[0-9]*'),
    regex('*.(jpg|png)', '(jpg|png)'),
  ],
});
