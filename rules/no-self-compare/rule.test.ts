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
const jsonata = (condition: string) => choice({ Condition: `{% ${condition} %}` }, { QueryLanguage: 'JSONata' });
const at = '/States/Which?/Choices[0]';
const every = 'every value that it can compare';
const self = (path: string, operator: string, holds: string) =>
  `"${path}" is compared with itself, and "${operator}" then holds of ${holds}; compare it with the value that is meant`;

const inPaths = (variable: string, operator: string, operand: string, holds: string) => ({
  name: `${variable} ${operator} ${operand}`,
  definition: choice({ Variable: variable, [operator]: operand }),
  errors: [{ message: self(variable, operator, holds), at: `${at}/${operator}`, part: 'key' as const }],
});
const inJsonata = (condition: string, path: string, operator: string, holds: string) => ({
  name: condition,
  definition: jsonata(condition),
  errors: [{ message: self(path, operator, holds), at: `${at}/Condition`, find: operator }],
});

new AslRuleTester().run('no-self-compare', rule, {
  valid: [
    { name: 'another member', definition: choice({ Variable: '$.a', StringEqualsPath: '$.b' }) },
    { name: 'another element', definition: choice({ Variable: '$.a[0]', NumericLessThanPath: '$.a[1]' }) },
    { name: 'a variable of the name', definition: choice({ Variable: '$.a', StringEqualsPath: '$a' }) },
    { name: 'the context', definition: choice({ Variable: '$.a', StringEqualsPath: '$$.a' }) },
    { name: 'a text', definition: choice({ Variable: '$.a', StringEquals: '$.a' }) },
    { name: 'paths to many values', definition: choice({ Variable: '$.a[*]', StringEqualsPath: '$.a[*]' }) },
    { name: 'a placeholder', definition: choice({ Variable: '$.a', StringEqualsPath: '${Path}' }) },
    { name: 'JSONata', definition: jsonata('$states.input.a = $states.input.b') },
    { name: 'an element of the input', definition: jsonata('$states.input.list[id = $states.input.id]') },
    { name: 'a random number', definition: jsonata('$random() = $random()') },
    { name: 'two numbers, for what is always so', definition: jsonata('1 = 1') },
    { name: 'a filter that differs', definition: jsonata('$states.input.l[a = 1].n = $states.input.l[a = 2].n') },
    { name: 'a sum', definition: jsonata('$states.input.a + $states.input.a > 4') },
  ],
  invalid: [
    inPaths('$.a', 'StringEqualsPath', '$.a', every),
    inPaths('$.a', 'NumericLessThanPath', "$['a']", 'no value'),
    inPaths('$.a.b[0]', 'NumericGreaterThanEqualsPath', '$.a.b[0]', every),
    inPaths('$$.State.EnteredTime', 'TimestampGreaterThanPath', '$$.State.EnteredTime', 'no value'),
    inPaths('$flag', 'BooleanEqualsPath', '$flag', every),
    {
      name: 'inside Not',
      definition: choice({ Not: { Variable: '$.a', StringEqualsPath: '$.a' } }),
      errors: [{ messageId: 'self', at: `${at}/Not/StringEqualsPath`, part: 'key' }],
    },
    inJsonata('$states.input.a = $states.input.a', '$states.input.a', '=', every),
    inJsonata('$a != $a', '$a', '!=', 'no value'),
    inJsonata('$exists($a) and $a >= $a', '$a', '>=', every),
    inJsonata('$count($states.input.list[id = id]) > 0', 'id', '=', every),
    {
      name: 'outside of a Choice',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Pick',
        States: { Pick: { Type: 'Pass', Output: '{% $states.input.list[kind < kind] %}', End: true } },
      },
      errors: [{ message: self('kind', '<', 'no value'), at: '/States/Pick/Output', find: '<' }],
    },
  ],
});
