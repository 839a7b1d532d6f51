import { alone, awsAnswers } from './aws-answers';

test.each([
  ['a'.repeat(41), 'INVALID_LABEL_NAME'],
  ['', 'INVALID_LABEL_NAME'],
  ['new orders', 'INVALID_LABEL_NAME'],
])('AWS’s answer to the label %j', (label, code) => {
  expect(awsAnswers('valid-labels', alone({ Type: 'Map', Label: label }))).toEqual([
    [code, `Invalid Label name: ${label}`, '/States/A/Label'],
  ]);
});

test('AWS’s answer to a second label of a name', () => {
  const map = { Type: 'Map', Label: 'orders' };
  expect(awsAnswers('valid-labels', { States: { A: map, B: map } })).toEqual([
    ['DUPLICATE_LABEL_NAME', 'Duplicate Label name: orders', '/States/B/Label'],
  ]);
});
