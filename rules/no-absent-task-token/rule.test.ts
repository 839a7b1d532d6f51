import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Ask',
  States: { Ask: { Type: 'Task', ...state, End: true } },
});
const token = { 'token.$': '$$.Task.Token' };
const sends = (Resource: string, more: object = {}) => machine({ Resource, Parameters: token, ...more });
const jsonata = (token: string) =>
  machine(
    { Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'f', Payload: { token } } },
    { QueryLanguage: 'JSONata' },
  );

new AslRuleTester().run('no-absent-task-token', rule, {
  valid: [
    { definition: sends('arn:aws:states:::lambda:invoke.waitForTaskToken', { ResultSelector: token }) },
    { name: 'a Resource that is filled in', definition: sends('${Resource}') },
    { name: 'a pattern that is filled in', definition: sends('arn:aws:states:::sqs:sendMessage${Pattern}') },
    {
      name: 'a job has one, too, by which it can be ended early',
      definition: sends('arn:aws:states:::states:startExecution.sync:2'),
    },
    {
      name: 'other context',
      definition: machine({
        Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f',
        Parameters: { 'id.$': '$$.Execution.Id', 'all.$': '$$' },
      }),
    },
    {
      name: 'a Choice asks',
      definition: {
        StartAt: 'Is there one?',
        States: {
          'Is there one?': {
            Type: 'Choice',
            Choices: [{ Variable: '$$.Task.Token', IsPresent: true, Next: 'Done' }],
            Default: 'Done',
          },
          Done: { Type: 'Succeed' },
        },
      },
    },
    { name: 'JSONata that can do without', definition: jsonata('{% $exists($states.context.Task.Token) %}') },
    { definition: jsonata("{% $states.context.Task ? $states.context.Task.Token : 'none' %}") },
    { name: 'JSONata that reads something else', definition: jsonata('{% $states.context.Execution.Id %}') },
  ],
  invalid: [
    {
      name: 'a part of a text',
      definition: jsonata("{% 'token=' & $states.context.Task.Token %}"),
      errors: [{ messageId: 'absent', at: '/States/Ask/Arguments/Payload/token' }],
    },
    {
      name: 'a call that does not wait',
      definition: machine({
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'f', Payload: token },
      }),
      errors: [
        {
          message:
            '"$$.Task.Token" exists only while a Task with ".waitForTaskToken" runs; add that to the "Resource", or remove this',
          at: '/States/Ask/Parameters/Payload/token.$',
        },
      ],
    },
    {
      name: 'a function',
      definition: sends('arn:aws:lambda:us-east-1:123456789012:function:f'),
      errors: [{ messageId: 'absent', at: '/States/Ask/Parameters/token.$' }],
    },
    {
      name: 'a state that is no Task',
      definition: machine({ Type: 'Pass', Parameters: { 'text.$': "States.Format('{}', $$.Task.Token)" } }),
      errors: [
        {
          message: '"$$.Task.Token" exists only while a Task with ".waitForTaskToken" runs; remove this',
          at: '/States/Ask/Parameters/text.$',
        },
      ],
    },
    {
      name: 'JSONata',
      definition: jsonata('{% $states.context.Task.Token %}'),
      errors: [
        {
          message: /^"\$states\.context\.Task\.Token" exists only /,
          at: '/States/Ask/Arguments/Payload/token',
        },
      ],
    },
  ],
});
