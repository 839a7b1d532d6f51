import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyCoverage } from '../../src/coverage/coverage-store';
import { v8ScriptOf } from '../../src/coverage/v8-script';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'v8-script-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const text = `StartAt: Route
States:
  Route:
    Type: Choice
    Choices:
      - { Variable: $.n, IsPresent: true, Next: Done }
    Default: Done
  Done: { Type: Succeed }
`;

/** What V8 would say, by the text that it says it of. */
function scriptOf(content: string) {
  const path = join(folder, 'route.asl.yaml');
  writeFileSync(path, content);
  const file = emptyCoverage(path)!;
  const { url, functions } = v8ScriptOf({ ...file, s: { 0: 3, 1: 2 }, f: { 0: 3 }, b: { 0: [2, 1] } });
  expect(url).toBe(path);
  return functions.map(({ functionName, isBlockCoverage, ranges: [range] }) => {
    const { startOffset, endOffset, count } = range!;
    return [functionName, isBlockCoverage, content.slice(startOffset, endOffset), count];
  });
}

const lines = (from: number, to: number): string => text.split('\n').slice(from, to).join('\n');

test('has the file, the lines of states, functions, and arms of branches', () => {
  expect(scriptOf(text)).toEqual([
    ['', false, text, 3],
    ['', false, lines(2, 7), 3],
    ['', false, lines(7, 8), 2],
    ['StateMachine', false, 'StartAt: Route', 3],
    ['', true, '{ Variable: $.n, IsPresent: true, Next: Done }', 2],
    ['', true, 'Default: Done', 1],
  ]);
});

test('is the same with the line ends of Windows', () => {
  const windows = text.replaceAll('\n', '\r\n');
  const unix = scriptOf(windows).map(([name, isBlock, part, count]) => [
    name,
    isBlock,
    String(part).replaceAll('\r\n', '\n'),
    count,
  ]);
  expect(unix).toEqual(scriptOf(text));
});
