import { findContracts, readDocument, type FileSystem } from '../../src';

/** A disk in memory that counts what is read. */
class MemoryFileSystem implements FileSystem {
  readonly files = new Map<string, { text: string; mtimeMs: number }>();
  reads = 0;
  #clock = 0;

  constructor(files: Record<string, object | string>) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: object | string): void {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    this.files.set(path, { text, mtimeMs: ++this.#clock });
  }

  readFile(path: string): string | undefined {
    this.reads++;
    return this.files.get(path)?.text;
  }

  list(directory: string): readonly string[] | undefined {
    const prefix = directory === '/' ? '/' : `${directory}/`;
    const names = [...this.files.keys()].filter((path) => path.startsWith(prefix));
    return [...new Set(names.map((path) => path.slice(prefix.length).split('/')[0]!))];
  }

  stat(path: string): { mtimeMs: number; size: number } | undefined {
    const file = this.files.get(path);
    if (file) return { mtimeMs: file.mtimeMs, size: file.text.length };
    const names = this.list(path);
    return names?.length ? { mtimeMs: names.length, size: 0 } : undefined;
  }
}

const machine = {
  StartAt: 'Charge',
  States: {
    Charge: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:charge', Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};
const text = { type: 'string' };
const draft = { $schema: 'https://json-schema.org/draft/2020-12/schema' };
const project = (machines: object, more: object = {}) => ({ machines, ...more });

const cloudFormation = (...names: readonly string[]) => ({
  Resources: Object.fromEntries(
    names.map((name) => [name, { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition: machine } }]),
  ),
});

/** The contracts of the machines in a file of that disk. */
function contractsOf(disk: MemoryFileSystem, filename: string) {
  const contracts = findContracts(filename, disk);
  return readDocument(disk.readFile(filename)!, { filename, contracts }).machines.map(({ contract }) => contract);
}

const contractIn = (files: Record<string, object | string>, filename = '/app/order.asl.json') =>
  contractsOf(new MemoryFileSystem({ [filename]: machine, ...files }), filename)[0];

const problemsIn = (files: Record<string, object | string>, filename?: string) =>
  contractIn(files, filename)?.problems.map(({ file, line, column, message }) =>
    file === undefined ? message : `${file}:${line}:${column} ${message}`,
  );

test.each(['order.asl.json', 'order.asl.yaml', 'order.asl.yml', 'order.json', 'order.yaml', 'order.yml', 'order.asl'])(
  'the contract of %s stands beside it',
  (name) => {
    const found = contractIn({ '/app/order.contracts.json': { input: text } }, `/app/${name}`);
    expect(found).toEqual({
      name: '"order.contracts.json"',
      input: { ...draft, ...text },
      tasks: new Map(),
      problems: [],
    });
  },
);

test('else the nearest stepproof.contracts.json says something of it, and no other', () => {
  const far = { '/stepproof.contracts.json': project({ 'app/order.asl.json': { input: text } }) };
  expect(contractIn(far)?.input).toMatchObject(text);
  const nearer = { ...far, '/app/stepproof.contracts.json': project({ './order.asl.json': { output: text } }) };
  expect(contractIn(nearer)).toMatchObject({ name: '"stepproof.contracts.json"', output: text });
  expect(contractIn(nearer)).not.toHaveProperty('input');
  expect(contractIn({ ...far, '/app/stepproof.contracts.json': project({}) })).toBeUndefined();
  const sibling = { ...nearer, '/app/order.contracts.json': {} };
  expect(contractIn(sibling)).toMatchObject({ name: '"order.contracts.json"' });
});

test.each(['/app/package.json', '/app/.git/HEAD'])('the search ends at %s', (end) => {
  const far = { '/stepproof.contracts.json': project({ 'app/order.asl.json': { input: text } }) };
  expect(contractIn({ ...far, [end]: '' })).toBeUndefined();
  expect(contractIn({ '/app/stepproof.contracts.json': project({ 'order.asl.json': {} }), [end]: '' })).toBeDefined();
});

test('machines in a template are told apart by their names', () => {
  const disk = new MemoryFileSystem({
    '/app/template.json': cloudFormation('Order', 'Refund', 'Other'),
    '/app/stepproof.contracts.json': project({ Order: { input: text }, Refund: { output: text } }),
  });
  const [order, refund, other] = contractsOf(disk, '/app/template.json');
  expect(order).toMatchObject({ input: text });
  expect(refund).toMatchObject({ output: text });
  expect(other).toBeUndefined();
  disk.write('/app/template.contracts.json', project({ Other: { input: text } }));
  expect(contractsOf(disk, '/app/template.json').map((contract) => contract?.input)).toEqual([
    undefined,
    undefined,
    { ...draft, ...text },
  ]);
  disk.write('/app/template.contracts.json', { input: text });
  expect(contractsOf(disk, '/app/template.json')[0]?.problems).toEqual([
    {
      file: '/app/template.contracts.json',
      line: 1,
      column: 1,
      message: '"/" is the contract of one machine beside a file of 3; write { "machines": { "Order": ... } }',
    },
  ]);
});

test('the only machine of a template goes by its file, too', () => {
  const files = {
    '/app/template.json': cloudFormation('Order'),
    '/app/stepproof.contracts.json': project({ 'template.json': { input: text } }),
  };
  expect(contractIn(files, '/app/template.json')).toMatchObject({ input: text });
});

test('references lead into the file and into local ones, and are kept with the schema', () => {
  const found = contractIn({
    '/app/order.contracts.json': {
      $defs: { Id: text },
      input: {
        properties: { id: { $ref: '#/$defs/Id' }, items: { items: { $ref: './schemas/item.json#/$defs/Item' } } },
      },
      output: { $ref: './schemas/item.json' },
    },
    '/app/schemas/item.json': {
      $id: 'https://example.com/item',
      title: 'An item',
      $defs: { Item: { properties: { parts: { items: { $ref: '#/$defs/Item' } } } }, Id: { const: 1 } },
      properties: { id: { $ref: '#/$defs/Id' } },
    },
  });
  expect(found?.problems).toEqual([]);
  expect(found?.input).toEqual({
    ...draft,
    properties: { id: { $ref: '#/$defs/Id' }, items: { items: { $ref: '#/$defs/Item' } } },
    $defs: { Id: text, Item: { properties: { parts: { items: { $ref: '#/$defs/Item' } } } } },
  });
  expect(found?.output).toEqual({
    ...draft,
    $ref: '#/$defs/item.json',
    $defs: { 'item.json': { title: 'An item', properties: { id: { $ref: '#/$defs/Id' } } }, Id: { const: 1 } },
  });
});

test('an $id makes a schema the root of its own references', () => {
  const found = contractIn({
    '/app/order.contracts.json': {
      input: { $id: 'https://example.com/order', $defs: { Id: text }, $ref: '#/$defs/Id' },
    },
  });
  expect(found).toMatchObject({ problems: [], input: { $ref: '#/$defs/Id', $defs: { Id: text } } });
});

test.each<[name: string, contract: object | string, problems: readonly string[]]>([
  ['what is no JSON', '{ "input": }', [expect.stringContaining('/app/order.contracts.json:1:') as string]],
  [
    'an empty file',
    '\n',
    ['/app/order.contracts.json:1:1 the file is empty; write an object such as { "input": { "type": "object" } }'],
  ],
  ['no object', '[]', ['/app/order.contracts.json:1:1 "/" must be an object; write { "input": ... }']],
  [
    'an unknown member',
    { inpt: {} },
    ['/app/order.contracts.json:2:3 "/inpt" is not known here; did you mean "input"?'],
  ],
  [
    'another one',
    { mocks: {} },
    ['/app/order.contracts.json:2:3 "/mocks" is not known here; use "input", "output", "tasks"'],
  ],
  [
    'an unknown state',
    { tasks: { Chrage: {} } },
    ['/app/order.contracts.json:3:5 "/tasks/Chrage" is no state of the machine; did you mean "Charge"?'],
  ],
  [
    'a state that calls nothing',
    { tasks: { Done: {} } },
    [
      '/app/order.contracts.json:3:5 "/tasks/Done" is a state that calls nothing ("Done" is no Task); name the Task that does',
    ],
  ],
  [
    'unknown members of a Task',
    { tasks: { Charge: { reslut: {}, errors: 'E' } } },
    [
      '/app/order.contracts.json:4:7 "/tasks/Charge/reslut" is not known here; did you mean "result"?',
      '/app/order.contracts.json:5:17 "/tasks/Charge/errors" must be a list of the names of errors',
    ],
  ],
  [
    'slips in a schema',
    { input: { type: 'objekt', requierd: ['a'], properties: { total: 'number' }, minItems: -1, pattern: '(' } },
    [
      '/app/order.contracts.json:3:13 "/input/type" is "objekt"; use "object", "array", "string", "number", "integer", "boolean", "null"',
      '/app/order.contracts.json:4:17 "/input/requierd" is no keyword of JSON Schema; did you mean "required"?',
      '/app/order.contracts.json:7:19 "/input/properties" is an object; write an object of schemas',
      '/app/order.contracts.json:10:17 "/input/minItems" is -1; write a whole number, 0 or greater',
      '/app/order.contracts.json:11:16 "/input/pattern" is "("; write a regular expression',
    ],
  ],
  [
    'a required name that nobody describes',
    { input: { properties: { orderId: {} }, required: ['oderId', 'other'] } },
    [
      '/app/order.contracts.json:7:7 "/input/required/0" names "oderId", which "properties" does not describe; did you mean "orderId"?',
    ],
  ],
  [
    'references that lead nowhere',
    {
      input: { $ref: '#/$defs/Order' },
      output: { $ref: './order.json' },
      tasks: { Charge: { result: { $ref: 'https://example.com/charge.json' }, parameters: { $ref: '#charge' } } },
    },
    [
      '/app/order.contracts.json:3:13 "/input/$ref" refers to "#/$defs/Order", which is not there; correct it',
      '/app/order.contracts.json:6:13 "/output/$ref" refers to the file "./order.json", which cannot be read; correct the path',
      '/app/order.contracts.json:11:17 "/tasks/Charge/result/$ref" refers to "https://example.com/charge.json", which would have to be fetched; keep a copy beside the contract',
      '/app/order.contracts.json:14:17 "/tasks/Charge/parameters/$ref" refers to "#charge", but only "#/..." is followed; write the place as a pointer',
    ],
  ],
  [
    'a reference of a schema that was pasted in',
    { input: { definitions: { Id: text }, properties: { id: { $ref: '#/definitions/Id' } } } },
    [
      '/app/order.contracts.json:10:17 "/input/properties/id/$ref" refers to "#/definitions/Id", which is not there; write "#/input/definitions/Id"',
    ],
  ],
  [
    'a reference that leads back to itself',
    { input: { $ref: '#/$defs/A' }, $defs: { A: { $ref: '#/$defs/B' }, B: { $ref: '#/$defs/A' } } },
    [
      '/app/order.contracts.json:10:15 "/$defs/B/$ref" leads back to itself and describes nothing; let it refer to a schema',
    ],
  ],
  [
    'ways to refer that are not followed',
    { input: { $dynamicRef: '#a' } },
    [
      '/app/order.contracts.json:3:20 "/input/$dynamicRef" is not followed; refer with "$ref": "#/..." or "$ref": "./file.json"',
    ],
  ],
  [
    'the words of another draft',
    { input: { items: [text], dependencies: {} } },
    [
      '/app/order.contracts.json:3:14 "/input/items" is a list, which draft 2020-12 writes as "prefixItems"; name the draft: "$schema": "http://json-schema.org/draft-07/schema#"',
      '/app/order.contracts.json:8:21 "/input/dependencies" is a keyword of draft 07 only; name the draft: "$schema": "http://json-schema.org/draft-07/schema#"',
    ],
  ],
  [
    'a draft that is not known',
    { input: { $schema: 'http://json-schema.org/draft-04/schema#' } },
    [
      '/app/order.contracts.json:3:16 "/input/$schema" is "http://json-schema.org/draft-04/schema#"; write the schema in draft 07 or 2020-12',
    ],
  ],
])('%s is told with its place', (_name, contract, problems) => {
  expect(problemsIn({ '/app/order.contracts.json': contract })).toEqual(problems);
});

test('what is wrong with a file for a whole project is told to the definitions that it is for', () => {
  const file = '/app/stepproof.contracts.json';
  expect(problemsIn({ [file]: { machine: {} } })).toEqual([
    `${file}:1:1 "/" must have "machines"; write { "machines": { "order.asl.json": { "input": ... } } }`,
  ]);
  expect(problemsIn({ [file]: project({ 'ordr.asl.json': {} }) })).toEqual([
    `${file}:3:5 "/machines/ordr.asl.json" is the path of no file; did you mean "order.asl.json"?`,
  ]);
  expect(problemsIn({ [file]: project({ 'order.asl.json': {} }, { input: {} }) })).toEqual([
    `${file}:5:3 "/input" is not known beside "machines"; put it into the contract of a machine`,
  ]);
  expect(problemsIn({ [file]: project({ 'order.asl.json': { tasks: { Charg: {} } } }) })).toEqual([
    `${file}:5:9 "/machines/order.asl.json/tasks/Charg" is no state of the machine; did you mean "Charge"?`,
  ]);
});

test('drafts may not be mixed', () => {
  const problems = problemsIn({
    '/app/order.contracts.json': { $schema: draft.$schema, input: { $ref: './old.json' } },
    '/app/old.json': { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' },
  });
  expect(problems).toEqual([expect.stringContaining('of draft 07, and what refers to it of draft 2020-12')]);
});

test('a file is read again only when it has changed', () => {
  const disk = new MemoryFileSystem({
    '/app/a.asl.json': machine,
    '/app/b.asl.json': machine,
    '/app/stepproof.contracts.json': project({ 'a.asl.json': { input: text }, 'b.asl.json': { output: text } }),
  });
  findContracts('/app/a.asl.json', disk);
  findContracts('/app/b.asl.json', disk);
  expect(disk.reads).toBe(1);
  disk.write('/app/stepproof.contracts.json', project({ 'a.asl.json': { output: { const: 1 } } }));
  expect(contractsOf(disk, '/app/a.asl.json')[0]).toMatchObject({ output: { const: 1 } });
});
