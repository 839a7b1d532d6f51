import { changesBefore, effectsBefore, hasEffect } from '../../../src/analysis';
import { call, choice, machineOf, namesOf, pass, succeed } from '../machines';

const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }];
const Failed = { Type: 'Fail' };

test.each([
  ['a call that reads', call('dynamodb:getItem'), false],
  ['a call that writes', call('sqs:sendMessage'), true],
  ['a call of a model', call('bedrock:invokeModel'), false],
  ['a message', call('sns:publish'), false],
  ['a Lambda function', { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' }, true],
  ['a Resource that is filled in', { Type: 'Task', Resource: '${Resource}' }, true],
  ['a Pass', pass('A'), false],
  [
    'a read in a branch',
    { Type: 'Parallel', Branches: [{ StartAt: 'B', States: { B: call('dynamodb:getItem') } }] },
    false,
  ],
  [
    'a write in a branch',
    { Type: 'Parallel', Branches: [{ StartAt: 'B', States: { B: call('sqs:sendMessage') } }] },
    true,
  ],
])('hasEffect of %s', (_, definition, expected) => {
  expect(hasEffect(machineOf({ A: definition }).states[0]!)).toBe(expected);
});

test.each([
  ['Check stock', false],
  ['getOrder', false],
  ['is-valid', false],
  ['Wait until deleted', false],
  ['Extract text', false],
  ['getuserlist', false],
  ['checkstatus2', false],
  ['StandardCheck1', false],
  ['Lambda Invoke to check status', false],
  ['2. ValidateOrderFunction', false],
  ['TaskStatusChecker', false],
  ['Fraud detection', false],
  ['InvokeModel', false],
  ['Collect findings', false],
  ['Collect payment', true],
  ['Report: workflow started', false],
  ['ReportGenerator', true],
  ['CpuAlerts', true],
  ['Train model', true],
  ['Order email', false],
  ['Agent 4: Generate Email', true],
  ['MailTemplate', true],
  ['Check out', true],
  ['checkoutorder', true],
  ['cancelorder', true],
  ['Find or create user', true],
  ['ParseAndScore', false],
  ['Store validation', true],
  ['Getaway', true],
  ['findings', true],
  ['Lambda function', true],
  ['Charge', true],
])('hasEffect of a function called by "%s"', (name, expected) => {
  expect(hasEffect(machineOf({ [name]: call('lambda:invoke') }).states[0]!)).toBe(expected);
});

test.each([
  ['Describe DB Snapshots', false],
  ['Restore DB Snapshot', true],
])('hasEffect of "%s", whose Resource is filled in', (name, expected) => {
  const state = { Type: 'Task', Resource: '${DescribeFunctionArn}' };
  expect(hasEffect(machineOf({ [name]: state }).states[0]!)).toBe(expected);
});

test.each(['lambda:invoke.waitForTaskToken', 'states:startExecution.sync'])('hasEffect of %s by its name', (action) => {
  const machine = machineOf({ WaitSnapshots: call(action, { Next: 'Scale' }), Scale: call(action) });
  expect(machine.states.map(hasEffect)).toEqual([false, true]);
});

test('a name does not make a message a read', () => {
  expect(hasEffect(machineOf({ 'Check stock': call('sqs:sendMessage') }).states[0]!)).toBe(true);
});

describe('effectsBefore', () => {
  const effects = (states: Record<string, object>) => {
    const machine = machineOf(states);
    return Object.fromEntries(machine.states.map((state) => [state.name, namesOf(effectsBefore(machine)(state))]));
  };

  test('names the effects of the ways that lead to a state', () => {
    expect(
      effects({
        Load: call('dynamodb:getItem', { Next: 'Which?' }),
        'Which?': choice('Pack', 'Print'),
        Pack: call('sqs:sendMessage', { Next: 'Join' }),
        Print: call('sqs:sendMessage', { Next: 'Join' }),
        Join: pass('Ship'),
        Ship: call('sqs:sendMessage', { Next: 'Done' }),
        Done: succeed,
      }),
    ).toEqual({
      Load: [],
      'Which?': [],
      Pack: [],
      Print: [],
      Join: ['Pack', 'Print'],
      Ship: ['Pack', 'Print'],
      Done: ['Pack', 'Print', 'Ship'],
    });
  });

  test('in a loop each state comes before each other one, and not before itself', () => {
    expect(effects({ A: call('sqs:sendMessage', { Next: 'B' }), B: call('sqs:sendMessage', { Next: 'A' }) })).toEqual({
      A: ['B'],
      B: ['A'],
    });
  });

  test('what only runs after a failure is not counted', () => {
    const before = effects({
      Charge: call('sqs:sendMessage', { Catch, Next: 'Done' }),
      Done: succeed,
      Failed: call('sns:publish', { Next: 'Tell' }),
      Tell: Failed,
    });
    expect(before).toEqual({ Charge: [], Done: ['Charge'], Failed: ['Charge'], Tell: ['Charge'] });
  });

  test('what has failed is not done where the execution also comes to without a failure', () => {
    const before = effects({
      Order: call('sqs:sendMessage', { Next: 'Which?' }),
      'Which?': choice('Charge', 'Refuse'),
      Charge: call('sqs:sendMessage', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Undo' }], Next: 'Done' }),
      Undo: call('sqs:deleteMessage', { Next: 'Refuse' }),
      Refuse: call('sqs:sendMessage', { Next: 'Done' }),
      Done: succeed,
    });
    expect(before.Undo).toEqual(['Order', 'Charge']);
    expect(before.Refuse).toEqual(['Order']);
  });

  test('what has been created and deleted leaves nothing', () => {
    const before = effects({
      Create: call('emr-containers:createVirtualCluster', { Next: 'Run' }),
      Run: call('emr-containers:startJobRun.sync', { Next: 'Delete' }),
      Delete: call('emr-containers:deleteVirtualCluster.sync', { Catch, Next: 'Tell' }),
      Tell: call('sns:publish', { Next: 'Done' }),
      Done: succeed,
      Failed,
    });
    expect(before.Delete).toEqual(['Create', 'Run']);
    expect(before.Failed).toEqual(['Create', 'Run', 'Delete']);
    expect(before.Tell).toEqual(['Run']);
    expect(before.Done).toEqual(['Run']);
  });

  test('to delete something else leaves what has been created', () => {
    const before = effects({
      Create: call('aws-sdk:ec2:createVolume', { Next: 'Delete' }),
      Delete: call('aws-sdk:ec2:deleteSnapshot', { Next: 'Done' }),
      Done: succeed,
    });
    expect(before.Done).toEqual(['Create', 'Delete']);
  });

  test('what only tells leaves nothing to undo', () => {
    const notify = { Type: 'Parallel', Branches: [{ StartAt: 'B', States: { B: call('sns:publish') } }] };
    const before = effects({
      Mail: call('aws-sdk:sesv2:sendEmail', { Next: 'Topic' }),
      Topic: { ...notify, Next: 'Notify customer' },
      'Notify customer': call('lambda:invoke', { Next: 'OrderNotification' }),
      OrderNotification: call('sqs:sendMessage', { Next: 'SendApprovalEmail' }),
      SendApprovalEmail: call('http:invoke', { Next: 'UserApproval' }),
      UserApproval: call('lambda:invoke.waitForTaskToken', { Next: 'Send order' }),
      'Send order': call('sqs:sendMessage', { Next: 'Create notification' }),
      'Create notification': call('lambda:invoke', { Next: 'Notify table' }),
      'Notify table': call('dynamodb:putItem', { Next: 'Approve order' }),
      'Approve order': call('lambda:invoke', { Next: 'Done' }),
      Done: succeed,
    });
    expect(before.Done).toEqual(['Send order', 'Create notification', 'Notify table', 'Approve order']);
  });

  test('what cannot be reached is not counted', () => {
    expect(effects({ Ship: succeed, Lost: call('sqs:sendMessage', { Next: 'Ship' }) })).toEqual({ Ship: [], Lost: [] });
  });

  test('of 5,000 effects in a chain some are enough', () => {
    const chain = Array.from({ length: 5_000 }, (_, index): [string, object] => [
      `S${index}`,
      call('sqs:sendMessage', { Next: `S${index + 1}` }),
    ]);
    const before = effects({ ...Object.fromEntries(chain), S5000: succeed });
    expect(before.S3).toEqual(['S0', 'S1', 'S2']);
    expect(before.S5000!.length).toBeGreaterThanOrEqual(4);
    expect(before.S5000!.length).toBeLessThan(10);
  });
});

test.each([
  ['dynamodb:putItem', 'A', true],
  ['dynamodb:getItem', 'Create order', false],
  ['sns:publish', 'Create order', false],
  ['lambda:invoke', 'Charge card', true],
  ['lambda:invoke', 'ProcessPayment', true],
  ['lambda:invoke', 'Find or create user', true],
  ['lambda:invoke', 'Lambda Invoke', false],
  ['lambda:invoke', 'Interpret data', false],
  ['lambda:invoke', 'Validate payment', false],
  ['lambda:invoke', 'Check stock', false],
  ['glue:startJobRun.sync', 'Clean', false],
  ['glue:startJobRun.sync', 'Load', false],
  ['athena:startQueryExecution.sync', 'Insert rows', true],
  ['http:invoke', 'Call Stripe', false],
  ['aws-sdk:ec2:createVolume', 'A', true],
  ['aws-sdk:ssm:sendCommand', 'A', false],
  ['aws-sdk:sqs:receiveMessage', 'A', false],
  ['aws-sdk:glue:startCrawler', 'A', false],
  ['aws-sdk:rekognition:startSegmentDetection', 'A', false],
  ['aws-sdk:lookoutvision:startModel', 'A', true],
  ['dynamodb:deleteItem', 'A', false],
  ['lambda:invoke', 'Remove special characters', false],
])('changesBefore after %s by "%s"', (action, name, expected) => {
  const machine = machineOf({ [name]: call(action, { Next: 'End' }), End: succeed });
  expect(namesOf(changesBefore(machine)(machine.states[1]!))).toEqual(expected ? [name] : []);
});
