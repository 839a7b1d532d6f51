import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const invoke = 'arn:aws:states:::lambda:invoke';
const retried = (names: readonly string[], more: object = {}, machine: object = {}, retrier: object = {}) => ({
  ...machine,
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource: invoke,
      Parameters: { FunctionName: 'work', 'Payload.$': '$' },
      Retry: [{ ErrorEquals: names, ...retrier }],
      End: true,
      ...more,
    },
  },
});
const after = (action: string) => ({
  StartAt: 'Make',
  States: {
    Make: { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${action}`, Next: 'Work' },
    ...retried(['Lambda.ResourceNotFoundException', 'States.Permissions']).States,
  },
});
const start = (Name: string, name: string) => ({
  Resource: 'arn:aws:states:::states:startExecution',
  Parameters: { StateMachineArn: '${Child}', 'Name.$': Name },
  Retry: [{ ErrorEquals: [name] }],
});
const jsonata = (more: object) => ({
  Parameters: undefined,
  Arguments: { FunctionName: 'work', Payload: '{% $states.input %}' },
  ...more,
});
const JSONATA = { QueryLanguage: 'JSONata' };
const at = '/States/Work/Retry[0]/ErrorEquals';

new AslRuleTester().run('no-futile-retry', rule, {
  valid: [
    { definition: retried(['States.Timeout']) },
    { definition: retried(['States.TaskFailed']) },
    { definition: retried(['Lambda.TooManyRequestsException']) },
    { name: 'beside one that passes', definition: retried(['States.DataLimitExceeded', 'Lambda.ServiceException']) },
    { name: 'never tried again', definition: retried(['States.Permissions'], {}, {}, { MaxAttempts: 0 }) },
    {
      name: 'attempts that are filled in',
      definition: retried(['States.Permissions'], {}, {}, { MaxAttempts: '${N}' }),
    },
    { name: 'a name that is filled in', definition: retried(['${Error}']) },
    { name: 'no names', definition: retried([]) },
    {
      name: 'a path into the result',
      definition: retried(['States.ParameterPathFailure'], { ResultSelector: { 'id.$': '$.Payload.id' } }),
    },
    {
      name: 'what is made of the result',
      definition: retried(
        ['States.QueryEvaluationError'],
        jsonata({ Output: '{% $states.result.Payload.id %}' }),
        JSONATA,
      ),
    },
    { name: 'a role that has just been made', definition: after('iam:putRolePolicy') },
    {
      name: 'a function that has just been made',
      definition: retried(['Lambda.ResourceNotFoundException'], {
        Resource: 'arn:aws:states:::aws-sdk:lambda:createFunction',
      }),
    },
    {
      name: 'another call in each attempt',
      definition: retried(
        [],
        start("States.Format('{}-{}', $.id, $$.State.RetryCount)", 'StepFunctions.InvalidNameException'),
      ),
    },
    { name: 'an object that may come', definition: retried(['S3.NoSuchKeyException']) },
  ],
  invalid: [
    {
      name: 'too much data',
      definition: retried(['States.DataLimitExceeded']),
      errors: [
        {
          message:
            '"Work" is tried again after "States.DataLimitExceeded", but each attempt brings as much as the one before; leave such errors to a Catch, and keep Retry for those that pass',
          at,
        },
      ],
    },
    {
      name: 'no permission',
      definition: retried(['States.Permissions']),
      errors: [{ message: /but the role of the state machine stays as it is; /, at }],
    },
    {
      name: 'a path of the input',
      definition: retried(['States.ParameterPathFailure', 'States.IntrinsicFailure']),
      errors: [
        { message: /after "States\.ParameterPathFailure" and "States\.IntrinsicFailure", but each attempt/, at },
      ],
    },
    {
      name: 'a path of the input, and one of the result that is always there',
      definition: retried(['States.ParameterPathFailure'], { ResultSelector: { 'body.$': '$.Payload' } }),
      errors: [{ messageId: 'futile', at }],
    },
    {
      name: 'JSONata of the input',
      definition: retried(['States.QueryEvaluationError'], jsonata({ Output: '{% $states.input.id %}' }), JSONATA),
      errors: [{ message: /but each attempt computes the same from the same input;/, at }],
    },
    {
      name: 'a function that does not exist, and others that only call it',
      definition: after('lambda:getFunction'),
      errors: [{ messageId: 'futile', at }],
    },
    {
      name: 'a call that is refused',
      definition: retried([], start('$.id', 'StepFunctions.InvalidNameException')),
      errors: [{ message: /but each attempt makes the same call, which is refused again;/, at }],
    },
    {
      name: 'a request that is bad',
      definition: retried(['States.Http.StatusCode.400'], { Resource: 'arn:aws:states:::http:invoke' }),
      errors: [{ messageId: 'futile', at }],
    },
    {
      name: 'the second of two',
      definition: retried([], {
        Retry: [
          { ErrorEquals: ['Lambda.ServiceException'] },
          { ErrorEquals: ['Lambda.RequestTooLargeException'], MaxAttempts: 2 },
        ],
      }),
      errors: [{ messageId: 'futile', at: '/States/Work/Retry[1]/ErrorEquals' }],
    },
  ],
});
