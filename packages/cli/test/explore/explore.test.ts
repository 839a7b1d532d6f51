import { Workspace, type Outcome } from '../run';

const order = {
  StartAt: 'Route',
  States: {
    Route: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.total', NumericGreaterThan: 0, Next: 'Charge' },
        { Variable: '$.total', NumericLessThan: 0, Next: 'Refund' },
      ],
    },
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Failed' }],
      End: true,
    },
    Refund: { Type: 'Pass', End: true },
    Failed: { Type: 'Fail' },
  },
};
const schema = { type: 'object', properties: { total: { type: 'integer', minimum: 1 } }, required: ['total'] };

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace().write({
    'order.asl.json': order,
    'sound.asl.json': { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } },
    'order.schema.json': schema,
  });
});
afterEach(() => {
  workspace.remove();
});

const explore = (...argv: readonly string[]): Promise<Outcome> => workspace.run(['explore', ...argv, '--runs', '200']);

test('what was reached, what was not and why, and what breaks', async () => {
  const { code, stdout, stderr } = await explore('order.asl.json');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(
    stdout
      .replace(/\d\.\d s/, '0.1 s')
      .split('\n')
      .slice(0, 5),
  ).toEqual([
    'states 3/4   transitions 2/3   choice rules 2/2   catchers 0/1   retriers 0/0   (200 runs, 0.1 s, seed 42)',
    'unreached  "Failed": only "Charge" leads to it',
    'unreached  "Charge" -> "Failed": needs the error States.Timeout from "Charge" (no TimeoutSeconds)',
    expect.stringMatching(/^BREAKS {5}States\.NoChoiceMatched in "Route" \(shrunk from \d+ characters\)$/),
    "           No choice of the state 'Route' matched, and it has no Default.",
  ]);
  expect(stdout).toContain('input: {"total":0}\n');
});

test('what must hold, too', async () => {
  const { code, stdout } = await explore('order.asl.json', '--check', 'handles-failures', 'order-independent');
  expect(code).toBe(1);
  expect(stdout).toContain('BREAKS     Lambda.TooManyRequestsException of "Charge" is not handled');
  const unknown = await explore('order.asl.json', '--check', 'all');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain(
    "argument 'all' is invalid. Allowed choices are handles-failures, compensates, loses-no-items, order-independent.",
  );
  const untold = await explore('sound.asl.json', '--check', 'compensates');
  expect(untold.code).toBe(2);
  expect(untold.stderr).toContain('No name of a state tells what it undoes');
});

test('nothing breaks', async () => {
  const { code, stdout } = await explore('sound.asl.json');
  expect(code).toBe(0);
  expect(stdout).toMatch(/\nNothing breaks\.\n$/);
  expect((await explore('order.asl.json', '--input-schema', 'order.schema.json')).code).toBe(0);
});

test('the same seed explores the same', async () => {
  const [one, other, third] = await Promise.all(
    ['7', '7', '8'].map(async (seed) => (await explore('order.asl.json', '--seed', seed, '--format', 'json')).stdout),
  );
  const withoutTime = (text: string): string => text.replace(/"seconds": [\d.]+/, '');
  expect(withoutTime(one!)).toBe(withoutTime(other!));
  expect(withoutTime(one!)).not.toBe(withoutTime(third!));
});

test('JSON for a program', async () => {
  const { stdout } = await explore('order.asl.json', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({
    name: 'order',
    runs: 200,
    states: { reached: 3, total: 4 },
    breaks: [{ title: 'States.NoChoiceMatched in "Route"', input: { total: 0 }, execution: { path: ['Route'] } }],
  });
});

test('JUnit for a CI server', async () => {
  const { stdout } = await explore('order.asl.json', '--format', 'junit');
  expect(stdout).toContain('<testcase classname="order.asl.json" name="States.NoChoiceMatched in &quot;Route&quot;"');
  expect((await explore('sound.asl.json', '--format', 'junit')).stdout).toContain(
    'nothing breaks in 200 runs, seed 42',
  );
});

test('a jest test of each break', async () => {
  const { stdout } = await explore('order.asl.json', '--emit', 'jest');
  expect(stdout).toContain('const machine = loadMachine("order.asl.json");');
  expect(stdout).toContain(
    'test("States.NoChoiceMatched in \\"Route\\"", async () => {\n    const input = {"total":0};',
  );
  expect(stdout).toContain('"error":"States.NoChoiceMatched"');
  expect(stdout).toContain('test("\\"Route\\" -> \\"Refund\\"", async () => {');
});

describe('bad input', () => {
  test.each([
    [['nowhere.asl.json'], '"nowhere.asl.json" does not exist'],
    [['order.asl.json', '--input-schema', 'nowhere.json'], '"nowhere.json" does not exist'],
    [['order.asl.json', '--runs', '0'], 'Give a whole number, 1 or greater'],
    [['order.asl.json', '--seed', 'x'], 'Give a whole number, 0 or greater'],
    [['order.asl.json', '--emit', 'jest', '--format', 'json'], 'cannot be used with'],
  ])('%j', async (argv, message) => {
    const { code, stderr } = await workspace.run(['explore', ...argv]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a schema that is none', async () => {
    workspace.write({ 'a.json': '5', 'b.json': '{', 'c.json': { type: 'nothing' } });
    expect((await explore('order.asl.json', '--input-schema', 'a.json')).stderr).toContain('is no JSON Schema');
    expect((await explore('order.asl.json', '--input-schema', 'b.json')).stderr).toContain('is not JSON');
    expect((await explore('order.asl.json', '--input-schema', 'c.json')).code).toBe(2);
  });
});

test('a contract beside the definition says what the inputs are, and is kept to', async () => {
  const definition = {
    StartAt: 'Share',
    States: { Share: { Type: 'Pass', Parameters: { 'each.$': '$.total' }, End: true } },
  };
  const input = { type: 'object', properties: { total: { type: 'integer', minimum: 0 } }, required: ['total'] };
  workspace.write({ 'share.asl.json': definition, 'share.contracts.json': { input } });
  expect((await explore('share.asl.json', '--runs', '100')).code).toBe(0);
  const output = { type: 'object', properties: { each: { exclusiveMinimum: 0 } } };
  workspace.write({ 'share.contracts.json': { input, output } });
  const { code, stdout } = await explore('share.asl.json', '--runs', '100');
  expect(code).toBe(1);
  expect(stdout).toContain('The output of the execution breaks "share.contracts.json" at "/each", which must be > 0');
  expect(stdout).toContain('input: {"total":0}');
});
