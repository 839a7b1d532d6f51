import { stylish } from '../../src/formats/stylish';
import { context, error, result, results, warning } from './results';

test('findings by file, the sum, and where to go from there', () => {
  expect(stylish(results, context)).toBe(`
a/order #1.asl.json
   3:5   error    "B" cannot be reached: 100%, really remove it  asl/reach
  12:11  warning  no Catch                                       asl/catch

/elsewhere/b.asl.yaml
  1:1  error    Parsing error: <&"\u0001>
  0:0  warning  Unused eslint-disable directive

\u2716 4 problems (2 errors, 2 warnings)
  Why asl/catch says so, and how to mend it: https://example.com/catch
`);
});

test('nothing is written when nothing is found', () => {
  expect(stylish([results[0]!], context)).toBe('');
});

test('one of each is counted as one, and fixes are offered', () => {
  const fixable = { ...result('/work/my flows/a.asl.json', error), fixableErrorCount: 1 };
  expect(stylish([fixable], { ...context, rules: {} })).toContain(
    '1 problem (1 error, 0 warnings)\n  1 problem can be mended with the option --fix.\n',
  );
});

test('colours', () => {
  const text = stylish([result('/work/my flows/a.asl.json', error, warning)], { ...context, color: true });
  expect(text).toContain('\u001b[31merror  \u001b[39m');
  expect(text).toContain('\u001b[33mwarning\u001b[39m');
  expect(text).toContain('\u001b[4ma.asl.json\u001b[24m');
});

test('more messages than a function can have arguments', () => {
  const many = Array.from({ length: 200_000 }, () => warning);
  expect(
    stylish(
      [result('/work/my flows/a.asl.json', ...[])].map((one) => ({ ...one, messages: many })),
      context,
    ),
  ).toContain('no Catch');
});
