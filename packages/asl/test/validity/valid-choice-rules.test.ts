import { alone, awsAnswers } from './aws-answers';

const paid = { Variable: '$.paid', BooleanEquals: true };
const oneSelector = 'The object must have only one of the following fields, [And, Or, Not, Variable, Condition]';
const answers = (rule: object, machine: object = {}) =>
  awsAnswers('valid-choice-rules', alone({ Type: 'Choice', Choices: [{ ...rule, Next: 'A' }] }, machine));

test.each([
  ['nothing to test', {}, {}],
  ['two combinators', { And: [paid], Not: paid }, {}],
  ['a Variable beside a combinator', { Not: paid, Variable: '$.paid' }, {}],
  ['an operator without a Variable', { BooleanEquals: true }, {}],
  ['nothing to test in JSONata', {}, { QueryLanguage: 'JSONata' }],
])('%s: not one selector', (_name, rule, machine) => {
  expect(answers(rule, machine)).toEqual([['SCHEMA_VALIDATION_FAILED', oneSelector, '/States/A/Choices[0]']]);
});

test('a condition inside has no Condition', () => {
  expect(answers({ Not: {} })).toEqual([
    [
      'SCHEMA_VALIDATION_FAILED',
      'The object must have only one of the following fields, [And, Or, Not, Variable]',
      '/States/A/Choices[0]/Not',
    ],
  ]);
});

test.each([{ Variable: '$.paid' }, { ...paid, IsNull: true }])('%j: not one operator', (rule) => {
  expect(answers(rule)).toEqual([
    [
      'SCHEMA_VALIDATION_FAILED',
      expect.stringMatching(/^There should only be one of the following fields: \[(?:\w+, ){38}\w+\]$/),
      '/States/A/Choices[0]',
    ],
  ]);
});
