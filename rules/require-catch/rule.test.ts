import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const call = (more: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  ...more,
});
const read = (more: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::dynamodb:getItem',
  ...more,
});
const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }];
const Failed = { Type: 'Fail' };
const parallel = (States: object, more: object = { End: true }) => ({
  Type: 'Parallel',
  Branches: [machine(States)],
  ...more,
});
const distributed = (States: object, more: object = {}) => ({
  Type: 'Map',
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...machine(States) },
  End: true,
  ...more,
});
const onlyAfterEffects = [{ onlyAfterEffects: true }] as [{ onlyAfterEffects: boolean }];

new AslRuleTester().run('require-catch', rule, {
  valid: [
    {
      name: 'a lock that has been given back does not stand',
      options: onlyAfterEffects,
      definition: machine({
        Lock: call({
          Resource: 'arn:aws:states:::dynamodb:putItem',
          Parameters: { TableName: 't', Item: { id: { S: 'a' } }, ConditionExpression: 'attribute_not_exists(id)' },
          Catch,
          Next: 'Unlock',
        }),
        Unlock: call({
          Resource: 'arn:aws:states:::dynamodb:deleteItem',
          Parameters: { TableName: 't', Key: { id: { S: 'a' } } },
          Catch,
          Next: 'Sum up',
        }),
        'Sum up': call({ End: true }),
        Failed,
      }),
    },
    {
      name: 'a compensation that is waited for',
      definition: {
        StartAt: 'Charge',
        States: {
          Charge: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund card' }],
            End: true,
          },
          'Refund card': {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: 'refund', InvocationType: 'RequestResponse' },
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
            Next: 'Failed',
          },
          Failed: { Type: 'Fail' },
        },
      },
    },
    {
      name: 'an execution that is waited for',
      definition: {
        StartAt: 'Charge',
        States: {
          Charge: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund card' }],
            End: true,
          },
          'Refund card': {
            Type: 'Task',
            Resource: 'arn:aws:states:::states:startExecution.sync:2',
            Parameters: { FunctionName: 'refund', InvocationType: '' },
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
            Next: 'Failed',
          },
          Failed: { Type: 'Fail' },
        },
      },
    },
    {
      name: 'the last resort, when a handler has failed as well',
      definition: machine({
        Charge: call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund card' }], End: true }),
        'Refund card': call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Call somebody' }], Next: 'Failed' }),
        'Call somebody': call({ Next: 'Failed' }),
        Failed,
      }),
    },
    { definition: machine({ Charge: call({ Catch, End: true }), Failed }) },
    {
      name: 'what cannot fail needs none',
      definition: machine({ Wait: { Type: 'Wait', Seconds: 1, Next: 'Done' }, Done: { Type: 'Pass', End: true } }),
    },
    {
      name: 'the Catch of a Parallel around it counts',
      definition: machine({ Both: parallel({ Charge: call() }, { Catch, End: true }), Failed }),
    },
    {
      name: 'each Task inside has one',
      definition: machine({ Each: distributed({ Charge: call({ Catch, End: true }), Failed }) }),
    },
    {
      name: 'nothing inside can fail',
      definition: machine({ Both: parallel({ Wait: { Type: 'Wait', Seconds: 1, End: true } }) }),
    },
    {
      name: 'a Map that lets all its items fail',
      definition: machine({ Each: distributed({ Charge: call() }, { ToleratedFailurePercentage: 100 }) }),
    },
    {
      name: 'what is out of reach is a finding of its own',
      definition: machine({ Done: { Type: 'Succeed' }, Charge: call() }),
    },
    {
      name: 'a Catch that is filled in',
      code: '{"StartAt":"Charge","States":{"Charge":{"Type":"Task","Catch":${Catch},"End":true}}}',
    },
    {
      name: 'a Catcher that is filled in',
      code: '{"StartAt":"Charge","States":{"Charge":{"Type":"Task","Catch":[${Catcher}],"End":true}}}',
    },
    { name: 'a state that is filled in', code: '{"StartAt":"Charge","States":{"Charge":${Charge}}}' },
    {
      name: 'only after effects: nothing was done before',
      options: onlyAfterEffects,
      definition: machine({ Load: read({ Next: 'Charge' }), Charge: call() }),
    },
    {
      name: 'only after effects: not in a handler',
      options: onlyAfterEffects,
      definition: machine({ Charge: call({ Catch, End: true }), Failed: call() }),
    },
  ],
  invalid: [
    {
      name: 'a compensation that nobody waits for',
      definition: {
        StartAt: 'Charge',
        States: {
          Charge: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund card' }],
            End: true,
          },
          'Refund card': {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: 'refund', InvocationType: 'Event' },
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
            Next: 'Failed',
          },
          Failed: { Type: 'Fail' },
        },
      },
      errors: [
        {
          message:
            '"Refund card" undoes something after a failure, but "InvocationType": "Event" does not wait for it, so no Catch sees it fail; wait for its result',
          at: '/States/Refund card',
          part: 'key',
        },
      ],
    },
    {
      name: 'an execution that nobody waits for',
      definition: {
        StartAt: 'Charge',
        States: {
          Charge: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund card' }],
            End: true,
          },
          'Refund card': {
            Type: 'Task',
            Resource: 'arn:aws:states:::states:startExecution',
            Parameters: { FunctionName: 'refund', InvocationType: '' },
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
            Next: 'Failed',
          },
          Failed: { Type: 'Fail' },
        },
      },
      errors: [{ messageId: 'unseen', at: '/States/Refund card', part: 'key' }],
    },
    {
      name: 'nothing was done before',
      definition: machine({ Load: read({ Next: 'Charge' }), Charge: call() }),
      errors: ['Load', 'Charge'].map((state) => ({
        message: `"${state}" has no Catch, and a failure ends the execution unhandled; add a Catch`,
        at: `/States/${state}`,
        part: 'key' as const,
      })),
    },
    {
      name: 'an empty Catch catches nothing',
      definition: machine({ constructor: call({ Catch: [], End: true }) }),
      errors: [
        { messageId: 'unhandled', data: { state: 'constructor', inside: '' }, at: '/States/constructor', part: 'key' },
      ],
    },
    {
      name: 'after effects, which are named in the order of the text',
      options: onlyAfterEffects,
      definition: machine({
        Charge: call({ Catch, Next: 'Reserve' }),
        Reserve: parallel({ Stock: call() }, { Catch, Next: 'Load' }),
        Load: read({ Next: 'Ship' }),
        Ship: call({ Next: 'Check' }),
        Check: { Type: 'Choice', Choices: [{ Next: 'Charge' }], Default: 'Deliver' },
        Deliver: call(),
        Failed,
      }),
      errors: [
        ['Load', '"Charge", "Reserve" and "Ship"'],
        // It is in the loop itself, but has not failed then.
        ['Ship', '"Charge" and "Reserve"'],
        ['Deliver', '"Charge", "Reserve" and "Ship"'],
      ].map(([state, earlier]) => ({
        message: `"${state}" has no Catch, and a failure leaves what ${earlier} did standing; add a Catch that leads to a state which undoes it, or tells of it`,
        at: `/States/${state}`,
        part: 'key' as const,
      })),
    },
    {
      name: 'what a function or a job did is not known, unless it is called a change',
      definition: machine({
        Segment: call({ Resource: '${SegmentFunctionArn}', Catch, Next: 'Guardar' }),
        Guardar: call({ Resource: 'arn:aws:states:::glue:startJobRun.sync', Catch, Next: 'Load' }),
        Load: call({ Resource: 'arn:aws:states:::lambda:invoke', Next: 'ProcessPayment' }),
        ProcessPayment: call({ Resource: 'arn:aws:states:::lambda:invoke', Catch, Next: 'Pack' }),
        Pack: call({ Resource: 'arn:aws:states:::lambda:invoke', Next: 'Announce' }),
        Announce: call({ Resource: 'arn:aws:states:::sns:publish' }),
        Failed,
      }),
      errors: [
        { messageId: 'unhandled', data: { state: 'Load', inside: '' }, at: '/States/Load', part: 'key' },
        {
          messageId: 'afterEffects',
          data: { state: 'Pack', inside: '', earlier: '"ProcessPayment"' },
          at: '/States/Pack',
          part: 'key',
        },
        {
          messageId: 'afterWork',
          data: { state: 'Announce', earlier: '"Segment", "Guardar" and others' },
          at: '/States/Announce',
          part: 'key',
        },
      ],
    },
    {
      name: 'what has been deleted cannot be undone, and what ends something is itself the undoing',
      definition: machine({
        'Delete report': call({ Resource: 'arn:aws:states:::dynamodb:deleteItem', Catch, Next: 'Create cluster' }),
        'Create cluster': call({ Next: 'Tear down' }),
        'Tear down': call({ Next: 'Terminate' }),
        Terminate: call({ Resource: 'arn:aws:states:::aws-sdk:ec2:terminateInstances', End: true }),
        Failed,
      }),
      errors: [
        {
          messageId: 'unhandled',
          data: { state: 'Create cluster', inside: '' },
          at: '/States/Create cluster',
          part: 'key',
        },
        ...['Tear down', 'Terminate'].map((state) => ({
          messageId: 'afterEffectsUndoing' as const,
          data: { state, inside: '' },
          at: `/States/${state}`,
          part: 'key' as const,
        })),
      ],
    },
    {
      name: 'what is stopped first and started last stays stopped where it fails between',
      options: onlyAfterEffects,
      definition: machine({
        'Stop instance': call({ Resource: 'arn:aws:states:::aws-sdk:ec2:stopInstances', Catch, Next: 'Resize' }),
        Resize: call({ Resource: 'arn:aws:states:::aws-sdk:ec2:modifyInstanceAttribute', Next: 'Start instance' }),
        'Start instance': call({ Resource: 'arn:aws:states:::aws-sdk:ec2:startInstances', Catch, End: true }),
        Failed,
      }),
      errors: [
        {
          messageId: 'afterEffects',
          data: { state: 'Resize', inside: '', earlier: '"Stop instance"', did: 'did' },
          at: '/States/Resize',
          part: 'key',
        },
      ],
    },
    {
      name: 'of many effects a few are named',
      options: onlyAfterEffects,
      definition: machine({
        ...Object.fromEntries(
          [1, 2, 3, 4, 5, 6].map((n) => [`Book ${n}`, call({ Catch, Next: n < 6 ? `Book ${n + 1}` : 'Deliver' })]),
        ),
        Deliver: call(),
        Failed,
      }),
      errors: [
        {
          message: /^"Deliver" has no Catch, and a failure leaves what "Book \d", "Book \d" and others did standing; /,
          at: '/States/Deliver',
          part: 'key',
        },
      ],
    },
    {
      name: 'a message whose answer is needed, which nothing goes on without',
      definition: machine({
        Charge: call({ Catch, Next: 'Notify shop' }),
        'Notify shop': call({ ResultPath: '$.notified', Next: 'Known?' }),
        'Known?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.notified.status', StringEquals: 'OK', Next: 'Done' }],
          Default: 'Failed',
        },
        Done: { Type: 'Succeed' },
        Failed,
      }),
      errors: [
        {
          messageId: 'afterEffects',
          data: { state: 'Notify shop', inside: '', earlier: '"Charge"' },
          at: '/States/Notify shop',
          part: 'key',
        },
      ],
    },
    {
      name: 'a message after the work, which may stand without it',
      options: onlyAfterEffects,
      definition: machine({
        Charge: call({ Catch, Next: 'Tell' }),
        Tell: parallel(
          { Mail: call({ Resource: 'arn:aws:states:::sns:publish', End: true }) },
          { Next: 'Notify shop' },
        ),
        'Notify shop': call({ Next: 'Done - Notify clerk' }),
        'Done - Notify clerk': call({ Next: 'Ship' }),
        Ship: call({ Catch, Next: 'Notify driver' }),
        'Notify driver': call({ Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true }),
        Failed,
      }),
      errors: [
        ...['Tell', 'Notify shop', 'Done - Notify clerk'].map((state) => ({
          message: `"${state}" has no Catch, and where its message cannot be sent, the execution fails after all that "Charge" did; add a Catch that goes on without it`,
          at: `/States/${state}`,
          part: 'key' as const,
        })),
        {
          // Somebody has to answer it.
          messageId: 'afterEffects',
          data: { state: 'Notify driver', inside: '', earlier: '"Charge" and "Ship"' },
          at: '/States/Notify driver',
          part: 'key',
        },
      ],
    },
    {
      name: 'what tells of a failure that a Choice or a Catch has found',
      definition: machine({
        Charge: call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Mark failed' }], Next: 'Paid?' }),
        'Paid?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.paid', BooleanEquals: true, Next: 'Ship' }],
          Default: 'Mark failed',
        },
        Ship: call({ Catch, Next: 'Shipped?' }),
        'Shipped?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.shipped', BooleanEquals: true, Next: 'Done' }],
          Default: 'Mark lost',
        },
        'Mark failed': call({ Next: 'Failed' }),
        'Mark lost': call({ Parameters: { MessageBody: 'FAILED' }, Next: 'Failed' }),
        Done: { Type: 'Succeed' },
        Failed,
      }),
      errors: [
        { messageId: 'inHandler', data: { state: 'Mark failed', inside: '' }, at: '/States/Mark failed', part: 'key' },
        { messageId: 'unhandled', data: { state: 'Mark lost', inside: '' }, at: '/States/Mark lost', part: 'key' },
      ],
    },
    {
      name: 'the first state of those that undo',
      definition: machine({
        Charge: call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund card' }], End: true }),
        'Refund card': call({ Next: 'Release stock' }),
        'Release stock': call({ Catch, Next: 'Failed' }),
        Failed,
      }),
      errors: [
        {
          message:
            '"Refund card" undoes something after a failure and has no Catch: a failure ends the execution before "Release stock"; add a Catch that leads to a state which tells of it and goes on to "Release stock"',
          at: '/States/Refund card',
          part: 'key',
        },
      ],
    },
    {
      name: 'what undoes something when another handler has failed',
      definition: machine({
        Charge: call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund card' }], End: true }),
        'Refund card': call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund by hand' }], Next: 'Failed' }),
        'Refund by hand': call({ Next: 'Failed' }),
        Failed,
      }),
      errors: [
        {
          messageId: 'inHandler',
          data: { state: 'Refund by hand', inside: '' },
          at: '/States/Refund by hand',
          part: 'key',
        },
      ],
    },
    {
      name: 'in a handler',
      definition: machine({ Charge: call({ Catch, End: true }), Failed: call() }),
      errors: [
        {
          message:
            '"Failed" handles a failure and has no Catch itself: a failure hides the first one; add a Catch that leads to a Fail state with the first error',
          at: '/States/Failed',
          part: 'key',
        },
      ],
    },
    {
      name: 'a message to those who read a channel, not one that is work for others',
      definition: machine({
        Charge: {
          Type: 'Task',
          Resource: 'arn:aws:states:::dynamodb:putItem',
          Catch,
          Next: 'SendMessagePublicChannel',
        },
        SendMessagePublicChannel: call({ Resource: 'arn:aws:states:::lambda:invoke', Next: 'Send message to queue' }),
        'Send message to queue': call(),
        Failed,
      }),
      errors: [
        {
          messageId: 'afterWork',
          data: { state: 'SendMessagePublicChannel', earlier: '"Charge"' },
          at: '/States/SendMessagePublicChannel',
          part: 'key',
        },
        {
          messageId: 'afterEffects',
          data: { state: 'Send message to queue', earlier: '"Charge"', inside: '' },
          at: '/States/Send message to queue',
          part: 'key',
        },
      ],
    },
    {
      name: 'a backup, which is made for the case that something fails',
      definition: machine({
        Save: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:dynamodb:createBackup', Catch, Next: 'Migrate' },
        Migrate: call(),
        Failed,
      }),
      errors: [{ messageId: 'unhandled', data: { state: 'Migrate', inside: '' }, at: '/States/Migrate', part: 'key' }],
    },
    ...['${aws_lambda_function.delete-ec2.arn}', 'arn:aws:lambda:us-east-1:123456789012:function:delete-ec2'].map(
      (FunctionName) => ({
        name: `what undoes it by a function of another name than the state: ${FunctionName}`,
        definition: machine({
          Create: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:ec2:runInstances', Catch, Next: 'Success' },
          Success: call({ Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName }, End: true }),
          Failed,
        }),
        errors: [{ messageId: 'afterEffectsUndoing' as const, at: '/States/Success' as const, part: 'key' as const }],
      }),
    ),
    {
      name: 'another way to the same goal, after an error that is expected',
      definition: machine({
        Create: call({ Catch: [{ ErrorEquals: ['Organizations.DuplicateException'], Next: 'Find' }], Next: 'Use' }),
        Find: call({ Next: 'Use' }),
        Use: call({ Catch, End: true }),
        Failed,
      }),
      errors: [{ messageId: 'unhandled', data: { state: 'Find', inside: '' }, at: '/States/Find', part: 'key' }],
    },
    {
      name: 'what handles an expected error and any other, or only tells of it before the end',
      definition: machine({
        Create: call({
          Catch: [
            { ErrorEquals: ['Exists'], Next: 'Clean' },
            { ErrorEquals: ['Declined'], Next: 'Record' },
            { ErrorEquals: ['States.ALL'], Next: 'Clean' },
          ],
          Next: 'Use',
        }),
        Clean: call({ Next: 'Use' }),
        Record: call({ Next: 'Tell' }),
        Use: call({ Catch, Next: 'Tell' }),
        Tell: call({ Resource: 'arn:aws:states:::sns:publish', Catch, End: true }),
        Failed,
      }),
      errors: [
        { messageId: 'inHandler', data: { state: 'Clean', inside: '' }, at: '/States/Clean', part: 'key' },
        { messageId: 'inHandler', data: { state: 'Record', inside: '' }, at: '/States/Record', part: 'key' },
      ],
    },
    {
      name: 'what can fail inside is named, unless it is caught there',
      definition: machine({
        Both: parallel({
          Caught: call({ Catch, Next: 'Each' }),
          Each: distributed({ Inside: parallel({ Deep: call() }) }),
          Failed,
        }),
      }),
      errors: [
        {
          message: '"Both" has no Catch, and a failure of "Deep" inside it ends the execution unhandled; add a Catch',
          at: '/States/Both',
          part: 'key',
        },
      ],
    },
    {
      name: 'a Map that lets some items fail',
      definition: machine({
        Each: distributed({ A: call({ Next: 'B' }), B: call() }, { ToleratedFailurePercentage: 99 }),
      }),
      errors: [
        {
          message:
            '"Each" has no Catch, and a failure of "A" or "B" inside it ends the execution unhandled; add a Catch',
          at: '/States/Each',
          part: 'key',
        },
      ],
    },
  ],
});
