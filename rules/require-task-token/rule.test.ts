import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Ask',
  States: { Ask: { Type: 'Task', ...state, End: true } },
});
const callback = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
const ask = (message: object, more: object = {}) =>
  machine({ Resource: callback, Parameters: { QueueUrl: 'q', ...message }, ...more });
const jsonata = (Arguments: unknown) => machine({ Resource: callback, Arguments }, { QueryLanguage: 'JSONata' });
const askJsonata = (MessageBody: unknown) => jsonata({ QueueUrl: 'q', MessageBody });
const kept = { messageId: 'kept' as const, at: '/States/Ask/Parameters', part: 'key' as const };

new AslRuleTester().run('require-task-token', rule, {
  valid: [
    { definition: ask({ MessageBody: { 'token.$': '$$.Task.Token' } }) },
    { name: 'deep in a list', definition: ask({ MessageBody: { a: [{ b: { 'c.$': '$$.Task.Token' } }] } }) },
    { name: 'with the whole context', definition: ask({ 'MessageBody.$': '$$' }) },
    { name: 'with the task', definition: ask({ 'MessageBody.$': '$$.Task' }) },
    { name: 'in brackets', definition: ask({ 'MessageBody.$': "$$['Task']['Token']" }) },
    { name: 'by a search', definition: ask({ 'MessageBody.$': '$$..Token' }) },
    { name: 'in a function', definition: ask({ 'MessageBody.$': "States.Format('{}', $$.Task.Token)" }) },
    {
      name: 'in a function in a function',
      definition: ask({ 'MessageBody.$': 'States.JsonToString(States.Array($$.Task.Token))' }),
    },
    {
      name: 'by way of the input',
      definition: ask({ 'MessageBody.$': '$.Task.Token' }, { InputPath: '$$' }),
    },
    {
      name: 'a placeholder',
      code: `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${callback}","Parameters":{"QueueUrl":"q","MessageBody":\${Body}},"End":true}}}`,
    },
    {
      name: 'a placeholder in a list that is none of names',
      code: `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${callback}","Parameters":{"QueueUrl":"q","Tags":[\${Tag}],"MessageBody":[\${Body}]},"End":true}}}`,
    },
    { name: 'a path that is filled in', definition: ask({ 'MessageBody.$': '${Path}' }) },
    { name: 'JSONata', definition: askJsonata({ token: '{% $states.context.Task.Token %}' }) },
    { name: 'JSONata, the whole context', definition: askJsonata('{% $string($states.context) %}') },
    { name: 'JSONata, all there is', definition: askJsonata('{% $states %}') },
    { name: 'JSONata makes the arguments', definition: jsonata('{% {"MessageBody": $states.context.Task.Token} %}') },
    { name: 'JSONata with blanks and quotes', definition: askJsonata('{% $states.context . `Task`.Token %}') },
    { name: 'JSONata that is filled in', definition: askJsonata('{% ${Body} %}') },
    { name: 'no parameters are a fault of their own', definition: machine({ Resource: callback }) },
    {
      name: 'a call that does not wait',
      definition: ask({ MessageBody: 'm' }, { Resource: 'arn:aws:states:::sqs:sendMessage' }),
    },
    { name: 'a pattern that is filled in', definition: ask({ MessageBody: 'm' }, { Resource: `${callback}\${More}` }) },
  ],
  invalid: [
    {
      definition: ask({ 'MessageBody.$': '$.order' }),
      errors: [
        {
          message:
            '"Ask" waits for its task token and hands it to nobody, so that it can never be completed; pass "$$.Task.Token" in "Parameters", or drop ".waitForTaskToken" from "sqs:sendMessage"',
          at: '/States/Ask/Parameters',
          part: 'key',
        },
      ],
    },
    { name: 'other context', definition: ask({ 'MessageBody.$': '$$.Execution.Id' }), errors: [kept] },
    { name: 'a path that is written as text', definition: ask({ MessageBody: '$$.Task.Token' }), errors: [kept] },
    { name: 'a text with a placeholder', definition: ask({ MessageBody: 'approve ${Order}' }), errors: [kept] },
    {
      name: 'a function of something else',
      definition: ask({ 'MessageBody.$': "States.Format('{}', $$.Execution.Id)" }),
      errors: [kept],
    },
    {
      name: 'a placeholder that is a name',
      code: `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${callback}","Parameters":{"QueueUrl":\${Q},"MessageBody":"m"},"End":true}}}`,
      errors: [{ messageId: 'kept', line: 1, column: 108, endLine: 1, endColumn: 120 }],
    },
    {
      name: 'placeholders in lists of names',
      code: `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${callback}","Parameters":{"Subnets":[\${S},"s"],"MessageBody":"m"},"End":true}}}`,
      errors: [{ messageId: 'kept', line: 1, column: 108, endLine: 1, endColumn: 120 }],
    },
    {
      name: 'JSONata',
      definition: askJsonata('{% $states.input & $states.context.Execution.Id %}'),
      errors: [
        {
          message:
            '"Ask" waits for its task token and hands it to nobody, so that it can never be completed; pass "$states.context.Task.Token" in "Arguments", or drop ".waitForTaskToken" from "sqs:sendMessage"',
          at: '/States/Ask/Arguments',
          part: 'key',
        },
      ],
    },
  ],
});
