import fc from 'fast-check';
import { readDocument } from '../../src/documents';
import { definitionOf, onlyMachine, read, written } from './reading';

const pass = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const passYaml = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    End: true\n';

describe('bare definitions', () => {
  test.each([
    ['order.asl.json', JSON.stringify(pass)],
    ['order.asl.jsonc', `// the order\n${JSON.stringify(pass)}`],
    ['order.asl', JSON.stringify(pass)],
    ['order.asl', passYaml],
    ['order.asl.yaml', passYaml],
    ['order.asl.yml', passYaml],
    ['order.json', JSON.stringify(pass)],
    ['order.yaml', passYaml],
    ['order.json.asl', JSON.stringify(pass)],
    ['order.asl.json.tftpl', JSON.stringify(pass)],
    ['order.txt', JSON.stringify(pass)],
  ])('%s', (filename, text) => {
    expect(definitionOf(onlyMachine(filename, text))).toEqual(pass);
  });

  test.each(['{}', '[]', '"text"', 'null', '{"states": {}}'])('%s under a definition name is a definition', (text) => {
    expect(read('a.asl.json', text).machines).toHaveLength(1);
    expect(read('a.json', text).machines).toHaveLength(0);
  });

  test.each(['${definition}', '"${definition}"', '{"Ref": "Definition"}'])(
    '%s is only known after deployment',
    (text) => {
      const { machines, problems } = read('a.asl.json', text);
      expect({ machines, problems }).toEqual({ machines: [], problems: [] });
    },
  );

  test.each(['', '  \n'])('an empty definition file has a problem and no machine: %j', (text) => {
    const { machines, problems } = read('a.asl.json', text);
    expect(machines).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  test.each([
    ['StartAt without States', { StartAt: 'A' }, 1],
    ['States without StartAt', { States: { A: { Type: 'Pass' } } }, 1],
    ['no states', { States: {} }, 1],
    ['the states of a country', { States: { CA: 'California', NY: 'New York' } }, 0],
    ['a list of states', { States: ['CA', 'NY'] }, 0],
    ['a schema', { properties: { StartAt: { type: 'string' }, States: { type: 'object' } } }, 0],
    ['one of several', [pass, pass], 2],
    ['inside another document', { workflow: { main: pass } }, 1],
  ])('%s in a plain JSON file', (_, value, count) => {
    expect(read('a.json', JSON.stringify(value)).machines).toHaveLength(count);
  });

  test('the states of a branch are no machine of their own', () => {
    const parallel = { StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [pass, pass], End: true } } };
    expect(read('a.json', JSON.stringify(parallel)).machines).toHaveLength(1);
  });

  test('the declaration given counts for what the file does not declare itself', () => {
    const declaration = { name: 'Order', workflowType: 'EXPRESS' } as const;
    expect(onlyMachine('a.asl.json', JSON.stringify(pass), { declaration }).declaration).toEqual(declaration);
    expect(onlyMachine('a.json', JSON.stringify(pass), { declaration }).declaration).toEqual(declaration);
  });

  test('a definition that a Serverless file includes may hold intrinsic functions', () => {
    const text = 'StartAt: A\nStates:\n  A:\n    Type: Task\n    Resource: !GetAtt pay.Arn\n    End: true\n';
    const field = onlyMachine('a.asl.yml', text).states[0]!.field('Resource')!;
    expect(field.value).toMatchObject({ kind: 'placeholder', text: '${pay.Arn}' });
  });
});

describe('files that hold no machine have no problems', () => {
  test.each([
    ['package.json', '{"name": "states", "version": "1.0.0"}'],
    ['broken.json', '{"name": '],
    ['broken.yaml', 'a: [1,\nb: }'],
    ['chart.yaml', '{{- if .Values.x }}\nStates: {{ .Values.y }}\n{{- end }}'],
    ['stack.ts', "const machine = { StartAt: 'A', States: {} };"],
    ['README.md', '# Machines\n\n`StartAt` and `States` are required.\n'],
    [
      'stack.py',
      'import json\n\nm = all(a).apply(lambda b: {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": b[0]}}})\n',
    ],
    ['empty.json', ''],
    ['order.asl.json.tftpl', '{"StartAt": "A", "States": {%{ for x in xs ~}\n"A": {}%{ endfor ~}\n}}'],
    ['order.yaml.tpl', 'StartAt: A\nStates:\n%{ if x }\n  A: {}\n%{ endif }\n'],
    ['main.tf', 'resource "aws_s3_bucket" "b" {\n  bucket = "x"\n}\n'],
  ])('%s', (filename, text) => {
    const { machines, problems, duplicateKeys, comments } = read(filename, text);
    expect({ machines, problems, duplicateKeys, comments }).toEqual({
      machines: [],
      problems: [],
      duplicateKeys: [],
      comments: [],
    });
  });
});

describe('problems', () => {
  test.each(['order.asl.json', 'order.json', 'order.txt'])('of an evident definition are kept: %s', (filename) => {
    const { problems } = read(filename, '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}');
    expect(problems).not.toEqual([]);
  });

  test('of a definition in a string stand where the string stands', () => {
    const template = `Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: |
        {"StartAt": "A", "States": {"A": {"Type": Pass}}}
`;
    const { problems } = read('template.yaml', template);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]!.range[0]).toBe(template.indexOf('Pass'));
  });

  test('duplicate keys count inside definitions only', () => {
    const template = `Resources:
  M:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: A
        StartAt: B
        States: {}
  Other:
    Type: A
    Type: B
`;
    const { duplicateKeys } = read('template.yaml', template);
    expect(duplicateKeys.map(({ key }) => key.value)).toEqual(['StartAt']);
    expect(duplicateKeys[0]!.key.range[0]).toBe(template.lastIndexOf('StartAt'));
  });
});

test('comments of the file and of definitions inside it are given', () => {
  const template = `# template
Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: |
        // definition
        {"StartAt": "A", "States": {}}
`;
  const { comments } = read('template.yaml', template);
  expect(comments.map(({ range }) => written(template, range))).toEqual(['# template', '// definition']);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a name like any other', (name) => {
  const machine = `{"Type": "AWS::Serverless::StateMachine", "Properties": {"Definition":
    {"StartAt": "${name}", "States": {"${name}": {"Type": "Pass", "Result": "\${${name}}", "End": true}}},
    "DefinitionSubstitutions": {"${name}": "value"}}}`;
  const found = onlyMachine('template.json', `{"Resources": {"${name}": ${machine}}}`);
  expect(found.declaration.name).toBe(name);
  expect(found.states.map((state) => state.name)).toEqual([name]);
  expect(found.states[0]!.field('Result')!.json).toBe('value');
});

describe('bad input', () => {
  const names = ['a.asl.json', 'a.json', 'template.yaml', 'a.tf', 'a.asl'];

  test.each(names)('any text is read without an exception: %s', (filename) => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', '"', ':', ',', '\n', '  ', '${', '}', '<<EOF\n', 'EOF\n', '=', '#', '/*', '%{', '\\'],
      ...['StartAt', 'States', 'Type', 'Resources', 'AWS::Serverless::StateMachine', 'Properties', 'Definition: '],
      ...['DefinitionString', '!Sub ', 'Fn::Join', 'Fn::Sub', 'Ref', 'stepFunctions:', 'stateMachines', '&a ', '*a'],
      ...['resource "aws_sfn_state_machine" "m" {\n', 'definition = ', '{{resolve:', '__proto__'],
      ...['jsonencode(', ')', 'local.x', 'locals {\n', 'merge(', '"${', '%{ if', '<<-E\n', 'for '],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { machines, problems } = readDocument(text, { filename });
        for (const { range } of [...machines, ...problems]) {
          expect(range[0]).toBeGreaterThanOrEqual(0);
          expect(range[0]).toBeLessThanOrEqual(range[1]);
          expect(range[1]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(names)('deep nesting does not overflow the stack: %s', (filename) => {
    const deep = `{"StartAt": "A", "States": ${'['.repeat(100_000)}`;
    expect(() => read(filename, deep)).not.toThrow();
    expect(() => read(filename, `{"a": ${'{"Fn::Join": ["", ['.repeat(50_000)} "StartAt States"`)).not.toThrow();
  });

  test('a definition that many places share through aliases is read once', () => {
    const uses = Array.from(
      { length: 200 },
      (_, n) => `  M${n}: {Type: AWS::Serverless::StateMachine, Properties: {Definition: *d}}`,
    );
    const text = `x: &d\n  StartAt: A\n  States: {}\nResources:\n${uses.join('\n')}\n`;
    expect(read('template.yaml', text).machines).toHaveLength(1);
  });
});
