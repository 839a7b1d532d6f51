import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { contractsJsonSchema, findContracts, readDocument } from '../../src';

const isValid = new Ajv({ strict: false, allErrors: true }).compile(contractsJsonSchema());

const definition = JSON.stringify({
  StartAt: 'Charge',
  States: { Charge: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f', End: true } },
});

/** What the reader says of a contract beside the definition. */
function problemsOf(contract: unknown): readonly string[] {
  const files = new Map([
    ['/app/order.asl.json', definition],
    ['/app/order.contracts.json', JSON.stringify(contract)],
  ]);
  const contracts = findContracts('/app/order.asl.json', {
    readFile: (path) => files.get(path),
    list: (folder) => (folder === '/app' ? ['order.asl.json', 'order.contracts.json'] : []),
    stat: (path) => ({ mtimeMs: 1, size: files.get(path)?.length ?? 0 }),
  });
  const [machine] = readDocument(definition, { filename: '/app/order.asl.json', contracts }).machines;
  return machine!.contract?.problems.map(({ message }) => message) ?? [];
}

test.each([
  {},
  { input: true },
  { $schema: './node_modules/@stepproof/asl/schemas/contracts.schema.json', input: { type: 'object' }, output: {} },
  { tasks: { Charge: { parameters: false, result: { prefixItems: [{}], items: false }, errors: ['Card.Declined'] } } },
  { input: { $ref: '#/$defs/A' }, $defs: { A: { type: ['string', 'null'] } }, definitions: { B: true } },
  { machines: {} },
  { $comment: 'why', machines: { 'order.asl.json': { input: { $ref: '#/$defs/A' } } }, $defs: { A: {} } },
])('accepts %j, as the reader does', (contract) => {
  isValid(contract);
  expect(isValid.errors).toBeNull();
  expect(problemsOf(contract)).toEqual([]);
});

test.each<[unknown, string]>([
  [[], '"/" must be an object; write { "input": ... }'],
  [{ inputs: {} }, '"/inputs" is not known here; did you mean "input"?'],
  [{ input: 'string' }, '"/input" is no JSON Schema; write an object, or true or false'],
  [{ input: { type: 'text' } }, '"/input/type" is "text"; use "object"'],
  [{ input: { required: 'id' } }, '"/input/required" is "id"; write a list of names'],
  [{ tasks: [] }, '"/tasks" must be an object'],
  [{ tasks: { Charge: { results: {} } } }, '"/tasks/Charge/results" is not known here; did you mean "result"?'],
  [{ tasks: { Charge: { errors: 'Card.Declined' } } }, '"/tasks/Charge/errors" must be a list of the names of errors'],
])('refuses %j, as the reader does with its words', (contract, message) => {
  expect(isValid(contract)).toBe(false);
  expect(problemsOf(contract)).toEqual([expect.stringContaining(message)]);
});

test('beside "machines" nothing of one machine may stand', () => {
  expect(isValid({ machines: {}, input: {} })).toBe(false);
});

test('is what the package ships', () => {
  const shipped = readFileSync(join(__dirname, '../../schemas/contracts.schema.json'), 'utf8');
  expect(JSON.parse(shipped)).toEqual(contractsJsonSchema());
});
