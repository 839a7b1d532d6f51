import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...state, End: true } },
});
const call = (target: string) => machine({ Parameters: { target } });

const birth = (name: string, value: string) => ({
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f',
      Parameters: { [name]: value },
      End: true,
    },
  },
});

new AslRuleTester().run('no-personal-data', rule, {
  valid: [
    { definition: call('somebody@example.com'), options: [{ allowedDomains: ['example.com'] }] },
    { definition: call('git@github.com:owner/repository'), options: [{ allowedDomains: ['github.com'] }] },
    { definition: call('${Name}@${Domain}') },
    { name: 'a role', definition: call('no-reply@shop.com, support@shop.com') },
    {
      name: 'a password in a URL, which is more than that',
      definition: call('postgres://import:hunter22@db.shop.com/orders'),
    },
    {
      name: 'the number that a call comes from',
      definition: machine({ Parameters: { SourcePhoneNumber: '+12025550100' } }),
    },
    {
      name: 'the address that a message comes from',
      definition: machine({
        Resource: 'arn:aws:states:::aws-sdk:sesv2:sendEmail',
        Parameters: { FromEmailAddress: 'Orders <orders@shop.com>', ReplyToAddresses: ['orders@shop.com'] },
      }),
    },
    {
      name: 'and by the first version of the API',
      definition: machine({
        Resource: 'arn:aws:states:::aws-sdk:ses:sendEmail',
        Parameters: { Source: 'orders@shop.com' },
      }),
    },
    { definition: call('2026-11-26T10:00:00Z') },
    { definition: call('123456789012') },
    { definition: call('{% $states.input@$x.y %}') },
    { name: 'digits that are no number of a card', definition: call('4111111111111112 and 0000000000000000') },
    { name: 'an id that holds one', definition: call('order-4111111111111111') },
    { name: 'no account: its check digits are others', definition: call('DE89370400440532013001') },
    { name: 'never issued', definition: call('000-12-3456 and 666-12-3456') },
    { name: 'a date and a UUID', definition: call('2026-11-2601 5f1c2f1e-1234-11ee-8c99-0242ac120002') },
    { name: 'a date', definition: birth('startDate', '1984-03-12') },
    { name: 'a path to a date of birth', definition: birth('dateOfBirth.$', '$.customer.dateOfBirth') },
    { name: 'a placeholder for one', definition: birth('dateOfBirth', '${DateOfBirth}') },
  ],
  invalid: [
    {
      name: 'a number in groups',
      definition: call('+49 171 2345678'),
      errors: [
        {
          message: /^"\+49 171 2345678" looks like a phone number/,
          at: '/States/Call/Parameters/target',
          find: '+49 171 2345678',
        },
      ],
    },
    {
      definition: call('Write to Jo.Doe@Company.com.'),
      errors: [
        {
          message:
            '"Jo.Doe@Company.com" looks like a mail address, and whoever may read the definition or the history reads it; pass it in, or name a topic or a parameter that holds it',
          json: { line: 8, column: 29, endLine: 8, endColumn: 47 },
          yaml: { line: 7, column: 24, endLine: 7, endColumn: 42 },
        },
      ],
    },
    {
      definition: call('+4915112345678'),
      errors: [
        {
          messageId: 'personal',
          data: { text: '+4915112345678', what: 'a phone number' },
          json: { line: 8, column: 20, endLine: 8, endColumn: 34 },
          yaml: { line: 7, column: 16, endLine: 7, endColumn: 30 },
        },
      ],
    },
    {
      definition: call('+1 202 555 0100'),
      errors: [
        {
          message: /^"\+1 202 555 0100" looks like a phone number/,
          json: { line: 8, column: 20, endLine: 8, endColumn: 35 },
          yaml: { line: 7, column: 15, endLine: 7, endColumn: 30 },
        },
      ],
    },
    {
      name: 'a date by the name of a birth',
      definition: birth('date_of_birth', '1984-03-12'),
      errors: [{ message: /^"1984-03-12" looks like a date of birth/, at: '/States/Call/Parameters/date_of_birth' }],
    },
    ...[
      ['4111 1111 1111 1111', 'the number of a payment card'],
      ['3782 822463 10005', 'the number of a payment card'],
      ['536-90-4399', 'a social security number'],
      ['DE89 3704 0044 0532 0130 00', 'the number of a bank account'],
      ['GB29NWBK60161331926819', 'the number of a bank account'],
    ].map(([text = '', what = '']) => ({
      definition: call(text),
      errors: [
        {
          messageId: 'personal' as const,
          data: { text, what },
          json: { line: 8, column: 20, endLine: 8, endColumn: 20 + text.length },
          yaml: { line: 7, column: 15, endLine: 7, endColumn: 15 + text.length },
        },
      ],
    })),
  ],
});
