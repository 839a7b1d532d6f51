import { hasHalfDelimiter, isJsonata } from '../../../src/expressions';

test.each([
  ['{% 10 %}', true, false],
  ['{%10%}', true, false],
  ['{%%}', true, false],
  ['{% \n10 %}', true, false],
  ['{% 10 %', false, true],
  ['{% 10', false, true],
  ['10 %}', false, true],
  ['{%}', false, true],
  [' {% 10 %}', false, true],
  ['{% 10 %} ', false, true],
  // AWS takes this for plain text (recorded).
  [' {% 10 %} ', false, false],
  ['10', false, false],
  ['', false, false],
])('%j: JSONata %s, half delimited %s', (text, jsonata, half) => {
  expect([isJsonata(text), hasHalfDelimiter(text)]).toEqual([jsonata, half]);
});
