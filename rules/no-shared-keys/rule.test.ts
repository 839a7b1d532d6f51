import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const task = (call: string, Parameters: object, more: object = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${call}`,
  Parameters,
  End: true,
  ...more,
});
const machine = (name: string, state: object, more: object = {}) => ({
  ...more,
  StartAt: name,
  States: { [name]: state },
});
const start = (Parameters: object, more: object = {}) =>
  task('states:startExecution', { StateMachineArn: '${Order}', ...Parameters }, more);
const alone = (state: object) => machine('Call', state);
const each = (state: object, map: object = {}, more: object = {}) =>
  machine('Each', { Type: 'Map', ItemProcessor: machine('Call', state), End: true, ...map }, more);
const distributed = (state: object) =>
  each(state, {
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      ...machine('Call', state),
    },
  });
const jsonata = { QueryLanguage: 'JSONata' };
const called = (Name: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution',
  Arguments: { StateMachineArn: '${Order}', Name },
  End: true,
});
const startJsonata = (Name: string) => each(called(Name), {}, jsonata);
const ofExecution = { 'Name.$': '$$.Execution.Name' };
const queue = 'https://sqs.us-east-1.amazonaws.com/1/q.fifo';
const send = (MessageDeduplicationId: object, QueueUrl: object = { QueueUrl: queue }) =>
  task('sqs:sendMessage', { ...QueueUrl, MessageBody: 'x', MessageGroupId: 'g', ...MessageDeduplicationId });
const transcribe = (name: object, more: object = {}) =>
  task('aws-sdk:transcribe:startTranscriptionJob', { 'Media.$': '$.media', LanguageCode: 'en-US', ...name }, more);
const call = 'Each/ItemProcessor/States/Call';

new AslRuleTester().run('no-shared-keys', rule, {
  valid: [
    { name: 'a name of a job from the data', definition: alone(transcribe({ 'TranscriptionJobName.$': '$.id' })) },
    { name: 'a name of a job that is filled in', definition: alone(transcribe({ TranscriptionJobName: '${Job}' })) },
    {
      name: 'a job whose name is free again',
      definition: {
        StartAt: 'Transcribe',
        States: {
          Transcribe: { ...transcribe({ TranscriptionJobName: 'speech' }), End: undefined, Next: 'Delete' },
          Delete: task('aws-sdk:transcribe:deleteTranscriptionJob', { TranscriptionJobName: 'speech' }),
        },
      },
    },
    {
      name: 'a job that is meant to be made once',
      definition: alone(
        transcribe(
          { TranscriptionJobName: 'speech' },
          { Catch: [{ ErrorEquals: ['Transcribe.ConflictException'], Next: 'Call' }] },
        ),
      ),
    },
    {
      name: 'what all executions create together',
      definition: alone(task('sagemaker:createModel', { ModelName: 'best', ExecutionRoleArn: '${Role}' })),
    },
    { name: 'one call in each execution', definition: alone(start(ofExecution)) },
    ...[
      '$.id',
      '$name',
      '$$.Map.Item.Index',
      '$$',
      "States.Format('{}-{}', $$.Execution.Name, $.id)",
      'States.UUID()',
      '$$.State.EnteredTime',
    ].map((path) => ({ name: path, definition: each(start({ 'Name.$': path })) })),
    ...[
      '{% $states.input.id %}',
      '{% $name %}',
      "{% $states.context.Execution.Name & '-' & $string($states.context.Map.Item.Index) %}",
      '{% $states.context.Execution.Name & $suffix %}',
      '{% $uuid() %}',
      '{% $string($states.context) %}',
      "{% '${Prefix}' & $states.context.Execution.Name %}",
      '{% id %}',
    ].map((name) => ({ name, definition: startJsonata(name) })),
    { name: 'no key at all', definition: each(start({})) },
    { name: 'what is filled in', definition: alone(start({ Name: '${Name}' })) },
    { name: 'a path that is taken for text', definition: alone(start({ Name: '$.name' })) },
    { name: 'items with executions of their own', definition: distributed(start(ofExecution)) },
    {
      name: 'another state machine each time',
      definition: each(task('states:startExecution', { 'StateMachineArn.$': '$.arn', ...ofExecution })),
    },
    {
      name: 'another queue each time',
      definition: each(send({ 'MessageDeduplicationId.$': '$$.Execution.Name' }, { 'QueueUrl.$': '$.queue' })),
    },
    {
      name: 'another account each time',
      definition: each(transcribe({ TranscriptionJobName: 'it' }, { Credentials: { 'RoleArn.$': '$.role' } })),
    },
    {
      name: 'a second call is foreseen',
      definition: alone(
        start(
          { Name: 'once' },
          { Catch: [{ ErrorEquals: ['StepFunctions.ExecutionAlreadyExistsException'], Next: 'Call' }] },
        ),
      ),
    },
    {
      name: 'what all executions create together',
      definition: alone(task('aws-sdk:fis:createExperimentTemplate', { Description: 'Stop', ClientToken: 'stop' })),
    },
    { name: 'a call that recognises no repetition', definition: each(task('batch:submitJob', { JobName: 'it' })) },
  ],
  invalid: [
    {
      name: 'every item starts the execution of one name',
      definition: each(start(ofExecution), { ItemsPath: '$.orders' }),
      errors: [
        {
          message:
            '"Call" gives the call of each item of "Each" the same "Name", so that the calls after the first are refused, or taken for its repetition; make it from the item as well, such as its index',
          at: `/States/${call}/Parameters/Name.$`,
        },
      ],
    },
    ...['$$.Execution.Input.id', "States.Format('{}-{}', $$.StateMachine.Name, $$.Execution.Name)"].map((path) => ({
      name: path,
      definition: each(start({ 'Name.$': path })),
      errors: [{ messageId: 'items', at: `/States/${call}/Parameters/Name.$` }] as const,
    })),
    ...[
      '{% $states.context.Execution.Name %}',
      "{% $states.context.State.Name & '-' & $states . context.Execution.Input.id %}",
      "{% 'it' %}",
    ].map((name) => ({
      name,
      definition: startJsonata(name),
      errors: [{ messageId: 'items', at: `/States/${call}/Arguments/Name` }] as const,
    })),
    {
      name: 'a message that is sent for the first item only',
      definition: each(send({ 'MessageDeduplicationId.$': '$$.Execution.Id' })),
      errors: [{ messageId: 'items', at: `/States/${call}/Parameters/MessageDeduplicationId.$` }],
    },
    {
      name: 'a name that is created once',
      definition: each(transcribe({ 'TranscriptionJobName.$': '$$.Execution.Name' })),
      errors: [{ messageId: 'items', at: `/States/${call}/Parameters/TranscriptionJobName.$` }],
    },
    ...(
      [
        [transcribe({ TranscriptionJobName: 'speech' }), 'TranscriptionJobName'],
        [task('sagemaker:createTrainingJob.sync', { TrainingJobName: 'train', RoleArn: '${Role}' }), 'TrainingJobName'],
      ] as const
    ).map(([state, key]) => ({
      name: `a name of a job that is written out: ${key}`,
      definition: alone(state),
      errors: [
        {
          message: new RegExp(
            `^"Call" gives its call the same "${key}" in every execution, so that the calls after the first are refused`,
          ),
          at: `/States/Call/Parameters/${key}`,
        },
      ],
    })),
    {
      name: 'a token that is written out',
      definition: alone(start({ Name: 'nightly' })),
      errors: [
        {
          message:
            '"Call" gives its call the same "Name" in every execution, so that the calls after the first are refused, or taken for its repetition; make it from the input or from the Id of the execution',
          at: '/States/Call/Parameters/Name',
        },
      ],
    },
    {
      name: 'and in the items of a distributed Map',
      definition: distributed(start({ 'Name.$': '$$.StateMachine.Name' })),
      errors: [{ messageId: 'executions', at: `/States/${call}/Parameters/Name.$` }],
    },
  ],
});
