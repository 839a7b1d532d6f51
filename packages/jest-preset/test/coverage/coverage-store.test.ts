import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IstanbulFileCoverage } from '@stepproof/test-harness';
import { CoverageStore, emptyCoverage } from '../../src/coverage/coverage-store';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coverage-store-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const text = `StartAt: Route
States:
  Route:
    Type: Choice
    Choices: [{ Variable: $.n, IsPresent: true, Next: Done }]
    Default: Done
  Done: { Type: Succeed }
`;

describe('the coverage of several test files', () => {
  const counted = (path: string, ...counts: [number, number, number[]]): IstanbulFileCoverage => {
    const file = emptyCoverage(path)!;
    const [states, scope, arms] = counts;
    return { ...file, s: { 0: states, 1: states }, f: { 0: scope }, b: { 0: arms } };
  };

  test('is the sum of what each has counted', () => {
    const path = written('sum.asl.yaml', text);
    const store = new CoverageStore();
    store.add(counted(path, 1, 1, [1, 0]));
    store.add(counted(path, 2, 2, [0, 2]));
    const [file, ...others] = store.files;
    expect(file).toMatchObject({ path, s: { 0: 3, 1: 3 }, f: { 0: 3 }, b: { 0: [1, 2] } });
    expect(others).toEqual([]);
  });

  test('is kept apart by path, and apart from what was given', () => {
    const first = counted(written('first.asl.yaml', text), 1, 1, [1, 0]);
    const second = counted(written('second.asl.yaml', text), 1, 1, [0, 1]);
    const store = new CoverageStore();
    for (const file of [first, second, first]) store.add(file);
    expect([...store.files].map(({ b }) => b[0])).toEqual([
      [2, 0],
      [0, 1],
    ]);
    expect(first.b[0]).toEqual([1, 0]);
  });
});

describe('the coverage of a file that nothing has run', () => {
  test('has everything, uncovered', () => {
    expect(emptyCoverage(written('empty.asl.yaml', text))).toMatchObject({
      s: { 0: 0, 1: 0 },
      f: { 0: 0 },
      b: { 0: [0, 0] },
    });
  });

  test('is there for templates, too', () => {
    const template = `Resources:
  Order:
    Type: AWS::Serverless::StateMachine
    Properties: { Definition: { StartAt: Done, States: { Done: { Type: Succeed } } } }
`;
    expect(emptyCoverage(written('template.yaml', template))).toMatchObject({ s: { 0: 0 }, f: { 0: 0 } });
  });

  test('there is none of a file without a machine', () => {
    expect(emptyCoverage(written('data.yaml', 'a: 1\n'))).toBeUndefined();
  });

  test('a definition that cannot be read says where', () => {
    const path = written('broken.asl.json', '{\n  "StartAt": \n}');
    expect(() => emptyCoverage(path)).toThrow(`"${path}" cannot be read; correct its text\n  ${path}:3:1  `);
  });
});
