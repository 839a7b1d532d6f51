import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const wait = (Timestamp: unknown, more: object = {}) => ({
  ...more,
  StartAt: 'Until',
  States: { Until: { Type: 'Wait', Timestamp, End: true } },
});
const choice = (test: object) => ({
  StartAt: 'Due?',
  States: { 'Due?': { Type: 'Choice', Choices: [{ ...test, Next: 'Due?' }] } },
});
const like = 'write it like 2024-08-18T17:33:00Z';
const time = 'use a time from 00:00:00 to 23:59:59';
const day = 'use a month of 01 to 12 and a day that the month has';

new AslRuleTester().run('valid-timestamps', rule, {
  valid: [
    ...[
      '2024-08-18T17:33:00Z',
      '2024-02-29T00:00:00.123456789Z',
      '2024-08-18T17:33:00+02:00',
      '${Start}',
      '${Date}T00:00:00Z',
    ].map((text) => ({
      definition: wait(text),
    })),
    { name: 'an expression under JSONata', definition: wait('{% $states.input.due %}', { QueryLanguage: 'JSONata' }) },
    { name: 'a value of a wrong type is a finding of its own', definition: wait(1724002380) },
    { name: 'other operators take any text', definition: choice({ Variable: '$.a', StringEquals: 'tomorrow' }) },
    { name: 'a path', definition: choice({ Variable: '$.a', TimestampEqualsPath: '$.due' }) },
    {
      name: 'a value that is filled in',
      code: '{"StartAt":"A","States":{"A":{"Type":"Wait","Timestamp":${Due},"End":true}}}',
    },
  ],
  invalid: [
    // The first five were refused by AWS (recorded).
    ...(
      [
        ['2016-12-05 21:29:29Z', like],
        ['2016-12-05T21:29:29', like],
        ['05-12-2016T21:29:29Z', like],
        ['2016-12-05T25:29:29Z', time],
        ['2016-13-05T21:29:29Z', day],
        ['2023-02-29T00:00:00Z', day],
        ['2024-08-18t17:33:00z', like],
        ['2024-08-18T17:33:00+25:00', 'use "Z" or an offset such as +02:00'],
        ['', like],
      ] as const
    ).map(([text, remedy]) => ({
      definition: wait(text),
      errors: [
        { message: `"Timestamp": "${text}" is not an RFC 3339 timestamp; ${remedy}`, at: '/States/Until/Timestamp' },
      ],
    })),
    {
      name: 'a constant under JSONata',
      definition: wait('tomorrow', { QueryLanguage: 'JSONata' }),
      errors: [
        { message: `"Timestamp": "tomorrow" is not an RFC 3339 timestamp; ${like}`, at: '/States/Until/Timestamp' },
      ],
    },
    {
      name: 'an expression under JSONPath',
      definition: wait('{% $now() %}'),
      errors: [
        { message: `"Timestamp": "{% $now() %}" is not an RFC 3339 timestamp; ${like}`, at: '/States/Until/Timestamp' },
      ],
    },
    {
      name: 'the operators of Choice rules, at any depth',
      definition: choice({
        And: [
          { Variable: '$.a', TimestampLessThan: '2024-08-18' },
          { Not: { Variable: '$.a', TimestampEquals: 'now' } },
        ],
      }),
      errors: [
        {
          message: `"TimestampLessThan": "2024-08-18" is not an RFC 3339 timestamp; ${like}`,
          at: '/States/Due?/Choices[0]/And[0]/TimestampLessThan',
        },
        {
          message: `"TimestampEquals": "now" is not an RFC 3339 timestamp; ${like}`,
          at: '/States/Due?/Choices[0]/And[1]/Not/TimestampEquals',
        },
      ],
    },
  ],
});
