import { InvalidDefinitionError, mock, StateMachine } from '../../src';
import { lambda, machineOf, run } from '../support';

describe('construction', () => {
  const definition = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
  test.each([
    ['an object', definition],
    ['JSON', JSON.stringify(definition)],
    ['YAML', 'StartAt: P\nStates:\n  P:\n    Type: Pass\n    End: true\n'],
  ])('from %s', async (_, source) => {
    expect((await new StateMachine(source).execute(5)).output).toBe(5);
  });

  test('a second document of YAML is not passed over', () => {
    const text = 'StartAt: P\nStates:\n  P: { Type: Succeed }\n';
    expect(() => new StateMachine(`${text}---\n${text}`, { file: 'flow.yaml' })).toThrow(
      /flow\.yaml:4:1.*Another YAML document begins here, and a definition is read of one/s,
    );
    expect(() => new StateMachine(`---\n${text}...\n`)).not.toThrow();
  });

  test('throws all problems, with their places', () => {
    const text =
      '{\n  "StartAt": "A",\n  "States": {\n    "B": { "Type": "Pas", "End": true },\n    "C": { "Type": "Wait", "End": true }\n  }\n}';
    let error: unknown;
    try {
      new StateMachine(text, { file: 'flow.asl.json' });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InvalidDefinitionError);
    const { name, message, problems } = error as InvalidDefinitionError;
    expect(name).toBe('InvalidDefinition');
    expect(message).toContain("Invalid State Machine Definition: '");
    expect(message).toContain('flow.asl.json:4:');
    expect(problems.map(({ line }) => line)).toEqual(expect.arrayContaining([2, 4, 5]));
  });

  test.each([
    ['no JSON at all', '{"StartAt": '],
    ['a text that is no object', '"hello"'],
    [
      'what Express does not have',
      { StartAt: 'T', States: { T: { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun.sync', End: true } } },
    ],
  ])('refuses %s', (_, source) => {
    expect(() => new StateMachine(source, { type: 'EXPRESS' })).toThrow(InvalidDefinitionError);
  });

  test('a type that does not exist', () => {
    expect(() => new StateMachine(definition, { type: 'FAST' as never })).toThrow(
      '"type" is "FAST"; use "STANDARD" or "EXPRESS"',
    );
  });
});

describe('what the context object says', () => {
  const whole = { P: { Type: 'Pass', InputPath: '$$', End: true } };
  const options = {
    startTime: new Date('2025-03-01T10:00:00.250Z'),
    roleArn: 'arn:aws:iam::999999999999:role/r',
    region: 'eu-west-1',
  };

  test('of a Standard execution', async () => {
    const execution = await machineOf(whole, { ...options, name: 'orders' }).execute(
      { a: 1 },
      { ...options, name: 'run' },
    );
    const arn = 'arn:aws:states:eu-west-1:999999999999';
    expect(execution.output).toEqual({
      Execution: {
        Id: `${arn}:execution:orders:run`,
        Input: { a: 1 },
        StartTime: '2025-03-01T10:00:00.250Z',
        Name: 'run',
        RoleArn: options.roleArn,
        RedriveCount: 0,
      },
      StateMachine: { Id: `${arn}:stateMachine:orders`, Name: 'orders' },
      State: { Name: 'P', EnteredTime: '2025-03-01T10:00:00.250Z' },
    });
  });

  test('of an Express execution', async () => {
    const execution = await run(whole, {}, { type: 'EXPRESS' });
    const { Execution } = execution.output as { Execution: Record<string, unknown> };
    expect(Execution).not.toHaveProperty('RedriveCount');
    expect(Execution.Id).toMatch(/:express:StateMachine:[0-9a-f-]{36}:[0-9a-f-]{36}$/);
  });
});

test('the machine may have a timeout, which nobody catches', async () => {
  const execution = await run(
    {
      T: { Type: 'Task', Resource: lambda, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }], End: true },
      C: { Type: 'Succeed' },
    },
    {},
    { top: { TimeoutSeconds: 30 }, tasks: { T: mock.never() } },
  );
  expect([execution.status, execution.duration]).toEqual(['TIMED_OUT', 30]);
  expect(execution.history.at(-1)!.type).toBe('ExecutionTimedOut');
});

describe('loops without end', () => {
  const loop = {
    A: { Type: 'Pass', Next: 'C' },
    C: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'Z' }], Default: 'A' },
    Z: { Type: 'Succeed' },
  };

  test('a Standard execution fails at 25 000 events', async () => {
    const execution = await run(loop);
    expect([execution.status, execution.history.length]).toEqual(['FAILED', 25_000]);
    expect(execution.cause).toBe('The execution reached the maximum number of history events (25000).');
  });

  test('an Express execution is given up', async () => {
    await expect(run(loop, {}, { type: 'EXPRESS', runawayLimit: 1000 })).rejects.toThrow(
      /has recorded 1000 events, the last of them in the state "[AC]", and does not end; give its loop a way out/,
    );
  });
});

test('an input of more than 256 KiB is refused', async () => {
  await expect(run({ P: { Type: 'Pass', End: true } }, 'x'.repeat(262_145))).rejects.toMatchObject({
    name: 'InvalidExecutionInput',
  });
});

test.each(['', 'a b', 'a/b', 'x'.repeat(81)])('the name "%s" is refused', async (name) => {
  const states = { P: { Type: 'Pass', End: true } };
  expect(() => machineOf(states, { name })).toThrow(expect.objectContaining({ name: 'InvalidName' }) as Error);
  await expect(machineOf(states).execute({}, { name })).rejects.toThrow(/name the execution with 1 to 80 characters/);
});

test('observers are told of every event when it happens', async () => {
  const seen: string[] = [];
  await run({ P: { Type: 'Pass', End: true } }, {}, { observers: [({ type }) => seen.push(type)] });
  expect(seen).toEqual(['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded']);
});

test('executions at once do not disturb each other', async () => {
  const machine = machineOf({
    W: { Type: 'Wait', SecondsPath: '$', Next: 'T' },
    T: { Type: 'Task', Resource: lambda, End: true },
  });
  const executions = await Promise.all(
    Array.from({ length: 100 }, (_, seconds) =>
      machine.execute(seconds, { tasks: { T: (call: { parameters: unknown }) => call.parameters } }),
    ),
  );
  expect(executions.map(({ output, duration }) => [output, duration])).toEqual(
    executions.map((_, seconds) => [seconds, seconds]),
  );
});
