import { findAction } from '../../../src/services';
import { idempotencyTable } from '../../../src/services/idempotency/idempotency-table';
import { judges } from '../../../src/services/idempotency/judges';
import { memberAt } from '../../../src/services/idempotency/parameters';
import { parseText } from '../../../src/text';

const entries = [...idempotencyTable].map(([name, fact]) => {
  const [service = '', action = ''] = name.split(':');
  return { name, fact, found: findAction(service, action) };
});

/** Optimized integrations that are no action of the API. */
const optimizedOnly = ['eks:runJob'];

test('every entry is an action that the catalogue knows, unless it is newer', () => {
  const missing = entries.filter(({ fact, found }) => !found.known && !fact.isNewer).map(({ name }) => name);
  expect(missing).toEqual(optimizedOnly);
});

test('no entry is called newer that the catalogue knows', () => {
  expect(entries.filter(({ fact, found }) => found.known && fact.isNewer)).toEqual([]);
});

test('tokens at the top level are those of the API', () => {
  const differing = entries.flatMap(({ name, fact, found }) =>
    // The name of an execution is no token in the API's model.
    found.known && fact.class === 'T' && !fact.token.includes('.') && name !== 'sfn:startExecution'
      ? fact.token === found.action.token
        ? []
        : [name]
      : [],
  );
  expect(differing).toEqual([]);
});

test('every judge weighs an action of the table or a call that is no API action', () => {
  const unlisted = [...judges.keys()].filter((name) => !idempotencyTable.has(name));
  expect(unlisted).toEqual(['apigateway:invoke', 'eks:call', 'http:invoke']);
});

describe('memberAt', () => {
  const read = (json: string, path: string) => memberAt(parseText(json, 'json').root, path);
  test.each([
    ['{"A": 1}', 'A', 'present'],
    ['{"A.$": "$.a"}', 'A', 'present'],
    ['{"A": {"B": 1}}', 'A.B', 'present'],
    ['{"A": null}', 'A', 'absent'],
    ['{"A": "text"}', 'A.B', 'absent'],
    ['{}', '__proto__', 'absent'],
    ['{}', 'constructor', 'absent'],
    ['{"A.$": "$.a"}', 'A.B', 'unknown'],
    ['{"A": "{% $a %}"}', 'A.B', 'unknown'],
    ['{"A": ${A}}', 'A', 'unknown'],
    ['${P}', 'A', 'unknown'],
    ['{"${Key}": 1}', 'A', 'unknown'],
    ['"text"', 'A', 'absent'],
  ])('%s %s', (json, path, expected) => {
    expect(read(json, path).is).toBe(expected);
  });
});
