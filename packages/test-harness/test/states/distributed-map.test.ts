import type { TaskCall } from '../../src';
import { lambda, run, shapeOf } from '../support';

const processor = (state: object, type = 'STANDARD') => ({
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: type },
  StartAt: 'I',
  States: { I: state },
});
const pass = { Type: 'Pass', End: true };
const map = (more: object = {}, state: object = pass) => ({
  M: { Type: 'Map', Label: 'L', ItemProcessor: processor(state), ...more, End: true },
});

test('its history shows the Map Run only', async () => {
  const execution = await run(map(), ['a', 'b']);
  expect(execution.output).toEqual(['a', 'b']);
  expect(shapeOf(execution.history)).toEqual([
    'MapStateEntered:2<0',
    'MapStateStarted:3<2',
    'MapRunStarted:4<3',
    'MapRunSucceeded:5<4',
    'MapStateSucceeded:6<5',
    'MapStateExited:7<5',
    'ExecutionSucceeded:8<7',
  ]);
  expect(execution.history[3]!.mapRunStartedEventDetails!.mapRunArn).toMatch(
    /^arn:aws:states:us-east-1:123456789012:mapRun:StateMachine\/L:[0-9a-f-]{36}$/,
  );
});

describe('an object as items', () => {
  const items = { b: 2, a: { x: 1 } };

  test('there is an iteration for each pair, which is told both', async () => {
    const selector = {
      ItemSelector: { 'key.$': '$$.Map.Item.Key', 'value.$': '$$.Map.Item.Value', 'at.$': '$$.Map.Item.Index' },
    };
    const execution = await run(map({ ItemsPath: '$.items', ...selector }), { items });
    expect(execution.output).toEqual([
      { key: 'b', value: 2, at: 0 },
      { key: 'a', value: { x: 1 }, at: 1 },
    ]);
    expect(execution.history[2]!.mapStateStartedEventDetails).toEqual({ length: 2 });
  });

  test('without an ItemSelector the pair is what iterations begin with', async () => {
    const execution = await run(map(), items);
    expect(execution.output).toEqual([
      { Key: 'b', Value: 2 },
      { Key: 'a', Value: { x: 1 } },
    ]);
  });

  test('JSONata may compute it', async () => {
    const state = {
      ...map({
        QueryLanguage: 'JSONata',
        Items: '{% $states.input.items %}',
        ItemSelector: '{% $states.context.Map.Item.Key %}',
      }).M,
    };
    expect((await run({ M: state }, { items })).output).toEqual(['b', 'a']);
  });

  test('the items of an array have no key', async () => {
    const execution = await run(map({ ItemSelector: { 'key.$': '$$.Map.Item.Key' } }), [1]);
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  test.each([
    ['a number', 7],
    ['null', null],
  ])('%s is no object', async (_, value) => {
    const execution = await run(map({ ItemsPath: '$.items' }), { items: value });
    expect(execution.cause).toContain('Reference path "$.items" must point to array.');
  });

  test('an inline Map takes arrays only', async () => {
    const inline = { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: pass } }, End: true };
    expect((await run({ M: inline }, items)).cause).toContain('Reference path "$" must point to array.');
  });
});

test('children are executions of their own: they see no variables, and a context of their own', async () => {
  const output = '{% [$states.context.Execution.Input, $states.context.StateMachine.Name, $exists($v)] %}';
  const states = map({}, { Type: 'Pass', QueryLanguage: 'JSONata', Output: output, End: true });
  const execution = await run({ A: { Type: 'Pass', Assign: { v: 1 }, Next: 'M' }, ...states }, ['item']);
  expect(execution.output).toEqual([['item', 'StateMachine/L', false]]);
});

describe('tolerated failures', () => {
  const failing = { Type: 'Task', Resource: lambda, End: true };
  test.each([
    [{}, 0, 'SUCCEEDED'],
    [{}, 1, 'FAILED'],
    [{ ToleratedFailureCount: 1 }, 1, 'SUCCEEDED'],
    [{ ToleratedFailureCount: 1 }, 2, 'FAILED'],
    [{ ToleratedFailurePercentage: 50 }, 2, 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 50 }, 3, 'FAILED'],
    [{ ToleratedFailurePercentage: 50, ToleratedFailureCount: 1 }, 2, 'FAILED'],
  ])('%j with %d of 4 failed: %s', async (more, failures, status) => {
    const execution = await run(map(more, failing), [0, 1, 2, 3], {
      tasks: (call) => ((call.parameters as number) < failures ? { error: 'E' } : { result: call.parameters }),
    });
    expect(execution.status).toBe(status);
    if (status === 'SUCCEEDED') expect(execution.output).toEqual([0, 1, 2, 3].slice(failures));
    else {
      expect(execution.error).toBe('States.ExceedToleratedFailureThreshold');
      expect(shapeOf(execution.history).slice(2)).toEqual([
        'MapRunStarted:4<3',
        'MapRunFailed:5<4',
        'MapStateFailed:6<5',
        'ExecutionFailed:7<6',
      ]);
    }
  });
});

describe('ItemBatcher', () => {
  test.each([
    [{ MaxItemsPerBatch: 2 }, [{ Items: [1, 2] }, { Items: [3] }]],
    [{ MaxItemsPerBatchPath: '$.n' }, [{ Items: [1, 2, 3] }]],
    [{ MaxInputBytesPerBatch: 15 }, [{ Items: [1, 2] }, { Items: [3] }]],
    [{ MaxItemsPerBatch: 3, BatchInput: { 'n.$': '$.n' } }, [{ BatchInput: { n: 3 }, Items: [1, 2, 3] }]],
  ])('%j', async (batcher, output) => {
    const execution = await run(map({ ItemsPath: '$.items', ItemBatcher: batcher }), { items: [1, 2, 3], n: 3 });
    expect(execution.output).toEqual(output);
  });
});

describe('WriterConfig', () => {
  const writer = (config: object, place: object = {}) => map({ ResultWriter: { WriterConfig: config, ...place } });
  const place = { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out' } };

  test.each([
    [{ Transformation: 'COMPACT', OutputType: 'JSON' }, [[1, 2], 3]],
    [{ Transformation: 'FLATTEN', OutputType: 'JSON' }, [1, 2, 3]],
    [{ Transformation: 'FLATTEN', OutputType: 'JSONL' }, [1, 2, 3]],
    [{ OutputType: 'JSON' }, [[1, 2], 3]],
  ])('%j shapes the result of the state', async (config, output) => {
    expect((await run(writer(config), [[1, 2], 3])).output).toEqual(output);
  });

  test('NONE tells all of the children', async () => {
    const execution = await run(writer({ Transformation: 'NONE', OutputType: 'JSON' }), ['a']);
    expect(execution.output).toMatchObject([{ Input: '"a"', Output: '"a"', Status: 'SUCCEEDED' }]);
  });

  test.each([
    [{ Transformation: 'COMPACT', OutputType: 'JSON' }, 'SUCCEEDED_0.json', '[[1,2],3]'],
    [{ Transformation: 'FLATTEN', OutputType: 'JSON' }, 'SUCCEEDED_0.json', '[1,2,3]'],
    [{ Transformation: 'FLATTEN', OutputType: 'JSONL' }, 'SUCCEEDED_0.jsonl', '1\n2\n3'],
  ])('%j shapes the file', async (config, name, body) => {
    const written: Record<string, string>[] = [];
    const tasks = { 's3:putObject': (call: TaskCall) => written.push(call.parameters as Record<string, string>) };
    await run(writer(config, place), [[1, 2], 3], { tasks });
    expect(written[0]).toMatchObject({ Key: expect.stringMatching(`^[0-9a-f-]{36}/${name}$`) as string, Body: body });
  });
});

test('a ResultWriter writes the results and a manifest, and its place is the result', async () => {
  const written: Record<string, unknown>[] = [];
  const execution = await run(
    map(
      {
        ToleratedFailureCount: 1,
        ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'runs' } },
      },
      { Type: 'Task', Resource: lambda, End: true },
    ),
    [1, 2],
    {
      tasks: {
        I: (call: TaskCall) => {
          if (call.parameters === 2) throw new RangeError('two');
          return 'one';
        },
        's3:putObject': (call: TaskCall) => {
          written.push(call.parameters as Record<string, unknown>);
          return {};
        },
      },
    },
  );
  const folder = (execution.output as { ResultWriterDetails: { Key: string } }).ResultWriterDetails.Key.replace(
    '/manifest.json',
    '',
  );
  expect(folder).toMatch(/^runs\/[0-9a-f-]{36}$/);
  expect(written.map(({ Key }) => Key)).toEqual([
    `${folder}/FAILED_0.json`,
    `${folder}/SUCCEEDED_0.json`,
    `${folder}/manifest.json`,
  ]);
  const [failed, succeeded] = written.map(({ Body }) => (JSON.parse(Body as string) as Record<string, unknown>[])[0]);
  expect(failed).toMatchObject({ Error: 'RangeError', Cause: 'two', Input: '2', Status: 'FAILED' });
  expect(succeeded).toMatchObject({ Input: '1', Output: '"one"', Status: 'SUCCEEDED' });
});

test('a Map Run that fails writes what has failed, and what has not begun', async () => {
  const written = new Map<string, unknown>();
  const execution = await run(
    map(
      {
        MaxConcurrency: 1,
        ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out' } },
      },
      { Type: 'Task', Resource: lambda, End: true },
    ),
    [1, 2, 3],
    {
      tasks: (call) => {
        const { Key, Body } = call.parameters as { Key?: string; Body: string };
        if (Key === undefined) return call.parameters === 2 ? { error: 'E' } : { result: 'ok' };
        written.set(Key.split('/')[1]!, JSON.parse(Body));
        return { result: {} };
      },
    },
  );
  expect(execution.error).toBe('States.ExceedToleratedFailureThreshold');
  expect([...written.keys()]).toEqual(['FAILED_0.json', 'PENDING_0.json', 'SUCCEEDED_0.json', 'manifest.json']);
  expect(written.get('FAILED_0.json')).toMatchObject([{ Error: 'E', Input: '2', Status: 'FAILED' }]);
  expect(written.get('PENDING_0.json')).toMatchObject([{ Input: '3', Status: 'PENDING' }]);
});

test('that the results of a failed Map Run cannot be written changes nothing', async () => {
  const writer = { ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out' } } };
  const states = map(writer, { Type: 'Fail', Error: 'E' });
  const execution = await run(states, [1], { tasks: () => ({ error: 'S3.AccessDenied' }) });
  expect(execution.error).toBe('States.ExceedToleratedFailureThreshold');
});
