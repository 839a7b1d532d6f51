import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const type = 'EXPRESS';
const machine = (state: object) => ({ StartAt: 'Approve', States: { Approve: { End: true, ...state } } });
const task = (Resource: string) => machine({ Type: 'Task', Resource });
const map = (ProcessorConfig: object, state: object = { Type: 'Pass' }) =>
  machine({
    Type: 'Map',
    ItemProcessor: { ProcessorConfig, StartAt: 'Inside', States: { Inside: { End: true, ...state } } },
  });
const job = { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun.sync' };
const message = (what: string, remedy: string, name = 'Approve') =>
  `"${name}" is in an Express workflow, which cannot ${what}; ${remedy}, or make the workflow Standard`;

new AslRuleTester().run('no-express-unsupported', rule, {
  valid: [
    ...[
      'arn:aws:states:::sqs:sendMessage',
      'arn:aws:lambda:us-east-1:123456789012:function:approve',
      'arn:aws:states:::http:invoke',
      'arn:aws:states:::aws-sdk:sqs:sendMessage',
      '${Resource}',
      'arn:aws:states:::glue:startJobRun${Suffix}',
      'not an ARN.sync',
    ].map((Resource) => ({ type, definition: task(Resource) }) as const),
    ...[
      'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      'arn:aws:states:::glue:startJobRun.sync',
      'arn:aws:states:us-east-1:123456789012:activity:approve',
    ].map(
      (Resource) =>
        ({ name: `in a Standard workflow: ${Resource}`, type: 'STANDARD', definition: task(Resource) }) as const,
    ),
    { name: 'without a type it is Standard', definition: machine(job) },
    { type, definition: map({ Mode: 'INLINE' }) },
    { name: 'a mode that is filled in', type, definition: map({ Mode: '${Mode}' }, job) },
    { name: 'Standard child workflows wait', definition: map({ Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, job) },
    {
      name: 'a type of child workflow that is filled in',
      definition: map({ Mode: 'DISTRIBUTED', ExecutionType: '${Type}' }, job),
    },
    { name: 'Succeed and Resource missing', type, definition: machine({ Type: 'Task' }) },
    {
      name: 'a template that says STANDARD, or only on deployment',
      filename: 'template.yaml',
      code: ['STANDARD', '!Ref Type']
        .map(
          (Type, index) => `  Orders${index}:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineType: ${Type}
      Definition:
        StartAt: Approve
        States: { Approve: { Type: Task, Resource: 'arn:aws:states:::glue:startJobRun.sync', End: true } }
`,
        )
        .join('')
        .replace(/^/, 'Resources:\n'),
    },
  ],
  invalid: [
    ...(
      [
        ['arn:aws:states:::sns:publish.waitForTaskToken', 'wait for a callback', 'drop ".waitForTaskToken"'],
        [
          'arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken',
          'wait for a callback',
          'drop ".waitForTaskToken"',
        ],
        [
          'arn:aws:states:::glue:startJobRun.sync',
          'wait for a job',
          `drop ".sync" and ask for the job's status in a loop`,
        ],
        [
          'arn:${AWS::Partition}:states:::states:startExecution.sync:2',
          'wait for a job',
          `drop ".sync:2" and ask for the job's status in a loop`,
        ],
        [
          'arn:aws:states:us-east-1:123456789012:activity:approve',
          'wait for an activity',
          'call a Lambda function or a service instead',
        ],
      ] as const
    ).map(
      ([Resource, what, remedy]) =>
        ({
          type,
          definition: task(Resource),
          errors: [{ message: message(what, remedy), at: '/States/Approve/Resource' }],
        }) as const,
    ),
    {
      name: 'a distributed Map, and what it would run',
      type,
      definition: map({ Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, job),
      errors: [
        {
          message: message('run a distributed Map', 'use the mode "INLINE"'),
          at: '/States/Approve/ItemProcessor/ProcessorConfig/Mode',
        },
        {
          message: message('wait for a job', `drop ".sync" and ask for the job's status in a loop`, 'Inside'),
          at: '/States/Approve/ItemProcessor/States/Inside/Resource',
        },
      ],
    },
    {
      name: 'Express child workflows of a Standard workflow, an inline Map in between included',
      definition: map({ Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, map({}, job).States.Approve),
      errors: [
        {
          message: message('wait for a job', `drop ".sync" and ask for the job's status in a loop`, 'Inside'),
          at: '/States/Approve/ItemProcessor/States/Inside/ItemProcessor/States/Inside/Resource',
        },
      ],
    },
    {
      name: 'in a branch',
      type,
      definition: machine({ Type: 'Parallel', Branches: [{ StartAt: 'Inside', States: { Inside: job } }] }),
      errors: [
        {
          message: message('wait for a job', `drop ".sync" and ask for the job's status in a loop`, 'Inside'),
          at: '/States/Approve/Branches[0]/States/Inside/Resource',
        },
      ],
    },
    {
      name: 'the template says EXPRESS',
      filename: 'template.yaml',
      code: `Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      Definition:
        StartAt: Approve
        States: { Approve: { Type: Task, Resource: 'arn:aws:states:::glue:startJobRun.sync', End: true } }
`,
      errors: [
        {
          message: message('wait for a job', `drop ".sync" and ask for the job's status in a loop`),
          at: '/Resources/Orders/Properties/Definition/States/Approve/Resource',
        },
      ],
    },
  ],
});
