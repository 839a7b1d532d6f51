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
/** A job that Step Functions waits for, and that is started again when it has failed. */
const job = (action: string, Parameters: object, Retry: object[] = [{ ErrorEquals: ['States.ALL'] }]) =>
  retried([], { Resource: `arn:aws:states:::${action}`, Parameters, Retry });
const train = (name: object, action = 'createTrainingJob.sync', Retry?: object[]) =>
  job(`sagemaker:${action}`, { RoleArn: '${Role}', ...name }, Retry);
/** The job in the only branch of a Parallel, or in a Map, that is tried again. */
const inside = (job: object, holder: object = {}, more: object = {}) => ({
  StartAt: 'All',
  States: {
    All: {
      Type: 'Parallel',
      Branches: [{ StartAt: 'Work', States: { Work: { Type: 'Task', ...job, End: true }, ...more } }],
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      End: true,
      ...holder,
    },
  },
});
const training = (name: object, more: object = {}) => ({
  Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
  Parameters: { RoleArn: '${Role}', ...name },
  ...more,
});
const byExecution = { 'TrainingJobName.$': '$$.Execution.Name' };
const inMap = (job: object, holder: object = {}) => {
  const { States } = inside(job);
  const { Branches, ...all } = States.All;
  return { StartAt: 'All', States: { All: { ...all, Type: 'Map', ItemProcessor: Branches[0], ...holder } } };
};
const named = { 'TrainingJobName.$': '$.job' };
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
    ...[
      train({ 'TrainingJobName.$': "States.Format('{}-{}', $.job, $$.State.RetryCount)" }),
      train({ 'TrainingJobName.$': 'States.UUID()' }),
      train({ TrainingJobName: '${Job}' }),
      train(named, 'createTrainingJob'),
      train(named, undefined, [{ ErrorEquals: ['SageMaker.AmazonSageMakerException'] }]),
      train(named, undefined, [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }]),
      train(named, undefined, [{ ErrorEquals: ['${Errors}'] }, { ErrorEquals: ['States.ALL'] }]),
      train(named, undefined, [
        { ErrorEquals: ['States.TaskFailed'], MaxAttempts: 0 },
        { ErrorEquals: ['States.ALL'] },
      ]),
      job('glue:startJobRun.sync', { JobName: 'load' }),
      job('states:startExecution.sync:2', { StateMachineArn: '${Child}' }),
      job('codebuild:startBuild.sync', { ProjectName: 'site', 'IdempotencyToken.$': '$.build' }),
      job('eks:runJob.sync', { ClusterName: 'c', Job: { metadata: { name: 'load' } } }),
      job('eks:deleteCluster.sync', { Name: 'c' }),
    ].map((definition) => ({ name: 'a job that may be started again when it has failed', definition })),
    ...[
      inside(training({ 'TrainingJobName.$': 'States.UUID()' })),
      inside(training(byExecution), { Retry: [{ ErrorEquals: ['States.Timeout'] }] }),
      inside(training(byExecution), { Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }] }),
      inside(
        training(byExecution, { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }] }),
        {},
        { Failed: { Type: 'Succeed' } },
      ),
      inMap(training({ 'TrainingJobName.$': '$.job' }), { ItemSelector: { 'job.$': 'States.UUID()' } }),
      inside(training({ 'TrainingJobName.$': '$.job' }), {
        Branches: [
          {
            StartAt: 'Name',
            States: {
              Name: { Type: 'Pass', Parameters: { 'job.$': 'States.UUID()' }, Next: 'Work' },
              Work: { Type: 'Task', ...training({ 'TrainingJobName.$': '$.job' }), End: true },
            },
          },
        ],
      }),
    ].map((definition) => ({ name: 'a job in what is tried again, that may be started again', definition })),
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
      name: 'the failed job has the name',
      definition: train(named),
      errors: [
        {
          message:
            '"Work" starts its job again after "States.ALL", but the one that has failed keeps its "TrainingJobName", which is the same in each attempt: a second call with the same "TrainingJobName" fails with ResourceInUse; make "TrainingJobName" of $$.State.RetryCount, too, or leave a failed job to a Catch',
          at: `${at}[0]`,
        },
      ],
    },
    {
      name: 'the failed execution has the name',
      definition: job('states:startExecution.sync:2', { StateMachineArn: '${Child}', 'Name.$': '$$.Execution.Name' }, [
        { ErrorEquals: ['Sfn.SdkClientException'] },
        { ErrorEquals: ['States.Timeout', 'States.TaskFailed'] },
      ]),
      errors: [
        {
          message: /a second call with the same "Name" fails with ExecutionAlreadyExistsException; /,
          at: '/States/Work/Retry[1]/ErrorEquals[1]',
        },
      ],
    },
    {
      name: 'the token stands for the failed query, in JSONata',
      definition: retried(
        [],
        jsonata({
          Resource: 'arn:aws:states:::athena:startQueryExecution.sync',
          Arguments: { QueryString: 'SELECT 1', ClientRequestToken: '{% $states.context.Execution.Name %}' },
          Retry: [{ ErrorEquals: ['States.ALL'] }],
        }),
        JSONATA,
      ),
      errors: [
        {
          message:
            /: a second call with the same "ClientRequestToken" is answered with the first query; make "ClientRequestToken" of \$states\.context\.State\.RetryCount, too, /,
          at: `${at}[0]`,
        },
      ],
    },
    {
      name: 'the whole is tried again',
      definition: inside(training(byExecution)),
      errors: [
        {
          message:
            '"All" is tried again after "States.ALL", and "Work" in it starts its job again, but the one before keeps its "TrainingJobName", which is the same in each attempt: a second call with the same "TrainingJobName" fails with ResourceInUse; make "TrainingJobName" of States.UUID(), too, or leave a failed job to a Catch',
          at: '/States/All/Retry[0]/ErrorEquals[0]',
        },
      ],
    },
    ...[
      inMap(training({ 'TrainingJobName.$': '$.job' })),
      inMap(training({ 'TrainingJobName.$': "States.Format('{}-{}', $$.Execution.Name, $$.Map.Item.Index)" })),
      inMap(training({ 'TrainingJobName.$': '$.job' }), { ItemSelector: { 'job.$': '$$.Map.Item.Value' } }),
      inside(
        training(
          { 'TrainingJobName.$': '$.job' },
          { Retry: [{ ErrorEquals: ['SageMaker.AmazonSageMakerException'] }] },
        ),
      ),
    ].map((definition) => ({
      name: 'a name that each attempt of the whole gives again',
      definition,
      errors: [{ messageId: 'inside', at: '/States/All/Retry[0]/ErrorEquals[0]' }] as const,
    })),
    {
      name: 'the token stands for the failed task',
      definition: job('ecs:runTask.sync', { TaskDefinition: 't', 'ClientToken.$': '$$.Execution.Name' }),
      errors: [
        { message: /a second call with the same "ClientToken" is answered with the first task; /, at: `${at}[0]` },
      ],
    },
    {
      name: 'the failed cluster has the name',
      definition: job('eks:createCluster.sync', { Name: 'c', RoleArn: '${Role}' }),
      errors: [{ messageId: 'job', at: `${at}[0]` }],
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
