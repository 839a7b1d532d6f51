import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const pass = (code: string, more: object = { QueryLanguage: 'JSONata' }) => ({
  StartAt: 'Count',
  ...more,
  States: { Count: { Type: 'Pass', Output: { n: `{% ${code} %}` }, End: true } },
});
const at = { at: '/States/Count/Output/n' } as const;

new AslRuleTester().run('valid-jsonata-types', rule, {
  valid: [
    { definition: pass('$substring($states.input.a, 1)') },
    { name: 'by ~>', definition: pass('$states.input.a ~> $substring(1)') },
    { name: 'of the context', definition: pass('$states.input.names.$uppercase()') },
    { name: 'what is nothing fits', definition: pass('$sum($states.input.prices) + $nothing') },
    { name: 'a function of the expression', definition: pass('($pad := function($a) { $a }; $pad(1))') },
    { name: 'texts are joined', definition: pass("'a' & 1") },
    { name: 'an unknown function is a finding of its own', definition: pass('$foo(1, 2, 3, 4)') },
    { name: 'a part that is filled in', definition: pass('$substring("a", ${Start})') },
    { name: 'JSONPath', definition: pass('$substring()', {}) },
    { name: 'results that fit', definition: pass('$number($states.input.a) + $count($states.input.b) - 1') },
    { name: 'texts in order', definition: pass('$string($states.input.a) < "b"') },
    {
      name: 'a function that has the name of another',
      definition: pass('($count := function($a) { "1" }; $count(1) & 1)'),
    },
    {
      name: 'known algorithms, and one that is not',
      definition: pass('$hash("a", "SHA-256") & $hash("a", $states.input.b)'),
    },
  ],
  invalid: [
    {
      name: 'nothing stands in for the first argument',
      definition: pass("$replace($states.input.a, '-')"),
      errors: [
        {
          message: '"$replace" takes 3 arguments, but is given 2, so it gives nothing; give it all of them',
          ...at,
          find: '$replace',
        },
      ],
    },
    {
      name: 'too few',
      definition: pass('1 + $length($states.input.a, 2)'),
      errors: [
        {
          message: '"$length" takes ([string]), but is given (any, number), so it fails; correct the arguments',
          ...at,
          find: '$length',
        },
      ],
    },
    {
      name: 'a text where a number should be',
      definition: pass("$substring($states.input.a, '1')"),
      errors: [
        {
          message:
            '"$substring" takes ([string], number, [number]), but is given (any, string), so it fails; correct the arguments',
          ...at,
          find: '$substring',
        },
      ],
    },
    ...(
      [
        [
          '$string($states.input.a) + 1',
          '+',
          '"+" calculates with numbers, but is given a string, so it fails; join texts with "&"',
        ],
        [
          '$count($states.input.a) > "3"',
          '>',
          '">" compares numbers, or texts, but is given a number and a string, so it fails; convert one with "$number" or "$string"',
        ],
        [
          '$states.input.a >= true',
          '>=',
          '">=" compares numbers, or texts, but is given a boolean, so it fails; compare with "=" or "!="',
        ],
        [
          '["a".."c"]',
          '..',
          '".." counts from number to number, but is given a string, so it fails; use numbers, or convert with "$number"',
        ],
        [
          '$uppercase($count($states.input.a))',
          '$uppercase',
          '"$uppercase" takes ([string]), but is given (number), so it fails; correct the arguments',
        ],
        ['$hash($states.input.a, "SHA256")', '$hash', '"$hash" does not know "SHA256", so it fails; use "SHA-256"'],
      ] as const
    ).map(([code, find, message]) => ({ name: code, definition: pass(code), errors: [{ message, ...at, find }] })),
    {
      name: 'adding texts',
      definition: pass("'Order ' + $states.input.id"),
      errors: [
        {
          message: '"+" calculates with numbers, but is given a string, so it fails; join texts with "&"',
          ...at,
          find: '+',
        },
      ],
    },
    {
      name: 'calculating with others',
      definition: pass("$states.input.a - '1'"),
      errors: [
        {
          message:
            '"-" calculates with numbers, but is given a string, so it fails; use numbers, or convert with "$number"',
          ...at,
          find: '-',
        },
      ],
    },
  ],
});
