import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const caught = (name: string) => ({
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Catch: [{ ErrorEquals: [name], Next: 'Failed' }],
      End: true,
    },
    Failed: { Type: 'Fail' },
  },
});
const fail = (more: object, machine: object = {}) => ({
  StartAt: 'Failed',
  States: { Failed: { Type: 'Fail', ...more } },
  ...machine,
});
const failing = (Parameters: object) => ({
  StartAt: 'Tell',
  States: {
    Tell: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskFailure', Parameters, End: true },
  },
});
const sent = (error: object) => failing({ 'TaskToken.$': '$.token', ...error });
const at = '/States/Work/Catch[0]/ErrorEquals[0]';

const remedy = 'choose a name without "States."';

new AslRuleTester().run('no-invented-errors', rule, {
  valid: [
    ...[
      'States.ALL',
      'States.TaskFailed',
      'States.Http.StatusCode.503',
      'States.Http.Socket',
      'StatesMissing',
      'Order.States.Bad',
      '${Error}',
      'States.${Error}',
    ].map((name) => ({ definition: caught(name) })),
    { definition: fail({ Error: 'OrderFailed' }) },
    { name: 'an error that is passed on', definition: fail({ Error: 'States.TaskFailed' }) },
    {
      name: 'an error that an expression makes',
      definition: fail({ Error: "{% 'Order.' & $states.input.error %}" }, { QueryLanguage: 'JSONata' }),
    },
    {
      name: 'an error that an expression passes on',
      definition: fail({ Error: '{% $states.input.error.Error %}' }, { QueryLanguage: 'JSONata' }),
    },
    {
      name: 'one of several that a Fail may pass on',
      definition: {
        StartAt: 'Which',
        States: {
          Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Mine' }], Default: 'Failed' },
          Mine: { Type: 'Pass', Result: { name: 'States.Mine' }, Next: 'Failed' },
          Failed: { Type: 'Fail', ErrorPath: '$.name' },
        },
      },
    },
    { name: 'the error of a task that fails', definition: sent({ Error: 'OrderCancelled' }) },
    { name: 'or that is filled in', definition: sent({ Error: '${Error}' }) },
    { name: 'not a name', definition: fail({ Error: 5 }) },
  ],
  invalid: [
    {
      name: 'a misspelt name',
      definition: caught('States.TimedOut'),
      errors: [
        {
          message:
            '"States.TimedOut" is no error of Step Functions, and names that begin with "States." are reserved for those; did you mean "States.Timeout"?',
          at,
          suggestions: [{ messageId: 'change', data: { meant: 'States.Timeout' }, output: caught('States.Timeout') }],
        },
      ],
    },
    {
      name: 'case matters',
      definition: caught('states.All'),
      errors: [
        {
          messageId: 'unknown',
          data: { name: 'states.All', remedy: 'did you mean "States.ALL"?' },
          at,
          suggestions: [{ desc: 'Change to "States.ALL"', output: caught('States.ALL') }],
        },
      ],
    },
    {
      name: 'statuses have no wildcards',
      definition: caught('States.Http.StatusCode.5xx'),
      errors: [
        {
          message:
            '"States.Http.StatusCode.5xx" is no error of Step Functions, and names that begin with "States." are reserved for those; list each status that is meant, such as "States.Http.StatusCode.503": there are no wildcards',
          at,
        },
      ],
    },
    {
      name: "an error of one's own",
      definition: fail({ Error: 'States.QuorumMet' }),
      errors: [
        {
          message:
            '"States.QuorumMet" is no error of Step Functions, and names that begin with "States." are reserved for those; choose a name without "States."',
          at: '/States/Failed/Error',
        },
      ],
    },
    {
      name: 'made by an expression',
      definition: fail({ Error: "{% 'States.' & 'OrderFailed' %}" }, { QueryLanguage: 'JSONata' }),
      errors: [{ messageId: 'unknown', data: { name: 'States.OrderFailed', remedy }, at: '/States/Failed/Error' }],
    },
    {
      name: 'made by an expression of which the beginning is known',
      definition: fail({ Error: "{% 'States.' & $states.input.code %}" }, { QueryLanguage: 'JSONata' }),
      errors: [{ messageId: 'unknown', data: { name: 'States.(...)', remedy }, at: '/States/Failed/Error' }],
    },
    {
      name: 'made by an intrinsic',
      definition: fail({ ErrorPath: "States.Format('States.{}', $.code)" }),
      errors: [{ messageId: 'unknown', data: { name: 'States.(...)', remedy }, at: '/States/Failed/ErrorPath' }],
    },
    {
      name: 'where a path leads to',
      definition: {
        StartAt: 'Mine',
        States: {
          Mine: { Type: 'Pass', Result: { name: 'States.Mine' }, Next: 'Failed' },
          Failed: { Type: 'Fail', ErrorPath: '$.name' },
        },
      },
      errors: [{ messageId: 'unknown', data: { name: 'States.Mine', remedy }, at: '/States/Failed/ErrorPath' }],
    },
    {
      name: 'sent to who waits for a task',
      definition: sent({ Error: 'States.Cancelled' }),
      errors: [
        { messageId: 'unknown', data: { name: 'States.Cancelled', remedy }, at: '/States/Tell/Parameters/Error' },
      ],
    },
    {
      name: 'in a Retrier',
      definition: {
        StartAt: 'Work',
        States: {
          Work: { Type: 'Task', Resource: '${Work}', Retry: [{ ErrorEquals: ['A', 'States.Mine'] }], End: true },
        },
      },
      errors: [{ messageId: 'unknown', at: '/States/Work/Retry[0]/ErrorEquals[1]' }],
    },
  ],
});
