import { gzipSync } from 'node:zlib';
import { mock, type TaskCall } from '../../src';
import { run } from '../support';

const map = (itemReader: object, more: object = {}) => ({
  M: {
    Type: 'Map',
    Label: 'L',
    ItemReader: itemReader,
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'I',
      States: { I: { Type: 'Pass', End: true } },
    },
    ...more,
    End: true,
  },
});
const object = (config: object) => ({
  Resource: 'arn:aws:states:::s3:getObject',
  ReaderConfig: config,
  Parameters: { Bucket: 'b', Key: 'k' },
});
const listing = (config?: object) => ({
  Resource: 'arn:aws:states:::s3:listObjectsV2',
  ...(config && { ReaderConfig: config }),
  Parameters: { Bucket: 'b', Prefix: 'in/' },
});
const withBody = (Body: unknown) => ({
  tasks: { 's3:getObject': mock.outcome(() => ({ result: { Body } as never })) },
});

/** A bucket: its objects by key, and the calls that it has been sent. */
function bucketOf(objects: Readonly<Record<string, unknown>>) {
  const read: string[] = [];
  return {
    read,
    tasks: {
      's3:getObject': ({ parameters }: TaskCall) => {
        const { Bucket, Key } = parameters as { Bucket: string; Key: string };
        read.push(`${Bucket}/${Key}`);
        return { Body: objects[Key] };
      },
      's3:listObjectsV2': () => ({ Contents: Object.keys(objects).map((Key) => ({ Key })) }),
    },
  };
}

describe('one object', () => {
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
    ['an object in JSON', { InputType: 'JSON', ItemsPointer: '/a' }, '{"a": {"k": 3}}', [{ Key: 'k', Value: 3 }]],
    ['MaxItems', { InputType: 'JSON', MaxItems: 1 }, '[1, 2]', [1]],
    ['MaxItems 0 is all', { InputType: 'JSON', MaxItems: 0 }, '[1, 2]', [1, 2]],
    ['a Buffer', { InputType: 'JSON' }, Buffer.from('["\u00e9"]'), ['\u00e9']],
    ['a Buffer of GZIP', { InputType: 'JSONL' }, gzipSync('1\n2'), [1, 2]],
    ['rows of Parquet', { InputType: 'PARQUET' }, [{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 2 }]],
  ])('%s', async (_, config, body, items) => {
    const execution = await run(map(object(config)), {}, withBody(body));
    expect(execution.output).toEqual(items);
    expect(execution.history[2]!.mapStateStartedEventDetails).toEqual({ length: 0 });
  });

  test.each([
    ['no array', { InputType: 'JSON' }, '{}', 'Attempting to map over non-iterable node.'],
    [
      'a pointer to nothing',
      { InputType: 'JSON', ItemsPointer: '/a' },
      '{}',
      'Attempting to map over non-iterable node.',
    ],
    ['no JSON', { InputType: 'JSON' }, '[', 'Unable to parse the object as JSON'],
    [
      'headers twice',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a,a\n1,2',
      'CSV headers cannot contain duplicates.',
    ],
    ['broken GZIP', { InputType: 'JSON' }, gzipSync('[]').subarray(0, 12), 'Unable to decompress the object as GZIP'],
  ])('%s fails the Map Run', async (_, config, body, cause) => {
    const execution = await run(map(object(config)), {}, withBody(body));
    expect([execution.error, execution.cause]).toEqual(['States.ItemReaderFailed', cause]);
    expect(execution.history.map(({ type }) => type).slice(2, 6)).toEqual([
      'MapStateStarted',
      'MapRunStarted',
      'MapRunFailed',
      'MapStateFailed',
    ]);
  });

  test.each([
    ['no Body', { InputType: 'JSON' }, undefined, /given no "Body"; answer "s3:getObject" with \{ Body: text \}/],
    ['a Body that is a value', { InputType: 'JSON' }, [1], /a "Body" that is an array; answer/],
    [
      'a Parquet file',
      { InputType: 'PARQUET' },
      'PAR1',
      /Parquet files are not read; answer "s3:getObject" with the rows/,
    ],
  ])('%s is the fault of the test', async (_, config, body, message) => {
    await expect(run(map(object(config)), {}, withBody(body))).rejects.toMatchObject({
      name: 'S3AnswerError',
      message: expect.stringMatching(message) as string,
    });
  });

  test('what Node cannot decompress is refused by name', async () => {
    const zstd = Buffer.from('28b52ffd0000', 'hex');
    const outcome = run(map(object({ InputType: 'JSON' })), {}, withBody(zstd));
    if ('zstdDecompressSync' in (await import('node:zlib'))) {
      expect((await outcome).cause).toBe('Unable to decompress the object as ZSTD');
    } else await expect(outcome).rejects.toThrow(/does not read files that are compressed with ZSTD; answer/);
  });
});

describe('manifests', () => {
  const inventory = {
    destinationBucket: 'arn:aws:s3:::inventory',
    fileFormat: 'CSV',
    fileSchema: 'Bucket, Key, Size',
    files: [{ key: 'data/1.csv.gz' }, { key: 'data/2.csv' }],
  };
  const files = {
    'data/1.csv.gz': gzipSync('"src","a.png","1"\n"src","b.png","2"\n'),
    'data/2.csv': '"src","c.png","3"\n',
  };

  test.each([[{ ManifestType: 'S3_INVENTORY' }], [{ InputType: 'MANIFEST' }]])('%j', async (config) => {
    const { tasks, read } = bucketOf({ k: JSON.stringify(inventory), ...files });
    const selector = { 'key.$': '$$.Map.Item.Value.Key', 'from.$': '$$.Map.Item.Source' };
    const execution = await run(map(object(config), { ItemSelector: selector }), {}, { tasks });
    expect(execution.output).toEqual([
      { key: 'a.png', from: 'S3://inventory/data/1.csv.gz' },
      { key: 'b.png', from: 'S3://inventory/data/1.csv.gz' },
      { key: 'c.png', from: 'S3://inventory/data/2.csv' },
    ]);
    expect(read).toEqual(['b/k', 'inventory/data/1.csv.gz', 'inventory/data/2.csv']);
  });

  test('no more files are read than MaxItems needs', async () => {
    const { tasks, read } = bucketOf({ k: JSON.stringify(inventory), ...files });
    const execution = await run(map(object({ ManifestType: 'S3_INVENTORY', MaxItems: 2 })), {}, { tasks });
    expect(execution.output).toHaveLength(2);
    expect(read).toEqual(['b/k', 'inventory/data/1.csv.gz']);
  });

  test('an inventory may be of Parquet, and its own bucket may be left out', async () => {
    const manifest = { fileFormat: 'Parquet', fileSchema: 'message s3.inventory {}', files: [{ key: 'p' }] };
    const { tasks, read } = bucketOf({ k: JSON.stringify(manifest), p: [{ key: 'x' }] });
    const execution = await run(map(object({ ManifestType: 'S3_INVENTORY' })), {}, { tasks });
    expect([execution.output, read]).toEqual([[{ key: 'x' }], ['b/k', 'b/p']]);
  });

  test.each([
    [{ ...inventory, fileFormat: 'ORC' }, 'The inventory is in the format "ORC", which cannot be read'],
    [[], 'The object is not the manifest of an S3 inventory'],
    [{ ...inventory, files: [{}] }, 'The object is not the manifest of an S3 inventory'],
  ])('what is no readable inventory fails the Map Run', async (manifest, cause) => {
    const { tasks } = bucketOf({ k: JSON.stringify(manifest) });
    const execution = await run(map(object({ ManifestType: 'S3_INVENTORY' })), {}, { tasks });
    expect([execution.error, execution.cause]).toEqual(['States.ItemReaderFailed', cause]);
  });

  test.each([
    [{ InputType: 'JSONL' }, '{"n":1}\n', '{"n":2}\n', [{ n: 1 }, { n: 2 }]],
    [{ InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['n'] }, '1\n', '2\n', [{ n: '1' }, { n: '2' }]],
    [{ InputType: 'PARQUET' }, [{ n: 1 }], [{ n: 2 }], [{ n: 1 }, { n: 2 }]],
  ])('ATHENA_DATA of %j', async (config, first, second, items) => {
    const { tasks, read } = bucketOf({ k: 's3://data/x/1\n"s3://data/x/2"\n', 'x/1': first, 'x/2': second });
    const execution = await run(map(object({ ManifestType: 'ATHENA_DATA', ...config })), {}, { tasks });
    expect([execution.output, read]).toEqual([items, ['b/k', 'data/x/1', 'data/x/2']]);
  });

  test('a manifest of Athena that names something else fails the Map Run', async () => {
    const { tasks } = bucketOf({ k: 'https://example.com/1\n' });
    const execution = await run(map(object({ ManifestType: 'ATHENA_DATA', InputType: 'JSONL' })), {}, { tasks });
    expect(execution.cause).toBe('The manifest names no S3 object: https://example.com/1');
  });
});

describe('a listing', () => {
  test('its objects are the items, and the bucket is where they come from', async () => {
    const selector = { ItemSelector: { 'key.$': '$$.Map.Item.Value.Key', 'from.$': '$$.Map.Item.Source' } };
    const execution = await run(map(listing(), selector), {}, { tasks: bucketOf({ x: '' }).tasks });
    expect(execution.output).toEqual([{ key: 'x', from: 'S3://b' }]);
  });

  const pages = (count: number, asked: unknown[]) => (call: TaskCall) => {
    const { ContinuationToken = '0' } = call.parameters as { ContinuationToken?: string };
    asked.push(call.parameters);
    const page = Number(ContinuationToken);
    const isLast = page === count - 1;
    return {
      Contents: [{ Key: `${page}` }],
      IsTruncated: !isLast,
      ...(!isLast && { NextContinuationToken: `${page + 1}` }),
    };
  };

  test('page after page is read', async () => {
    const asked: unknown[] = [];
    const execution = await run(map(listing()), {}, { tasks: { 's3:listObjectsV2': pages(3, asked) } });
    expect(execution.output).toEqual([{ Key: '0' }, { Key: '1' }, { Key: '2' }]);
    expect(asked).toEqual([
      { Bucket: 'b', Prefix: 'in/' },
      { Bucket: 'b', Prefix: 'in/', ContinuationToken: '1' },
      { Bucket: 'b', Prefix: 'in/', ContinuationToken: '2' },
    ]);
  });

  test('no more pages are read than MaxItems needs', async () => {
    const asked: unknown[] = [];
    const execution = await run(map(listing({ MaxItems: 2 })), {}, { tasks: { 's3:listObjectsV2': pages(9, asked) } });
    expect([execution.output, asked]).toMatchObject([[{ Key: '0' }, { Key: '1' }], { length: 2 }]);
  });

  test.each([
    [{ IsTruncated: true }, /is truncated without a "NextContinuationToken"; answer each page by/],
    [
      { IsTruncated: true, NextContinuationToken: 't' },
      /is truncated with a "NextContinuationToken" it has had before/,
    ],
  ])('pages without end are the fault of the test', async (page, message) => {
    const tasks = { 's3:listObjectsV2': mock.returns(page) };
    await expect(run(map(listing()), {}, { tasks })).rejects.toThrow(message);
  });

  test.each([
    [{ InputType: 'JSON' }, '[1, 2]', '[3]', [1, 2, 3]],
    [{ InputType: 'JSONL' }, '1\n2', '3\n', [1, 2, 3]],
    [{ InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }, 'n\n1\n2', 'n\n3', [{ n: '1' }, { n: '2' }, { n: '3' }]],
  ])('LOAD_AND_FLATTEN reads what the objects hold: %j', async (config, first, second, items) => {
    const { tasks, read } = bucketOf({ 'in/1': first, 'in/2': second });
    const reader = listing({ Transformation: 'LOAD_AND_FLATTEN', ...config });
    const execution = await run(map(reader), {}, { tasks });
    expect([execution.output, read]).toEqual([items, ['b/in/1', 'b/in/2']]);
    expect(execution.calls('M').map(({ resource }) => resource.split(':').at(-1))).toEqual([
      'listObjectsV2',
      'getObject',
      'getObject',
    ]);
  });

  test('the source of an item of LOAD_AND_FLATTEN is its object', async () => {
    const { tasks } = bucketOf({ x: '[1]', y: '[2]' });
    const reader = listing({ Transformation: 'LOAD_AND_FLATTEN', InputType: 'JSON' });
    const selector = { ItemSelector: { 'from.$': '$$.Map.Item.Source' } };
    const execution = await run(map(reader, selector), {}, { tasks });
    expect(execution.output).toEqual([{ from: 'S3://b/x' }, { from: 'S3://b/y' }]);
  });

  test('LOAD_AND_FLATTEN needs the keys of the objects', async () => {
    const tasks = { 's3:listObjectsV2': mock.returns({ Contents: [{ Size: 1 }] }) };
    const reader = listing({ Transformation: 'LOAD_AND_FLATTEN', InputType: 'JSON' });
    await expect(run(map(reader), {}, { tasks })).rejects.toThrow(/holds an object without a "Key"; answer/);
  });
});
