import { mock, type TaskCall } from '../../src';
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
const reader = (config: object, resource = 's3:getObject') => ({
  ItemReader: { Resource: `arn:aws:states:::${resource}`, ReaderConfig: config, Parameters: { Bucket: 'b', Key: 'k' } },
});
const withBody = (body: string) => ({ tasks: { 's3:getObject': mock.returns({ Body: body }) } });

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

describe('ItemReader', () => {
  test.each([
    ['JSON', { InputType: 'JSON' }, '[1, 2]', [1, 2]],
    ['JSON with a pointer', { InputType: 'JSON', ItemsPointer: '/a~1b/0' }, '{"a/b": [[3]]}', [3]],
    ['JSON lines', { InputType: 'JSONL' }, '{"a":1}\n\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    [
      'CSV',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a,b\r\n1,"x, ""y"""\n2\n3,4,5\n',
      [
        { a: '1', b: 'x, "y"' },
        { a: '2', b: '' },
        { a: '3', b: '4' },
      ],
    ],
    [
      'CSV with given headers',
      { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['h'], CSVDelimiter: 'PIPE' },
      '1|2\n',
      [{ h: '1' }],
    ],
    ['MaxItems', { InputType: 'JSON', MaxItems: 1 }, '[1, 2]', [1]],
    ['MaxItems 0 is all', { InputType: 'JSON', MaxItems: 0 }, '[1, 2]', [1, 2]],
  ])('%s', async (_, config, body, items) => {
    const execution = await run(map(reader(config)), {}, withBody(body));
    expect(execution.output).toEqual(items);
    expect(execution.history[2]!.mapStateStartedEventDetails).toEqual({ length: 0 });
  });

  test.each([
    ['no array', { InputType: 'JSON' }, '{}', 'Attempting to map over non-iterable node.'],
    [
      'headers twice',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a,a\n1,2',
      'CSV headers cannot contain duplicates.',
    ],
  ])('%s', async (_, config, body, cause) => {
    const execution = await run(map(reader(config)), {}, withBody(body));
    expect([execution.error, execution.cause]).toEqual(['States.ItemReaderFailed', cause]);
    expect(shapeOf(execution.history).slice(2, 5)).toEqual([
      'MapRunStarted:4<3',
      'MapRunFailed:5<4',
      'MapStateFailed:6<5',
    ]);
  });

  test('a listing, and where an item comes from', async () => {
    const listing = { ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'b' } } };
    const selector = { ItemSelector: { 'key.$': '$$.Map.Item.Value.Key', 'from.$': '$$.Map.Item.Source' } };
    const execution = await run(
      map({ ...listing, ...selector }),
      {},
      { tasks: { 's3:listObjectsV2': mock.returns({ Contents: [{ Key: 'k' }] }) } },
    );
    expect(execution.output).toEqual([{ key: 'k', from: 'S3://b' }]);
  });

  test('a transformation that is not simulated is refused by name', async () => {
    const listing = {
      ItemReader: {
        Resource: 'arn:aws:states:::s3:listObjectsV2',
        ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', Transformation: 'LOAD_AND_FLATTEN' },
        Parameters: { Bucket: 'b' },
      },
    };
    await expect(run(map(listing))).rejects.toThrow(/Transformation "LOAD_AND_FLATTEN" is not simulated/);
  });

  test('a format that is not simulated is refused by name', async () => {
    await expect(run(map(reader({ InputType: 'PARQUET' })), {}, withBody(''))).rejects.toThrow(
      /InputType "PARQUET" is not simulated; give the items as/,
    );
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
