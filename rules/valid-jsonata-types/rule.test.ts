import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const pass = (code: string, more: object = { QueryLanguage: 'JSONata' }) => ({
  StartAt: 'Count',
  ...more,
  States: { Count: { Type: 'Pass', Output: { n: `{% ${code} %}` }, End: true } },
});
const at = { at: '/States/Count/Output/n' } as const;

const item = (code: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Read',
  States: {
    Read: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Output: { n: `{% ${code} %}` }, End: true },
  },
});
const limits = (one: unknown, other: unknown, code: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Which',
  States: {
    Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.a %}', Next: 'One' }], Default: 'Other' },
    One: { Type: 'Pass', Output: { limit: one }, Assign: { step: '1' }, Next: 'Use' },
    Other: { Type: 'Pass', Output: { limit: other }, Assign: { step: '2' }, Next: 'Use' },
    Use: { Type: 'Pass', Output: { n: `{% ${code} %}` }, End: true },
  },
});
/** A counter that begins with a value and is counted in a loop. */
const rounds = (first: unknown, next: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Set',
  States: {
    Set: { Type: 'Pass', Assign: { n: first }, Next: 'Count' },
    Count: { Type: 'Pass', Assign: { n: `{% ${next} %}` }, Next: 'Which' },
    Which: { Type: 'Choice', Choices: [{ Condition: '{% $n < 3 %}', Next: 'Count' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
});
const ofLists = (code: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Make',
  States: {
    Make: {
      Type: 'Pass',
      Output: {
        texts: ['1', '2'],
        mixed: ['1', 2],
        none: [],
        lines: [
          { price: '9.50', count: 1, other: '{% $states.input.other %}' },
          { price: '3', count: 2 },
        ],
      },
      Next: 'Use',
    },
    Use: { Type: 'Pass', Output: { n: `{% ${code} %}` }, End: true },
  },
});
const choice = (code: string) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Set',
  States: {
    Set: { Type: 'Pass', Output: { n: 'five' }, Next: 'Which' },
    Which: { Type: 'Choice', Choices: [{ Condition: `{% ${code} %}`, Next: 'Done' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
});

new AslRuleTester().run('valid-jsonata-types', rule, {
  valid: [
    ...[
      '$sum($map($states.input.texts, $number))',
      '$sum($states.input.lines.count)',
      '$sum($states.input.mixed)',
      '$max($states.input.none)',
      '$sum($states.input.lines.($number(price)))',
      '$join($states.input.texts)',
      '$join($states.input.lines.price)',
      '$count($states.input.lines.price)',
      '$sum($states.input.lines.other)',
    ].map((code) => ({ name: `a list: ${code}`, definition: ofLists(code) })),
    { definition: pass('$substring($states.input.a, 1)') },
    { name: 'by ~>', definition: pass('$states.input.a ~> $substring(1)') },
    { name: 'of the context', definition: pass('$states.input.names.$uppercase()') },
    { name: 'what is nothing fits', definition: pass('$sum($states.input.prices) + $nothing') },
    { name: 'a function of the expression', definition: pass('($pad := function($a) { $a }; $pad(1))') },
    { name: 'a counter that begins with a number', definition: rounds(0, '$n + 1') },
    { name: 'a counter of which a number is made', definition: rounds('0', '$number($n) + 1') },
    {
      name: 'a counter of which it is not known what it begins with',
      definition: rounds('{% $states.input.n %}', '$n + 1'),
    },
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
    {
      name: 'a number that is made of a text of DynamoDB',
      definition: item('$number($states.result.Item.stock.N) - 1'),
    },
    { name: 'a text of DynamoDB', definition: item("'N' & $states.result.Item.stock.N") },
    { name: 'a list that is counted', definition: item('$count($states.result.Item.tags.SS)') },
    {
      name: 'what may be one or the other, and is made one',
      definition: limits(5, '5', '$number($states.input.limit) * 2'),
    },
    {
      name: 'what may be one or the other, and is asked for its type',
      definition: limits(5, '5', "$type($states.input.limit) = 'number' ? $states.input.limit * 2 : 0"),
    },
    {
      name: 'what a way brings of which nothing is known',
      definition: limits(5, '{% $states.input.limit %}', '$states.input.limit * 2'),
    },
    { name: 'what is only looked at after a test', definition: item('$a ? $states.result.Item.stock.N - 1 : 0') },
    { name: 'a text that is a number, and a date', definition: pass("$number('10') + $toMillis('2027-01-01')") },
    { name: 'members of what is read', definition: pass("$parse('{}').total") },
    { name: 'a function of JSONata in its place', definition: pass('$map($states.input.items, $string)') },
    {
      name: 'a variable that has the name of a function',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Set',
        States: {
          Set: { Type: 'Pass', Assign: { count: 1 }, Next: 'Use' },
          Use: { Type: 'Pass', Output: { n: '{% $count %}' }, End: true },
        },
      },
    },
    { name: 'an error on purpose', definition: pass("$states.input.a ? 1 : $error('no a')") },
    { name: 'compared in a Choice', definition: choice('$states.input.n > 5') },
  ],
  invalid: [
    {
      name: 'a text that one way brings',
      definition: limits(5, '5', '$states.input.limit * 2'),
      errors: [
        {
          message:
            'On the way "Which" > "Other" > "Use": "*" calculates with numbers, but "$states.input.limit" is a string, so it fails; convert it with "$number"',
          at: '/States/Use/Output/n',
          find: '*',
        },
      ],
    },
    {
      name: 'a text that one way brings, where nothing is known of the other one',
      definition: limits('{% $states.input.limit %}', '5', '$states.input.limit - 1'),
      errors: [{ messageId: 'onWay', at: '/States/Use/Output/n', find: '-' }],
    },
    ...(
      [
        ['$sum($states.input.texts)', 'array of strings', 'is an array of strings', '$sum', '$states.input.texts'],
        ['$max($states.input.lines.price)', 'strings', 'gives strings', '$max', '$states.input.lines.price'],
      ] as const
    ).map(([code, given, is, call, path]) => ({
      name: `texts where numbers should be: ${code}`,
      definition: ofLists(code),
      errors: [
        {
          message: `"${call}" takes (array of numbers), but is given (${given}), so it fails; "${path}" ${is}; make numbers of them by "$map(${path}, $number)"`,
          at: '/States/Use/Output/n',
          find: call,
        },
      ],
    })),
    {
      name: 'objects where numbers should be',
      definition: ofLists('$average($states.input.lines)'),
      errors: [
        {
          message:
            '"$average" takes (array of numbers), but is given (array of objects), so it fails; "$states.input.lines" is an array of objects; correct the arguments',
          at: '/States/Use/Output/n',
          find: '$average',
        },
      ],
    },
    {
      name: 'a function that is not called',
      definition: pass("{'at': $now, 'name': 'x-' & $string}"),
      errors: [
        {
          message: '"$now" is a function and is not called, so it gives no value; write "$now()"',
          ...at,
          find: '$now',
        },
        { message: /write "\$string\(\.\.\.\)"$/, ...at, find: '$string' },
      ],
    },
    {
      name: 'texts that are no number and no date',
      definition: pass("$number('ten') + $toMillis('tomorrow')"),
      errors: [
        {
          message:
            '"$number" fails whatever the data is: Unable to cast value to a number: "ten"; correct its arguments',
          ...at,
          find: '$number',
        },
        {
          message: /^"\$toMillis" fails whatever the data is: .*"tomorrow"; correct its arguments$/,
          ...at,
          find: '$toMillis',
        },
      ],
    },
    {
      name: 'a member of the parts of a text',
      definition: pass('$split($states.input.name, "-").first'),
      errors: [
        {
          message:
            /^"first" is looked up in texts, which have no members, so it gives nothing; read one of them, "\[0\]"$/,
          ...at,
          find: 'first',
        },
      ],
    },
    {
      name: 'members of a number and of a text',
      definition: pass('$count($states.input.a).total + $string($states.input.b).length'),
      errors: [
        {
          message: '"total" is looked up in a number, which has no members, so it gives nothing; read it as a whole',
          ...at,
          find: 'total',
        },
        {
          message: /^"length" is looked up in a string, .*; count its characters with "\$length"$/,
          ...at,
          find: 'length',
        },
      ],
    },
    {
      name: 'data where a function should be',
      definition: pass('$map(function($v) { $v.id }, $states.input.items)'),
      errors: [
        {
          message: /^"\$map" takes \(array, function\), but is given \(function, any\), so it fails/,
          ...at,
          find: '$map',
        },
      ],
    },
    {
      name: 'calculating with a text of DynamoDB',
      definition: item('$states.result.Item.stock.N - 1'),
      errors: [
        {
          message:
            '"-" calculates with numbers, but "$states.result.Item.stock.N" is a string, so it fails; convert it with "$number"',
          at: '/States/Read/Output/n',
          find: '-',
        },
      ],
    },
    ...['0', "{% '0' %}", '{% true %}'].map((first) => ({
      name: `a counter that begins with ${first}`,
      definition: rounds(first, '$n + 1'),
      errors: [
        { message: /^"\+" calculates with numbers, but "\$n" is a /, at: '/States/Count/Assign/n' as const, find: '+' },
      ],
    })),
    {
      name: 'a list where a text should be',
      definition: item('$length($states.result.Item.tags.SS)'),
      errors: [
        {
          message:
            '"$length" takes ([string]), but is given (array of strings), so it fails; "$states.result.Item.tags.SS" is an array of strings; correct the arguments',
          at: '/States/Read/Output/n',
          find: '$length',
        },
      ],
    },
    {
      name: 'a list that "[]" keeps one',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Set',
        States: {
          Set: { Type: 'Pass', Assign: { lines: '{% $states.input.lines[] %}' }, Next: 'Use' },
          Use: { Type: 'Pass', Output: { n: '{% $length($lines) %}' }, End: true },
        },
      },
      errors: [
        {
          message: /is given \(array\), so it fails; "\$lines" is an array/,
          at: '/States/Use/Output/n',
          find: '$length',
        },
      ],
    },
    {
      name: 'a text that every way brings, and a variable',
      definition: limits('4', '5', '$states.input.limit * 2 + $step'),
      errors: [
        { message: /^"\*" .* but "\$states\.input\.limit" is a string/, at: '/States/Use/Output/n', find: '*' },
        {
          message: /^"\+" .* but "\$step" is a string, .* or join texts with "&"$/,
          at: '/States/Use/Output/n',
          find: '+',
        },
      ],
    },
    {
      name: 'an order that is no Condition',
      definition: item('{"isLow": $states.result.Item.stock.N < 5}'),
      errors: [{ message: /^"<" compares .* given a string and a number/, at: '/States/Read/Output/n', find: '<' }],
    },
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
      name: 'a name in a function',
      definition: pass('$sum($map($states.input.lines, function($line) { price * $line.count }))'),
      errors: [
        {
          message:
            '"price" is looked up in nothing, so it gives nothing: a function has what it is called with in its parameters; read it from one, as "$item.price"',
          ...at,
          find: 'price',
        },
      ],
    },
    {
      name: 'a method of another language',
      definition: pass('$states.input.name.toUpperCase()'),
      errors: [
        {
          message:
            '"toUpperCase" is called like a function, but data has none, so it fails; call "$uppercase" with the value',
          ...at,
          find: 'toUpperCase',
        },
      ],
    },
    {
      name: 'a range without a step',
      definition: pass('$range(1, 10)'),
      errors: [{ message: /^"\$range" takes 3 arguments, but is given 2, so it gives nothing/, ...at, find: '$range' }],
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
          '$split($states.input.version, ".") > 2',
          '>',
          '">" compares numbers, or texts, but is given an array, so it fails; read one of its elements, or "$count" them',
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
