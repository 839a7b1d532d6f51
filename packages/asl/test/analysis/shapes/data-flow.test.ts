import { dataFlowOf } from '../../../src/analysis';
import { call, machineOf } from '../machines';
import { show } from './shapes';

/** What the state `at` may find, one text for each way. */
function worldsAt(states: Readonly<Record<string, object>>, at = 'Last'): string[] {
  const machine = machineOf({ ...states, ...(!('Last' in states) && { Last: { Type: 'Succeed' } }) });
  return dataFlowOf(machine)
    .worldsAt(machine.state(at)!)
    .map(({ input }) => show(input));
}

const start = (Result: unknown) => ({ Type: 'Pass', Result, Next: 'A' });
const after = (Result: unknown, state: object) => worldsAt({ Start: start(Result), A: { Next: 'Last', ...state } });
const work = 'arn:aws:lambda:us-east-1:123456789012:function:work';

test('the input of the machine is not known', () => {
  expect(worldsAt({ A: { Type: 'Pass', Next: 'Last' } })).toEqual(['unknown']);
});

test.each<[string, unknown, object, string]>([
  ['InputPath', { a: { b: 1 } }, { Type: 'Pass', InputPath: '$.a' }, '{b: 1}'],
  ['InputPath null', { a: 1 }, { Type: 'Pass', InputPath: null }, '{}'],
  ['OutputPath', { a: [7] }, { Type: 'Wait', Seconds: 1, OutputPath: '$.a[0]' }, '7'],
  ['Parameters', { a: 1 }, { Type: 'Pass', Parameters: { 'x.$': '$.a', y: 'z' } }, '{x: 1, y: "z"}'],
  ['Result with ResultPath', { a: 1 }, { Type: 'Pass', Result: [2], ResultPath: '$.b' }, '{a: 1, b: [2]}'],
  ['ResultPath null', { a: 1 }, { Type: 'Task', Resource: work, ResultPath: null }, '{a: 1}'],
  ['a Lambda function', { a: 1 }, { Type: 'Task', Resource: work }, 'unknown'],
  ['ResultSelector', {}, { Type: 'Task', Resource: work, ResultSelector: { 'id.$': '$.x' } }, '{id: unknown}'],
  [
    'lambda:invoke',
    {},
    { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ResultSelector: { 'p.$': '$.StatusCode' } },
    '{p: number}',
  ],
  ['the context', {}, { Type: 'Pass', Parameters: { 'id.$': '$$.Execution.Id' } }, '{id: string}'],
  ['a wildcard', { a: 1 }, { Type: 'Pass', Parameters: { 'all.$': '$.b[*]' } }, '{all: unknown[]}'],
  ['an intrinsic', { a: 1 }, { Type: 'Pass', Parameters: { 'l.$': "States.Array($.a, 'x')" } }, '{l: [1, "x"]}'],
  [
    'JsonMerge',
    { a: { x: 1, y: 1 }, b: { y: 2 } },
    { Type: 'Pass', Parameters: { 'm.$': 'States.JsonMerge($.a, $.b, false)' } },
    '{m: {x: 1, y: 2}}',
  ],
  ['a placeholder', {}, { Type: 'Pass', Parameters: { a: '${A}', b: 'x-${B}' } }, '{a: unknown, b: string}'],
  ['a placeholder as a name', {}, { Type: 'Pass', Parameters: { '${Name}': 1 } }, '{${Name}: 1, ...}'],
  ['a path with a placeholder', {}, { Type: 'Pass', Parameters: { 'a.$': '$.${Name}' } }, '{a: unknown}'],
  ['a ResultPath with a placeholder', {}, { Type: 'Pass', Result: 1, ResultPath: '$.${Name}' }, 'unknown'],
  [
    'JSONata Output',
    { a: { b: 1 } },
    { Type: 'Pass', QueryLanguage: 'JSONata', Output: { x: '{% $states.input.a.b %}', y: '{% $now() %}' } },
    '{x: 1, y: string}',
  ],
  [
    'a JSONata object',
    { a: 1 },
    { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% { "x": $states.input.a, "y": $states.input.b } %}' },
    '{x: 1, !y}',
  ],
  [
    '$merge',
    { a: 1 },
    { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $merge([$states.input, { "b": "x" }]) %}' },
    '{a: 1, b: "x"}',
  ],
  [
    '$merge of what is not known',
    { a: '${A}' },
    { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $merge([$states.input.a, { "b": "x" }]) %}' },
    '{b: "x", ...}',
  ],
  ['JSONata without Output', { a: 1 }, { Type: 'Wait', QueryLanguage: 'JSONata', Seconds: 1 }, '{a: 1}'],
  [
    'JSONata over an array',
    { a: [{ b: 1 }] },
    { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.input.a.b %}' },
    'unknown',
  ],
])('%s', (_, result, state, expected) => {
  expect(after(result, state)).toEqual([expected]);
});

test('what may be missing in a result is of its own kind beside an input that is not known', () => {
  const [row] = worldsAt({
    A: call('dynamodb:getItem', {
      QueryLanguage: 'JSONata',
      Output: '{% $merge([$states.input, { "row": $states.result.Item }]) %}',
      Next: 'B',
    }),
    B: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% {"n": $states.input.row.stock.N} %}', Next: 'Last' },
  });
  expect(row).toBe('{n?: string}');
});

test('results of services have the members of their model', () => {
  const [sent] = worldsAt({ A: call('sqs:sendMessage', { Next: 'Last' }) });
  expect(sent).toBe(
    '{MD5OfMessageAttributes?: string, MD5OfMessageBody?: string, MD5OfMessageSystemAttributes?: string, MessageId?: string, SdkHttpMetadata?: {AllHttpHeaders?: unknown, HttpHeaders?: unknown, HttpStatusCode?: number, ..}, SdkResponseMetadata?: {RequestId?: string, ..}, SequenceNumber?: string, ..}',
  );
  expect(worldsAt({ A: call('sqs:sendMessage.waitForTaskToken', { Next: 'Last' }) })).toEqual(['unknown']);
  expect(worldsAt({ A: call('elasticmapreduce:addStep.sync', { Next: 'Last' }) })).toEqual(['unknown']);
});

describe('variables', () => {
  const assigning = (read: object) =>
    worldsAt({
      Start: { Type: 'Pass', Result: { a: 1 }, Assign: { 'x.$': '$.a', y: 'z' }, Next: 'A' },
      A: { Type: 'Pass', ...read, Next: 'Last' },
    });

  test('hold what was assigned', () => {
    expect(assigning({ Parameters: { 'x.$': '$x', 'y.$': '$y' } })).toEqual(['{x: 1, y: "z"}']);
    expect(assigning({ QueryLanguage: 'JSONata', Output: '{% $y %}' })).toEqual(['"z"']);
  });

  test('that were not assigned may hold anything', () => {
    expect(assigning({ Parameters: { 'z.$': '$z' } })).toEqual(['{z: unknown}']);
  });
});

describe('Catch', () => {
  const caught = (catcher: object, more: object = {}) =>
    worldsAt({
      Start: start({ a: 1 }),
      A: {
        Type: 'Task',
        Resource: work,
        ...more,
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Last', ...catcher }],
        End: true,
      },
    });

  test('without ResultPath it replaces everything', () => {
    expect(caught({})).toEqual(['{Cause?: string | null, Error: string | null}']);
  });

  test('with ResultPath it goes into the raw input', () => {
    expect(caught({ ResultPath: '$.e' }, { InputPath: '$.a' })).toEqual([
      '{a: 1, e: {Cause?: string | null, Error: string | null}}',
    ]);
    expect(caught({ ResultPath: null })).toEqual(['{a: 1}']);
  });

  test('in JSONata, Output decides', () => {
    expect(caught({ Output: { why: '{% $states.errorOutput.Error %}' } }, { QueryLanguage: 'JSONata' })).toEqual([
      '{why: string | null}',
    ]);
  });
});

describe('Choice', () => {
  const chosen = (result: unknown, rule: object, more: object = {}) => {
    const states = {
      Start: start(result),
      A: { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No', ...more },
      Yes: { Type: 'Succeed' },
      No: { Type: 'Succeed' },
    };
    return [worldsAt(states, 'Yes'), worldsAt(states, 'No')].map((worlds) => worlds.join());
  };
  const either = { Type: 'Task', Resource: work, ResultSelector: { 'a.$': '$' }, Next: 'A' };

  test.each<[string, unknown, object, string[]]>([
    ['a value that is known', { a: 'x' }, { Variable: '$.a', StringEquals: 'x' }, ['{a: "x"}', '']],
    ['another value', { a: 'y' }, { Variable: '$.a', StringEquals: 'x' }, ['', '{a: "y"}']],
    ['another type', { a: 1 }, { Variable: '$.a', StringMatches: '*' }, ['', '{a: 1}']],
    ['what is there', { a: 1 }, { Variable: '$.a', IsPresent: true }, ['{a: 1}', '']],
    ['what is not there', { a: 1 }, { Variable: '$.b', IsPresent: false }, ['{a: 1}', '']],
    ['Not', { a: 1 }, { Not: { Variable: '$.b', IsPresent: true } }, ['{a: 1}', '']],
    [
      'And that reads behind a test',
      { a: 1 },
      {
        And: [
          { Variable: '$.b', IsPresent: true },
          { Variable: '$.b', IsNull: true },
        ],
      },
      ['', '{a: 1}'],
    ],
    [
      'Or',
      { a: 1 },
      {
        Or: [
          { Variable: '$.b', IsPresent: true },
          { Variable: '$.a', NumericEquals: 1 },
        ],
      },
      ['{a: 1}', ''],
    ],
    ['a Variable that is missing fails the state', { a: 1 }, { Variable: '$.b', StringEquals: 'x' }, ['', '']],
  ])('%s', (_, result, rule, expected) => {
    expect(chosen(result, rule)).toEqual(expected);
  });

  test('what a test has shown of data that was not known', () => {
    const both = (rule: object) => {
      const states = {
        Start: either,
        A: { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' },
        Yes: { Type: 'Succeed' },
        No: { Type: 'Succeed' },
      };
      return [worldsAt(states, 'Yes'), worldsAt(states, 'No')].map((worlds) => worlds.join());
    };
    expect(both({ Variable: '$.a', StringEquals: 'x' })[0]).toBe('{a: "x"}');
    expect(both({ Variable: '$.a', IsString: true })).toEqual([
      '{a: string}',
      '{a: {...} | unknown[] | number | boolean | null}',
    ]);
    expect(both({ Variable: '$.a.b', IsPresent: true })[0]).toBe('{a: {b: unknown, ...}}');
  });

  test('InputPath changes what a Choice hands on', () => {
    expect(chosen({ a: { b: 1 } }, { Variable: '$.b', IsPresent: true }, { InputPath: '$.a' })).toEqual(['{b: 1}', '']);
  });

  test.each<[string, string[]]>([
    ['$exists($states.input.a)', ['{a: 1}', '']],
    ['$not($exists($states.input.a))', ['', '{a: 1}']],
    ['$states.input.a = 1', ['{a: 1}', '']],
    ['1 != $states.input.a', ['', '{a: 1}']],
    ['$states.input.b != 1', ['', '{a: 1}']],
    ['$not($states.input.b != 1)', ['{a: 1}', '']],
    ['$states.input.a = "1"', ['', '{a: 1}']],
    ['$exists($states.input.b) or $states.input.a = 1', ['{a: 1}', '']],
    ['$exists($states.input.b) and $states.input.b > 1', ['', '{a: 1}']],
    ['$states.input.a > 1', ['', '{a: 1}']],
    ['$states.input.a <= 1 and $not($states.input.a != 1)', ['{a: 1}', '']],
    ['$number($states.input.a) > 1', ['{a: 1}', '{a: 1}']],
  ])('the JSONata condition %s', (condition, expected) => {
    expect(chosen({ a: 1 }, { Condition: `{% ${condition} %}` }, { QueryLanguage: 'JSONata' })).toEqual(expected);
  });

  test('what is in an array is not told apart by JSONata', () => {
    const rule = { Condition: '{% $exists($states.input.a.b) %}' };
    expect(chosen({ a: [{ b: 1 }] }, rule, { QueryLanguage: 'JSONata' })).toEqual(['{a: [{b: 1}]}', '{a: [{b: 1}]}']);
  });

  test('JSONata rules have an Output of their own', () => {
    const more = { QueryLanguage: 'JSONata' };
    expect(chosen({ a: 1 }, { Condition: '{% $number($states.input.a) > 1 %}', Output: 'x' }, more)).toEqual([
      '"x"',
      '{a: 1}',
    ]);
    expect(chosen({ a: 1 }, { Condition: true }, more)).toEqual(['{a: 1}', '']);
  });
});

const branch = (state: object) => ({ StartAt: 'B', States: { B: { Type: 'Pass', End: true, ...state } } });

describe('scopes', () => {
  test('a Parallel gives the outputs of its branches in an array', () => {
    const Branches = [branch({ InputPath: '$.a' }), { ...branch({ Result: 2 }), StartAt: 'B' }];
    expect(after({ a: 1 }, { Type: 'Parallel', Branches })).toEqual(['[1, 2]']);
  });

  test('a Parallel with a branch that never succeeds is left by Catch only', () => {
    const Branches = [{ StartAt: 'B', States: { B: { Type: 'Fail' } } }];
    const Catch = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.e.f', Next: 'Last' }];
    expect(after({}, { Type: 'Parallel', Branches, Catch })).toEqual([
      '{e: {f: {Cause?: string | null, Error: string | null}}}',
    ]);
  });

  test('a Map gives an array of what its iterations give', () => {
    const state = { Type: 'Map', ItemsPath: '$.l', ItemProcessor: branch({ Parameters: { 'n.$': '$' } }) };
    expect(after({ l: ['x', 'y'] }, state)).toEqual(['{n: string}[]']);
  });

  test('an iteration begins with what ItemSelector makes', () => {
    const ItemSelector = { 'item.$': '$$.Map.Item.Value', 'all.$': '$.b' };
    const state = { Type: 'Map', ItemsPath: '$.l', ItemSelector, ItemProcessor: branch({}) };
    expect(after({ l: [1], b: true }, state)).toEqual(['{all: true, item: 1}[]']);
    const jsonata = {
      Type: 'Map',
      QueryLanguage: 'JSONata',
      Items: '{% $states.input.l %}',
      ItemSelector: { x: '{% $states.context.Map.Item.Value %}' },
    };
    expect(after({ l: [1] }, { ...jsonata, ItemProcessor: branch({}) })).toEqual(['{x: 1}[]']);
  });

  test('an ItemSelector that surely fails does so only where there are items', () => {
    const state = { Type: 'Map', ItemSelector: { 'x.$': '$.gone' }, ItemProcessor: branch({}) };
    expect(after({ l: [1] }, { ...state, ItemsPath: '$.l' })).toEqual([]);
    expect(after({ l: [{ b: 1 }] }, { ...state, ItemsPath: '$.l[*].b' })).toEqual(['never[]']);
  });

  test('a distributed Map reads items, groups them, and does not see the variables', () => {
    const ItemProcessor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      ...branch({ Parameters: { 'v.$': '$v', 'i.$': '$' } }),
    };
    const ItemReader = { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b', Key: 'k' } };
    const map = {
      Type: 'Map',
      ItemReader,
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { 'x.$': '$.a' } },
      ItemProcessor,
    };
    expect(after({ a: 1 }, map)).toEqual(['{i: {BatchInput: {x: 1}, Items: unknown[]}, v: unknown}[]']);
    expect(after({ a: 1 }, { ...map, ResultWriter: {} })).toEqual(['unknown']);
    const Resource = 'arn:aws:states:::s3:putObject';
    expect(after({ a: 1 }, { ...map, ResultWriter: { Resource, Parameters: { Bucket: 'b' } } })).toEqual([
      '{MapRunArn?: string, ResultWriterDetails?: {Bucket?: string, Key?: string, ..}, ..}',
    ]);
  });

  test.each([
    ['getObject', { InputType: 'JSON' }, 'unknown'],
    ['getObject', { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['id', 'n'] }, '{id: string, n: string}'],
    ['getObject', { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['id', '${Name}'] }, '{...}'],
    ['getObject', { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }, '{...}'],
    ['listObjectsV2', { InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' }, 'unknown'],
    [
      'listObjectsV2',
      {},
      '{Etag?: string, Key?: string, LastModified?: number, Size?: number, StorageClass?: string, ..}',
    ],
  ])('an ItemReader with %s and %o reads what it is known to read', (action, ReaderConfig, item) => {
    const ItemProcessor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      ...branch({ Parameters: { 'i.$': '$' } }),
    };
    const ItemReader = { Resource: `arn:aws:states:::s3:${action}`, ReaderConfig, Parameters: { Bucket: 'b' } };
    expect(after({ a: 1 }, { Type: 'Map', ItemReader, ItemProcessor })).toEqual([`{i: ${item}}[]`]);
  });
});

describe('loops', () => {
  test('come to an end although they wrap their data once more each time', () => {
    const [, ...worlds] = worldsAt(
      {
        Start: { Type: 'Pass', Result: 0, Next: 'A' },
        A: { Type: 'Pass', Parameters: { 'before.$': '$' }, Next: 'Again?' },
        'Again?': { Type: 'Choice', Choices: [{ Variable: '$.before', IsNull: true, Next: 'Last' }], Default: 'A' },
      },
      'A',
    );
    expect(worlds.length).toBeGreaterThan(0);
  });

  test('keep what no round changes', () => {
    expect(
      worldsAt({
        Start: start({ a: 1 }),
        A: { Type: 'Task', Resource: work, ResultPath: '$.r', Next: 'Again?' },
        'Again?': { Type: 'Choice', Choices: [{ Variable: '$.r', StringEquals: 'done', Next: 'Last' }], Default: 'A' },
      }),
    ).toEqual(['{a: 1, r: "done"}']);
  });
});

test('ways are kept apart, with the transitions that lead there', () => {
  const machine = machineOf({
    Start: start({ a: 1 }),
    A: {
      Type: 'Task',
      Resource: work,
      ResultPath: null,
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Last' }],
      Next: 'Last',
    },
    Last: { Type: 'Pass', InputPath: '$.a', End: true },
  });
  const flow = dataFlowOf(machine);
  expect(dataFlowOf(machine)).toBe(flow);
  const trails = flow.worldsAt(machine.state('Last')!).map(({ trail }) => trail!.transition.node.type);
  expect(trails).toEqual(['Catcher', 'TaskState']);
  expect(flow.reads.map(({ path, reading }) => [path, reading.missing])).toEqual([
    ['$.a', 'sure'],
    ['$.a', 'no'],
  ]);
});

describe('of more ways than are told apart', () => {
  /** Tasks in a row that all lead to `Last` by Catch, and the last of them by `Without`. */
  const row = (length: number, place: (index: number) => object): Readonly<Record<string, object>> => ({
    ...Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `Task${index}`,
        {
          Type: 'Task',
          Resource: work,
          ResultPath: `$.r${index}`,
          Catch: [{ ErrorEquals: ['States.ALL'], ...place(index), Next: 'Last' }],
          Next: index < length - 1 ? `Task${index + 1}` : 'Without',
        },
      ]),
    ),
    Without: { Type: 'Pass', Parameters: { why: 'late' }, Next: 'Last' },
  });
  const tells = (place: string) => (world: string) => world.includes(`${place}: {Cause`);

  test.each([9, 30])(
    'those by Catch are taken together, and one that tells of no failure stays apart (%d)',
    (length) => {
      const worlds = worldsAt(row(length, () => ({ ResultPath: '$.error' })));
      expect(worlds).toHaveLength(8);
      expect(worlds.filter((world) => !tells('error')(world))).toEqual(['{why: "late"}']);
    },
  );

  test('a failure that is told of in another place stays apart', () => {
    const worlds = worldsAt(row(20, (index) => ({ ResultPath: index === 3 ? '$.failure' : '$.error' })));
    expect(worlds.filter(tells('failure')).filter(tells('error'))).toEqual([]);
    expect(worlds.filter(tells('failure'))).toHaveLength(1);
  });
});

test('where a way may lead is not known, nothing is known of the data', () => {
  expect(
    worldsAt({
      Start: start({ a: 1 }),
      A: {
        Type: 'Task',
        Resource: work,
        Catch: [{ ErrorEquals: ['States.ALL'], Next: '${Handler}' }],
        ResultPath: null,
        Next: 'Last',
      },
    }),
  ).toEqual(['unknown']);
});

test('a state that nothing leads to finds nothing', () => {
  expect(worldsAt({ A: { Type: 'Fail' } })).toEqual([]);
});
