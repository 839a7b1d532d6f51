import { StateMachine, mock, type TaskCall } from '@stepproof/test-harness';
import definition from './csv-import.asl.json';

const csvImport = new StateMachine(definition);
const input = { bucket: 'shop', key: 'products.csv' };

const csv = (rows: number) =>
  ['sku,name,cents', ...Array.from({ length: rows }, (_, row) => `p${row},"Pen, no. ${row}",${100 + row}`)].join('\n');

/** A bucket with one file, and a table: what a test looks at afterwards. */
function store(text: string) {
  const files = new Map<string, string>();
  const table = new Map<string, string>();
  const tasks = {
    's3:getObject': mock.returns({ Body: text }),
    's3:putObject': ({ parameters }: TaskCall) => {
      const { Key, Body } = parameters as { Key: string; Body: string };
      files.set(Key.split('/').at(-1)!, Body);
      return { ETag: '"1"' };
    },
    WriteBatch: (call: TaskCall) => {
      for (const { PutRequest } of requestsOf(call)) table.set(PutRequest.Item.sku.S, PutRequest.Item.name.S);
      return { UnprocessedItems: {} };
    },
  };
  return { files, table, tasks };
}

const requestsOf = ({ parameters }: TaskCall) => {
  const { RequestItems } = parameters as {
    RequestItems: Record<string, { PutRequest: { Item: { sku: { S: string }; name: { S: string } } } }[]>;
  };
  return RequestItems['${ProductsTable}']!;
};

test.each([
  [1, [1]],
  [25, [25]],
  [60, [25, 25, 10]],
])('writes %d rows in batches of 25', async (rows, sizes) => {
  const { table, tasks, files } = store(csv(rows));
  const execution = await csvImport.execute(input, { tasks });

  expect(execution.status).toBe('SUCCEEDED');
  expect(table.size).toBe(rows);
  expect(table.get('p0')).toBe('Pen, no. 0');
  const succeeded = JSON.parse(files.get('SUCCEEDED_0.json')!) as { Input: string }[];
  expect(succeeded.map(({ Input }) => (JSON.parse(Input) as { Items: unknown[] }).Items.length)).toEqual(sizes);
});

test('says where the report is', async () => {
  const { tasks, files } = store(csv(3));
  const { output } = await csvImport.execute(input, { tasks });

  expect(output).toMatchObject({ ...input, report: { ResultWriterDetails: { Bucket: 'shop' } } });
  expect(JSON.parse(files.get('manifest.json')!)).toMatchObject({ DestinationBucket: 'shop' });
});

test('tries a throttled batch again, by itself', async () => {
  const { table, tasks } = store(csv(30));
  let refusals = 2;
  const execution = await csvImport.execute(input, {
    tasks: {
      ...tasks,
      WriteBatch: (call: TaskCall) => {
        if (refusals-- > 0) {
          throw Object.assign(new Error('slow down'), { name: 'DynamoDb.ProvisionedThroughputExceededException' });
        }
        return tasks.WriteBatch(call);
      },
    },
  });

  expect(execution).toMatchObject({ status: 'SUCCEEDED', duration: 1 });
  expect(table.size).toBe(30);
});

test('sends again what the table has not taken, five seconds later', async () => {
  const { table, tasks } = store(csv(25));
  const execution = await csvImport.execute(input, {
    tasks: {
      ...tasks,
      // Takes ten at most.
      WriteBatch: (call: TaskCall) => {
        const requests = requestsOf(call);
        for (const { PutRequest } of requests.slice(0, 10)) table.set(PutRequest.Item.sku.S, PutRequest.Item.name.S);
        return { UnprocessedItems: requests.length > 10 ? { '${ProductsTable}': requests.slice(10) } : {} };
      },
    },
  });

  expect(execution).toMatchObject({ status: 'SUCCEEDED', duration: 10 });
  expect(table.size).toBe(25);
});

/** Of ten batches, so many fail. */
async function importWithFailures(failures: number) {
  const { tasks, files } = store(csv(250));
  const isBad = ({ iterations }: TaskCall) => iterations[0]! < failures;
  const execution = await csvImport.execute(input, {
    tasks: {
      ...tasks,
      WriteBatch: (call: TaskCall) => {
        if (isBad(call)) throw Object.assign(new Error('bad row'), { name: 'DynamoDb.ValidationException' });
        return tasks.WriteBatch(call);
      },
    },
  });
  return { execution, files };
}

test('two bad batches of ten are in the report', async () => {
  const { execution, files } = await importWithFailures(2);

  expect(execution.status).toBe('SUCCEEDED');
  expect(JSON.parse(files.get('FAILED_0.json')!)).toMatchObject([
    { Error: 'DynamoDb.ValidationException', Cause: 'bad row' },
    { Error: 'DynamoDb.ValidationException', Cause: 'bad row' },
  ]);
});

test('three are too many', async () => {
  const { execution } = await importWithFailures(3);

  expect(execution).toMatchObject({ status: 'FAILED', error: 'TooManyFailures' });
});

test('a file that is not there', async () => {
  const { tasks } = store('');
  const execution = await csvImport.execute(input, {
    tasks: { ...tasks, 's3:getObject': mock.fails('S3.NoSuchKeyException', 'The specified key does not exist.') },
  });

  expect(execution).toMatchObject({ error: 'CouldNotRead', cause: 'The specified key does not exist.' });
});
