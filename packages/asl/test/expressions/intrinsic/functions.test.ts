import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { intrinsicFunctions } from '../../../src/expressions';

const machinery = ['ast', 'evaluate', 'format-call', 'functions', 'in-jsonata', 'parse', 'problems', 'signature'];
const folder = join(__dirname, '../../../src/expressions/intrinsic');

test('every function has a file of its name and is collected', () => {
  const files = readdirSync(folder).map((file) => file.replace('.ts', ''));
  const fileOf = (name: string) =>
    name
      .replace('States.', '')
      .replace('UUID', 'Uuid')
      .replace(/(?<=[a-z\d])[A-Z]/g, '-$&')
      .toLowerCase();
  expect([...intrinsicFunctions.keys()].map(fileOf).sort()).toEqual(
    files.filter((file) => !machinery.includes(file)).sort(),
  );
  expect(intrinsicFunctions.size).toBe(18);
});
