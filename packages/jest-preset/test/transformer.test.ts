import { Script } from 'node:vm';
import type { TransformOptions } from '@jest/transform';
import type { Json } from '@stepproof/asl';
import transformer from '../src/transformer';

const options = (rootDir = '/app') => ({ config: { rootDir } }) as TransformOptions;

const transformed = (text: string, path: string): string => transformer.process(text, path, options()).code;

/** What an import gives: jest parses `.json` itself, and runs all else as a module. */
function imported(text: string, path: string): Json {
  const code = transformed(text, path);
  if (path.endsWith('.json')) return JSON.parse(code) as Json;
  const module = { exports: null as Json };
  new Script(code).runInNewContext({ module });
  return JSON.parse(JSON.stringify(module.exports)) as Json;
}

const definition = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };

test('a definition in JSON is JSON again, with the path of its file', () => {
  const path = '/app/order.asl.json';
  expect(imported(JSON.stringify(definition, null, 2), path)).toEqual({ ...definition, $source: path });
});

test.each(['/app/order.asl.yaml', '/app/order.asl.yml'])('a definition in YAML is a module: %s', (path) => {
  const text = 'StartAt: Done # the only one\nStates:\n  Done: { Type: Succeed }\n';
  expect(imported(text, path)).toEqual({ ...definition, $source: path });
});

test('other YAML is given as it is', () => {
  expect(imported('- 1\n- two: [3]\n', '/app/data.yaml')).toEqual([1, { two: [3] }]);
  expect(imported('Resources:\n  Topic: { Type: AWS::SNS::Topic }\n', '/app/template.yml')).toEqual({
    Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
  });
});

test('placeholders are their text, also without quotes', () => {
  const text =
    '{ "StartAt": "Each", "States": { "Each": { "Type": "Map", "MaxConcurrency": ${Limit}, "End": true } } }';
  expect(imported(text, '/app/each.asl.json')).toMatchObject({ States: { Each: { MaxConcurrency: '${Limit}' } } });
});

test('comments may stand in a definition in JSON', () => {
  const text = `// Nothing to do\n${JSON.stringify(definition)}`;
  expect(imported(text, '/app/order.asl.json')).toMatchObject(definition);
});

test('the tags of CloudFormation are what their long form is', () => {
  const text = 'Role: !GetAtt Worker.Arn\nName: !Sub "${AWS::StackName}-order"\nTopic: !Ref Topic\n';
  expect(imported(text, '/app/template.yaml')).toEqual({
    Role: { 'Fn::GetAtt': 'Worker.Arn' },
    Name: { 'Fn::Sub': '${AWS::StackName}-order' },
    Topic: { Ref: 'Topic' },
  });
});

test('a state may have any name', () => {
  const text = '{ "StartAt": "__proto__", "States": { "__proto__": { "Type": "Succeed" } } }';
  const { States } = imported(text, '/app/order.asl.json') as { States: object };
  expect(Object.keys(States)).toEqual(['__proto__']);
});

describe('a text that cannot be read', () => {
  test('is told with file, line and column', () => {
    const text = '{\n  "StartAt": "Done",\n  "States": { "Done": { "Type" "Succeed" } }\n}\n';
    expect(() => transformed(text, '/app/src/order.asl.json')).toThrow(
      /^"src\/order\.asl\.json" cannot be read; correct its text\n {2}src\/order\.asl\.json:3:32 {2}\S/,
    );
  });

  test('is told with all problems', () => {
    const text = 'StartAt: Done\nStates:\n  Done: { Type: Succeed ]\n  Other: [1 }\n';
    const places = () => transformed(text, '/app/order.asl.yaml');
    expect(places).toThrow(SyntaxError);
    expect(places).toThrow(/order\.asl\.yaml:\d+:\d+.*\n.*order\.asl\.yaml:\d+:\d+/);
  });

  test('has one document', () => {
    const order = 'StartAt: Done\nStates:\n  Done: { Type: Succeed }\n';
    expect(() => transformed(`${order}---\n${order}`, '/app/order.asl.yaml')).toThrow(
      'order.asl.yaml:4:1  Another YAML document begins here, and a definition is read of one',
    );
    expect(imported(`# order\n---\n${order}`, '/app/order.asl.yaml')).toHaveProperty('StartAt', 'Done');
  });

  test('may be empty', () => {
    expect(() => transformed('', '/app/order.asl.json')).toThrow('order.asl.json:1:1  The file is empty');
  });
});

describe('what jest keeps in its cache', () => {
  const key = (text: string, path: string, rootDir?: string) => transformer.getCacheKey?.(text, path, options(rootDir));

  test('is known by the text, by the path that is written into it, and by where messages count it from', () => {
    const keys = [
      key('{}', '/app/a.asl.json'),
      key('{ }', '/app/a.asl.json'),
      key('{}', '/app/b.asl.json'),
      key('{}', '/app/a.asl.json', '/'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key('{}', '/app/a.asl.json')).toBe(keys[0]);
  });
});
