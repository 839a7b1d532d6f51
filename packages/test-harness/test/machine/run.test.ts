import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, run, StateMachine, type StateNames } from '../../src';

const order = {
  StartAt: 'Charge',
  States: {
    Charge: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Pack', States: { Pack: { Type: 'Pass', End: true } } },
        { StartAt: 'Bill', States: { Bill: { Type: 'Pass', End: true } } },
      ],
      End: true,
    },
  },
} as const;

test('runs a definition, and one that a machine was made of', async () => {
  const tasks = { Charge: mock.returns({ id: 1 }) };
  expect((await run(order, {}, { tasks })).path).toEqual(['Charge', 'Both', 'Pack', 'Bill']);
  expect((await run(new StateMachine(order), {}, { tasks })).output).toEqual([{ id: 1 }, { id: 1 }]);
  expect((await run(JSON.stringify(order), {}, { tasks })).status).toBe('SUCCEEDED');
});

test('a definition that was changed between two runs is compiled again', async () => {
  const definition = { StartAt: 'A', States: { A: { Type: 'Pass', Result: 1, End: true } } };
  expect((await run(definition)).output).toBe(1);
  definition.States.A.Result = 2;
  expect((await run(definition)).output).toBe(2);
});

test('the type may be given for a definition, but not for a machine that has another', async () => {
  const definition = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
  expect((await run(definition, {}, { type: 'EXPRESS' })).arn).toContain(':express:');
  await expect(run(new StateMachine(definition), {}, { type: 'EXPRESS' })).rejects.toThrow(
    'The machine is of the type STANDARD; give the type where it is made, not to "run"',
  );
});

test('a definition in a cycle is refused', async () => {
  const definition: Record<string, unknown> = { StartAt: 'A' };
  definition.States = definition;
  await expect(run(definition)).rejects.toThrow('nested more than 200 levels deep');
});

test('the compiler knows the names of the states, those of branches too', async () => {
  const names: Record<StateNames<typeof order>, true> = { Charge: true, Both: true, Pack: true, Bill: true };
  const execution = await run(order, {}, { tasks: { Charge: mock.returns(1), 'sqs:sendMessage': mock.never() } });
  expect([...execution.stateNames].sort()).toEqual(Object.keys(names).sort());
  // @ts-expect-error -- no state has that name
  execution.states('Chrage');
  // @ts-expect-error -- neither a state nor a resource has that name
  await expect(run(order, {}, { tasks: { Chrage: mock.returns(1) } })).rejects.toThrow('no state of that name');
});

describe('an imported definition', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'run-'))));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** What a transformer for test runners makes of a file. */
  function imported(definition: object): object {
    const $source = join(folder, 'imported.asl.json');
    writeFileSync($source, JSON.stringify(definition, null, 2));
    return { ...definition, $source };
  }

  test('runs, and tells what is wrong with the place in its file', async () => {
    const definition = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' } } };
    expect((await run(imported({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }))).status).toBe(
      'SUCCEEDED',
    );
    await expect(run(imported(definition))).rejects.toThrow(/imported\.asl\.json:6:15 {2}"Next" names "B"/);
  });

  test('that the test has changed is told without a place', async () => {
    const definition = imported({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
    await expect(run({ ...definition, StartAt: 'B' })).rejects.toThrow(/\n {2}\/StartAt {2}"StartAt" names "B"/);
  });

  test('has the type of the template that refers to its file', async () => {
    writeFileSync(
      join(folder, 'template.json'),
      JSON.stringify({
        Resources: {
          Quick: {
            Type: 'AWS::Serverless::StateMachine',
            Properties: { Type: 'EXPRESS', DefinitionUri: 'imported.asl.json' },
          },
        },
      }),
    );
    const execution = await run(imported({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }));
    expect(execution.arn).toContain(':express:');
  });
});
