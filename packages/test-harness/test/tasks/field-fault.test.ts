import type { Json, Shape } from '@stepproof/asl';
import { fieldFault } from '../../src/tasks/field-fault';

const structure = (members: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape => ({
  kind: 'structure',
  members: new Map(Object.entries(members)),
  required,
});
const text: Shape = { kind: 'string' };
const branches = new Map<string, Shape>([['Name', text]]);
const tree: Shape = { kind: 'structure', members: branches, required: [] };
branches.set('Children', { kind: 'list', item: tree });

describe('the type of a value', () => {
  test.each<[Shape, Json, string | undefined]>([
    [text, 'a', undefined],
    [text, '', undefined],
    [text, 1, 'must be a string'],
    [text, null, 'must be a string'],
    [{ kind: 'timestamp' }, '2025-01-01T00:00:00Z', undefined],
    [{ kind: 'timestamp' }, 'soon', undefined],
    [{ kind: 'timestamp' }, 1735689600000, 'must be a string'],
    [{ kind: 'blob' }, 'aGk=', undefined],
    [{ kind: 'blob' }, { a: 1 }, 'must be a string'],
    [{ kind: 'boolean' }, false, undefined],
    [{ kind: 'boolean' }, 'false', 'must be a boolean'],
    [{ kind: 'integer' }, 3, undefined],
    [{ kind: 'integer' }, '3', 'must be a number'],
    [{ kind: 'integer' }, true, 'must be a number'],
    [{ kind: 'number' }, 0.5, undefined],
    [{ kind: 'number' }, [0.5], 'must be a number'],
    [{ kind: 'json' }, [{ anything: null }], undefined],
    [{ kind: 'list', item: text }, ['a', 'b'], undefined],
    [{ kind: 'list', item: text }, 'a', 'must be an array'],
    [{ kind: 'list', item: text }, { 0: 'a' }, 'must be an array'],
    [{ kind: 'map', value: text }, { any: 'a' }, undefined],
    [{ kind: 'map', value: text }, ['a'], 'must be an object'],
    [structure({}), {}, undefined],
    [structure({}), null, 'must be an object'],
    [structure({}), [], 'must be an object'],
  ])('%j takes %j: %s', (shape, value, problem) => {
    expect(fieldFault({ Field: value }, structure({ Field: shape }), 'STRICT')?.problem).toBe(problem);
  });
});

describe('the limits of a value', () => {
  test.each<[Shape, Json, string | undefined]>([
    [{ kind: 'string', values: ['ON', 'OFF'] }, 'OFF', undefined],
    [{ kind: 'string', values: ['ON', 'OFF'] }, 'Off', 'is not an expected value'],
    [{ kind: 'string', values: ['ON', 'OFF'] }, 0, 'must be a string'],
    [{ kind: 'string', minLength: 2 }, 'a', 'is smaller than the minimum length'],
    [{ kind: 'string', maxLength: 2 }, 'abc', 'exceeds the maximum length'],
    [{ kind: 'string', maxLength: 2 }, '😀😀', undefined],
    [{ kind: 'blob', minLength: 1 }, '', 'is smaller than the minimum length'],
    [{ kind: 'blob', maxLength: 2 }, 'YWI=', undefined],
    [{ kind: 'integer', min: 1, max: 3 }, 0, 'is less than the minimum value'],
    [{ kind: 'integer', min: 1, max: 3 }, 1, undefined],
    [{ kind: 'integer', min: 1, max: 3 }, 3, undefined],
    [{ kind: 'number', min: 1, max: 3 }, 3.5, 'exceeds the maximum value'],
  ])('%j takes %j: %s', (shape, value, problem) => {
    expect(fieldFault({ Field: value }, structure({ Field: shape }), 'PRESENT')?.problem).toBe(problem);
  });
});

describe('where the fault is', () => {
  const shape = structure(
    {
      Id: text,
      Tags: { kind: 'map', value: text },
      Entries: { kind: 'list', item: structure({ Code: { kind: 'integer' }, At: text }, ['Code']) },
      Matrix: { kind: 'list', item: { kind: 'list', item: text } },
      Tree: tree,
    },
    ['Id', 'Entries'],
  );

  test.each<[string, Json, string | undefined, string | undefined]>([
    ['a member', { Id: 1, Entries: [] }, 'Id', 'Id'],
    ['a member of an item', { Id: 'i', Entries: [{ Code: 1 }, { Code: 'x' }] }, 'Code', 'Entries[1].Code'],
    ['an item', { Id: 'i', Entries: ['x'] }, 'Entries', 'Entries[0]'],
    ['an item of an item', { Id: 'i', Entries: [], Matrix: [['a'], ['b', 2]] }, 'Matrix', 'Matrix[1][1]'],
    ['a value of a map', { Id: 'i', Entries: [], Tags: { a: 'b', c: 5 } }, 'Tags', 'Tags.c'],
    ['a shape in itself', { Id: 'i', Entries: [], Tree: { Children: [{ Name: 0 }] } }, 'Name', 'Tree.Children[0].Name'],
    ['everything', [], '', ''],
    ['nothing that the API has', { Id: 'i', Entries: [], id: 5, Extra: { Id: 1 } }, undefined, undefined],
    ['the first of several', { Tags: [], Id: 1, Entries: 'x' }, 'Tags', 'Tags'],
  ])('%s', (_, value, field, path) => {
    const fault = fieldFault(value, shape, 'STRICT');
    expect([fault?.field, fault?.path]).toEqual([field, path]);
  });

  test.each<[string, Json, string | undefined]>([
    ['all of them', {}, 'Id'],
    ['one of them', { Id: 'i' }, 'Entries'],
    ['one of an item', { Id: 'i', Entries: [{ At: 'now' }] }, 'Entries[0].Code'],
    ['one, and another is wrong', { Id: 5 }, 'Entries'],
    ['none', { Id: 'i', Entries: [{ Code: 1 }] }, undefined],
  ])('required members are missing: %s', (_, value, path) => {
    expect(fieldFault(value, shape, 'STRICT')?.path).toBe(path);
    expect(fieldFault(value, shape, 'PRESENT')?.kind).not.toBe('missing');
  });
});
