import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const text = { type: 'string' };
const count = { type: 'number' };
const schema = (properties: Record<string, object>, more: object = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  ...more,
});
const closed = { additionalProperties: false };
const ending = (state: object, more: object = {}) => ({
  StartAt: 'Answer',
  States: { Answer: { Type: 'Pass', End: true, ...state } },
  ...more,
});
const jsonata = { QueryLanguage: 'JSONata' };
const work = (more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f',
  ...more,
});
const calling = (Parameters: object) => ({ StartAt: 'Call', States: { Call: work({ Parameters, End: true }) } });
const called = (parameters: object, more: object = {}) => ({ ...more, tasks: { Call: { parameters } } });
const failing = {
  StartAt: 'Call',
  States: {
    Call: work({ ResultPath: '$.call', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Answer' }], Next: 'Answer' }),
    Answer: { Type: 'Pass', End: true },
  },
};
const at = { at: '/States/Answer/Result', part: 'key' as const };

new AslRuleTester().run('no-broken-contracts', rule, {
  valid: [
    { name: 'no contract', definition: ending({ Result: { total: '5' } }) },
    { name: 'none of the output', definition: ending({ Result: { total: '5' } }), contracts: { input: {} } },
    {
      name: 'what it says',
      definition: ending({ Result: { total: 5 } }),
      contracts: { output: schema({ total: count }) },
    },
    {
      name: 'more, where it does not say that there is no more',
      definition: ending({ Result: { total: 5, extra: 1 } }),
      contracts: { output: schema({ total: count }) },
    },
    {
      name: 'a range is not looked at',
      definition: ending({ Result: { total: 5 } }),
      contracts: { output: schema({ total: { type: 'number', minimum: 10 } }) },
    },
    {
      name: 'what comes from outside may be right',
      definition: ending({ Parameters: { 'total.$': '$.total' } }),
      contracts: { output: schema({ total: count }) },
    },
    {
      name: 'one of two types may be right',
      definition: ending({ Parameters: { 'total.$': '$.total' } }),
      contracts: { input: schema({ total: { type: ['number', 'string'] } }), output: schema({ total: count }) },
    },
    {
      name: 'what is filled in',
      definition: ending({ Result: { total: '${Total}' } }),
      contracts: { output: schema({ total: count }) },
    },
    {
      name: 'a list that may be empty',
      definition: ending({ Parameters: { 'list.$': '$.list' } }),
      contracts: {
        input: schema({ list: { type: 'array', items: text } }),
        output: schema({ list: { type: 'array', items: count } }),
      },
    },
    {
      name: 'a Fail gives no output',
      definition: { StartAt: 'F', States: { F: { Type: 'Fail' } } },
      contracts: { output: schema({ a: text }) },
    },
    {
      name: 'a branch is not the machine',
      definition: {
        StartAt: 'Both',
        States: { Both: { Type: 'Parallel', Branches: [ending({ Result: 1 })], End: true } },
      },
      contracts: { output: { type: 'array' } },
    },
    {
      name: 'a call as it is agreed on',
      definition: calling({ 'id.$': '$.id', amount: 5 }),
      contracts: called(schema({ id: text, amount: count }, closed), { input: schema({ id: text }) }),
    },
    {
      name: 'the way by the Catch keeps the input',
      definition: {
        ...failing,
        States: {
          ...failing.States,
          Call: work({
            ResultPath: '$.call',
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Answer' }],
            Next: 'Answer',
          }),
        },
      },
      contracts: { input: schema({ id: text }), output: schema({ id: text }) },
    },
  ],
  invalid: [
    {
      name: 'another type',
      definition: ending({ Result: { total: '5' } }),
      contracts: { output: schema({ total: count }) },
      errors: [
        {
          message:
            'On the way "Answer" the execution ends with what the contract does not allow: "total" is "5", and must be a number; give what the contract says, or change it',
          ...at,
        },
      ],
    },
    {
      name: 'none of the values',
      definition: ending({ Result: { order: { state: 'DONE' } } }),
      contracts: { output: schema({ order: schema({ state: { enum: ['OK', 'FAILED'] } }) }) },
      errors: [{ message: /"order\.state" is "DONE", and must be "OK" or "FAILED";/, ...at }],
    },
    {
      name: 'a member that is missing',
      definition: ending({ Parameters: { 'id.$': '$.id' } }),
      contracts: { input: schema({ id: text }), output: schema({ id: text, total: count }) },
      errors: [{ message: /: it has no "total";/, at: '/States/Answer/Parameters', part: 'key' }],
    },
    {
      name: 'JSONata: a member that may not be there',
      definition: ending({ Output: { id: '{% $states.input.id %}', debug: true } }, jsonata),
      contracts: { input: schema({ id: text }), output: schema({ id: text }, closed) },
      errors: [{ message: /: it has "debug", which may not be there;/, at: '/States/Answer/Output', part: 'key' }],
    },
    {
      name: 'on one of two ways',
      definition: failing,
      contracts: { input: schema({ id: text }), output: schema({ id: text }) },
      errors: [
        { message: /^On the way "Call" \(Catch\) > "Answer" .*: it has no "id";/, at: '/States/Answer', part: 'key' },
      ],
    },
    {
      name: 'a call with a literal of another type',
      definition: calling({ 'id.$': '$.id', amount: 'x' }),
      contracts: called(schema({ id: text, amount: count })),
      errors: [
        {
          message:
            '"Call" calls with what the contract does not allow: "amount" is "x", and must be a number; give what the contract says, or change it',
          at: '/States/Call/Parameters',
          part: 'key',
        },
      ],
    },
    {
      name: 'JSONata: a call with what the input has',
      definition: {
        ...jsonata,
        StartAt: 'Call',
        States: { Call: work({ Arguments: { amount: '{% $states.input.amount %}' }, End: true }) },
      },
      contracts: called(schema({ amount: count }), { input: schema({ amount: text }) }),
      errors: [{ message: /"amount" is a string, and must be a number/, at: '/States/Call/Arguments', part: 'key' }],
    },
    {
      name: 'a call with the input as it is',
      definition: { StartAt: 'Call', States: { Call: work({ End: true }) } },
      contracts: called(schema({ amount: count }), { input: schema({ amount: text }) }),
      errors: [{ messageId: 'parameters', at: '/States/Call', part: 'key' }],
    },
  ],
});
