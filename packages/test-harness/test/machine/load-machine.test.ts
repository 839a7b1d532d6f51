import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CoverageRecorder, loadMachine, mock, run } from '../../src';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'load-machine-'))));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: object | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

const machine = (States: object, properties: object = {}) => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: { Definition: { StartAt: Object.keys(States)[0], States }, ...properties },
});
const pass = { Type: 'Pass', End: true };

test('a machine of a template has its name and its type', async () => {
  const path = file('template.json', {
    Resources: {
      Orders: machine({ First: pass }, { StateMachineType: 'EXPRESS' }),
      Refunds: machine({ Other: pass }),
    },
  });
  const orders = loadMachine(path, 'Orders');
  expect(orders).toMatchObject({ name: 'Orders', type: 'EXPRESS' });
  expect(loadMachine(path, 'Refunds').type).toBe('STANDARD');
  expect(loadMachine(path, 'Refunds', { type: 'EXPRESS' }).type).toBe('EXPRESS');
  expect((await orders.execute({})).path).toEqual(['First']);
});

test('a Terraform definition runs, and its unknown values can be given', async () => {
  const path = file(
    'main.tf',
    `locals {
  send = {
    Type       = "Task"
    Resource   = "arn:aws:states:::sqs:sendMessage"
    Parameters = { QueueUrl = "\${aws_sqs_queue.orders.url}", "MessageBody.$" = "$" }
    End        = true
  }
}
resource "aws_sfn_state_machine" "Orders" {
  type       = "EXPRESS"
  definition = jsonencode({ StartAt = "Send", States = { Send = local.send } })
}
`,
  );
  const orders = loadMachine(path, { substitutions: { 'aws_sqs_queue.orders.url': 'the-queue' } });
  expect(orders).toMatchObject({ name: 'Orders', type: 'EXPRESS' });
  const execution = await orders.execute({ id: 1 }, { tasks: { Send: mock.returns({}) } });
  expect(execution.calls('Send')[0]!.parameters).toEqual({ QueueUrl: 'the-queue', MessageBody: { id: 1 } });
});

test('substitutions are put in over those of the template', async () => {
  const path = file(
    'sam.yaml',
    [
      'Resources:',
      '  Orders:',
      '    Type: AWS::Serverless::StateMachine',
      '    Properties:',
      '      DefinitionSubstitutions: { Queue: the-queue, Seconds: !Ref Seconds }',
      '      Definition:',
      '        StartAt: Wait',
      '        States:',
      '          Wait: { Type: Wait, Seconds: "${Seconds}", Next: Send }',
      '          Send: { Type: Task, Resource: "arn:aws:states:::sqs:sendMessage", Parameters: { QueueUrl: "${Queue}" }, End: true }',
    ]
      .join('\n')
      .replace('"${Seconds}"', '20'),
  );
  const tasks = { Send: mock.returns({}) };
  const own = await loadMachine(path).execute({}, { tasks });
  expect(own.calls('Send')[0]!.parameters).toEqual({ QueueUrl: 'the-queue' });
  const given = await loadMachine(path, 'Orders', { substitutions: { Queue: 'another' } }).execute({}, { tasks });
  expect(given.calls('Send')[0]!.parameters).toEqual({ QueueUrl: 'another' });
});

test('a placeholder without quotes becomes the number that is given', async () => {
  const path = file(
    'poll.asl.json',
    '{ "StartAt": "Wait", "States": { "Wait": { "Type": "Wait", "Seconds": ${Seconds}, "End": true } } }',
  );
  const execution = await loadMachine(path, { substitutions: { Seconds: 90 } }).execute({});
  expect(execution.duration).toBe(90);
});

test('what AWS would refuse is told with the place in the file', () => {
  const path = file('dangling.asl.json', { StartAt: 'First', States: { First: { Type: 'Pass', Next: 'Nowhere' } } });
  expect(() => loadMachine(path, { displayName: 'dangling.asl.json' })).toThrow(
    /dangling\.asl\.json:6:15 {2}"Next" names "Nowhere"/,
  );
});

test('a text that cannot be read is told with the place in the file', () => {
  const path = file('broken.asl.json', '{ "StartAt": "First",\n  "States": { }');
  expect(() => loadMachine(path, { displayName: 'broken.asl.json' })).toThrow(/broken\.asl\.json:2:\d+/);
});

describe('a file that does not say which machine', () => {
  test('names those that it has', () => {
    const path = file('two.json', { Resources: { One: machine({ A: pass }), Two: machine({ B: pass }) } });
    expect(() => loadMachine(path, { displayName: 'two.json' })).toThrow(
      '"two.json" holds 2 state machines; name one of "One", "Two"',
    );
    expect(() => loadMachine(path, 'Tow', { displayName: 'two.json' })).toThrow(
      '"two.json" holds no state machine "Tow"; did you mean "Two"? it has "One", "Two"',
    );
  });

  test('says where the CDK has them from, and takes the logical id', () => {
    const order = { ...machine({ A: pass }), Metadata: { 'aws:cdk:path': 'Shop/Order/Resource' } };
    const path = file('cdk.json', { Resources: { OrderB1C2D3: order, Two: machine({ B: pass }) } });
    expect(() => loadMachine(path, { displayName: 'cdk.json' })).toThrow(
      '"cdk.json" holds 2 state machines; name one of "OrderB1C2D3" (Shop/Order), "Two"',
    );
    expect(loadMachine(path, 'OrderB1C2D3').name).toBe('OrderB1C2D3');
  });

  test('says so when it has none', () => {
    const path = file('none.json', {});
    expect(() => loadMachine(path, { displayName: 'none.json' })).toThrow('"none.json" holds no state machine');
  });
});

describe('a contract beside the file', () => {
  const definition = { StartAt: 'First', States: { First: pass } };

  test('holds for what is loaded and for what is imported, also when a test has changed it', async () => {
    const path = file('kept.asl.json', definition);
    file('kept.contracts.json', { input: { type: 'number' } });
    const message = 'The input of the execution breaks "kept.contracts.json": it is "a", and must be number';
    await expect(loadMachine(path).execute('a')).rejects.toThrow(message);
    const imported = { ...definition, $source: path };
    await expect(run(imported, 'a')).rejects.toThrow(message);
    await expect(run({ ...imported, Comment: 'changed' }, 'a')).rejects.toThrow(message);
    expect((await run(imported, 'a', { contracts: false })).status).toBe('SUCCEEDED');
    expect((await loadMachine(path, { contracts: false }).execute('a')).status).toBe('SUCCEEDED');
    const other = loadMachine(path, { contracts: { input: { type: 'string' } } });
    expect((await other.execute('a')).status).toBe('SUCCEEDED');
  });

  test('that cannot be used is told with the place in its file', () => {
    const path = file('slip.asl.json', definition);
    file('slip.contracts.json', { tasks: { First: {} } });
    expect(() => loadMachine(path)).toThrow(
      /slip\.contracts\.json:3:5 {2}"\/tasks\/First" is a state that calls nothing/,
    );
  });
});

describe('a source', () => {
  const source = `
    export const hello = { StartAt: 'A', States: { A: { Type: 'Pass', Result: \`hi\`, End: true } } };
    new CfnStateMachine(this, 'Order', {
      stateMachineType: 'EXPRESS',
      definition: { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed', ...more } } },
    });`;

  test('names its machines by constant and by construct', async () => {
    const path = file('stack.ts', source);
    const files: Record<string, unknown> = {};
    const { observe } = new CoverageRecorder(files);
    const execution = await loadMachine(path, 'hello').execute({}, { observers: [observe] });
    expect(execution.output).toBe('hi');
    expect(files).toEqual({});
    expect(() => loadMachine(path, { displayName: 'stack.ts' })).toThrow(
      '"stack.ts" holds 2 state machines; name one of "hello", "Order"',
    );
  });

  test('a state that only its program knows is refused by name', () => {
    expect(() => loadMachine(file('stack.ts', source), 'Order')).toThrow(
      'The state "B" is only known after deployment or when its source runs, so it cannot be run; write it out, or load what the source makes of it',
    );
  });
});
