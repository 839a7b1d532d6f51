import { foreignOperatorRemedy, parseJsonata } from '../../../src';

test.each([
  ['$rate == 5', 'compare with "="'],
  ['$rate === 5', 'compare with "="'],
  ['$rate !== 5', 'compare with "!="'],
  ['$rate && 5', 'write "and"'],
  ['$rate || 5', 'write "or"'],
  ['!$rate', 'negate with "$not"'],
  ['$map($rates, $rate => 5)', 'write "function($value) { ... }"'],
  ['$rate != + 5', undefined],
  ['($rate', undefined],
])('%s: %s', (code, remedy) => {
  const text = `{% ${code} %}`;
  const [problem] = parseJsonata(text).problems;
  expect(problem).toBeDefined();
  expect(foreignOperatorRemedy(text, problem!)).toBe(remedy);
});
