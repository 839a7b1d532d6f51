import { LineIndex } from '../../src/text/line-index';
import { definitionOf, onlyMachine, read, written } from './reading';

const machine = `{ StartAt: 'A', States: { A: { Type: 'Succeed' } } }`;
const succeed = { StartAt: 'A', States: { A: { Type: 'Succeed' } } };
const json = JSON.stringify(succeed);

const found = (text: string, filename = 'stack.ts') =>
  read(filename, text).machines.map(({ declaration: { name, workflowType } }) => [name, workflowType]);

describe('where a definition stands', () => {
  test.each<[string, string, string | undefined, string | undefined]>([
    ['a constant', `const order = ${machine};`, 'order', undefined],
    ['as const', `export const order = ${machine} as const;`, 'order', undefined],
    ['satisfies', `const order = ${machine} satisfies Definition;`, 'order', undefined],
    ['a type assertion', `const order = <Definition>${machine};`, 'order', undefined],
    ['frozen', `const order = Object.freeze(${machine});`, 'order', undefined],
    ['a member', `const machines = { order: ${machine} };`, 'order', undefined],
    ['what a function returns', `function order() { return ${machine}; }`, 'order', undefined],
    ['what an arrow function returns', `const order = (arn: string) => (${machine});`, 'order', undefined],
    ['a default export', `export default ${machine};`, undefined, undefined],
    ['an argument', `start(JSON.stringify(${machine}));`, undefined, undefined],
    ['the harness', `const m = new StateMachine(${machine});`, 'm', 'STANDARD'],
    ['the harness with a type', `const m = new StateMachine(${machine}, { type: 'EXPRESS' });`, 'm', 'EXPRESS'],
    [
      'CfnStateMachine',
      `new sfn.CfnStateMachine(this, 'Order', { definitionString: JSON.stringify(${machine}), stateMachineType: 'EXPRESS' });`,
      'Order',
      'EXPRESS',
    ],
    [
      'CfnStateMachine with an object',
      `new CfnStateMachine(this, 'Order', { definition: ${machine} });`,
      'Order',
      'STANDARD',
    ],
    [
      'a type that a spread may hold',
      `new CfnStateMachine(this, 'Order', { ...props, definition: ${machine} });`,
      'Order',
      undefined,
    ],
    [
      'fromString',
      `new StateMachine(this, 'Order', { definitionBody: DefinitionBody.fromString(JSON.stringify(${machine})), stateMachineType: StateMachineType.EXPRESS });`,
      'Order',
      'EXPRESS',
    ],
    [
      'through constants',
      `const type = 'EXPRESS'; const order = ${machine}; const text = JSON.stringify(order); new CfnStateMachine(this, 'Order', { definitionString: text, stateMachineType: type });`,
      'Order',
      'EXPRESS',
    ],
    [
      'a command of the SDK',
      `client.send(new CreateStateMachineCommand({ name: 'order', definition: JSON.stringify(${machine}), type: 'EXPRESS' }));`,
      'order',
      'EXPRESS',
    ],
    ['Pulumi', `new aws.sfn.StateMachine('order', { definition: JSON.stringify(${machine}) });`, 'order', 'STANDARD'],
    ['text in quotes', `const order = '${json}';`, 'order', undefined],
    ['text in backticks', `const order = \`${json}\`;`, 'order', undefined],
    [
      'text of pieces',
      `const order = '{ "StartAt": "A", ' + '"States": { "A": { "Type": "Succeed" } } }';`,
      'order',
      undefined,
    ],
    ['raw text', `const order = String.raw\`${json}\`;`, 'order', undefined],
    [
      'YAML where a definition is wanted',
      `new CfnStateMachine(this, 'Order', { definitionString: \`\nStartAt: A\nStates:\n  A:\n    Type: Succeed\n\` });`,
      'Order',
      'STANDARD',
    ],
  ])('%s', (_, text, name, workflowType) => {
    const only = onlyMachine('stack.ts', text);
    expect(definitionOf(only)).toEqual(succeed);
    expect([only.declaration.name, only.declaration.workflowType]).toEqual([name, workflowType]);
  });

  test.each(['a.ts', 'a.mts', 'a.cts', 'a.tsx', 'a.js', 'a.mjs', 'a.cjs', 'a.jsx', 'a.ts/0_machines.asl-source'])(
    'in %s',
    (filename) => {
      expect(found(`const order = ${machine};`, filename)).toEqual([['order', undefined]]);
    },
  );

  test('several, in the order of the text', () => {
    const text = `const a = ${machine}; new CfnStateMachine(this, 'B', { definition: ${machine} }); const c = '${json}';`;
    expect(found(text).map(([name]) => name)).toEqual(['a', 'B', 'c']);
  });

  test('one that is declared twice is one', () => {
    const text = `const m = ${machine}; new CfnStateMachine(this, 'A', { definition: m }); new CfnStateMachine(this, 'B', { definition: m, stateMachineType: 'EXPRESS' });`;
    expect(found(text)).toEqual([['A', undefined]]);
  });
});

describe('what is none', () => {
  test.each([
    ['a type', 'interface Machine { StartAt: string; States: { A: { Type: string } } }'],
    ['a declaration file', `const order = ${machine};`, 'order.d.ts'],
    ['StartAt alone', `const action = { type: 'start', StartAt: 'A' }; type States = never;`],
    ['states of a country', `const form = { StartAt: '09:00', States: { NY: 'New York' } };`],
    ['States from elsewhere', `const order = { StartAt: 'A', States };`],
    [
      'a machine with members from elsewhere',
      `const order = { ...base, StartAt: 'A', States: { A: { Type: 'Pas' } } };`,
    ],
    ['one that is changed', `const m = ${machine}; m.States.B = { Type: 'Succeed' };`],
    ['one that is changed by another name', `const m = ${machine}; const s = m.States; delete s.A;`],
    ['one that Object.assign changes', `const m = ${machine}; Object.assign(m.States, more);`],
    ['pieces to merge', `const m = deepMerge(base, ${machine});`],
    ['what a test expects', `expect(m).toEqual(${machine});`],
    ['a branch', `const branches = { Branches: [${machine}] };`],
    [
      'a function that gives a branch',
      `const make = () => (${machine}); const state = { Branches: [make(), ...more] };`,
    ],
    ['a constant called a branch', `export const payBranch = ${machine};`],
    ['text of another kind', `const template = '{ "Resources": ${json} }';`],
    ['text whose members come from elsewhere', 'const m = `{ "StartAt": "A", "States": { ${states.join()} } }`;'],
    ['text that ends too early', `const m = '{ "StartAt": "A", "States": {';`],
  ])('%s', (_, text, filename = 'stack.ts') => {
    const { machines, problems } = read(filename, text);
    expect({ machines, problems }).toEqual({ machines: [], problems: [] });
  });
});

describe('what the source does not say is unknown', () => {
  const valueOf = (value: string, before = '') => {
    const text = `${before}; const m = { StartAt: 'A', States: { A: { Type: 'Pass', Result: ${value} } } };`;
    return onlyMachine('a.ts', text).states[0]!.field('Result')!;
  };

  test.each<[string, unknown, string?]>([
    [`'it\\'s'`, "it's"],
    ['`a\\`b`', 'a`b'],
    ['5 * 60', 300],
    ['-1', -1],
    ['1_000', 1000],
    ['[1, null, true, { a: "b" }]', [1, null, true, { a: 'b' }]],
    [`'a' + "b" + \`c\``, 'abc'],
    ['`arn:${region}:x`', 'arn:eu:x', `const region = 'eu'`],
    ['limits.most', 5, 'const limits = { most: 5 } as const'],
    ['{ ...more, b: 3 }', { a: 1, b: 3 }, 'const more = { a: 1, b: 2 }'],
    ['[...more, 3]', [1, 3], 'const more = [1]'],
    ['{ [name]: 1 }', { key: 1 }, `const name = 'key'`],
    ['{ a: undefined, b: 1 }', { b: 1 }],
    ['{ 1: 2 }', { 1: 2 }],
    ['{ more }', { more: 1 }, 'const more = 1'],
  ])('%s is known', (value, expected, before = '') => {
    const field = valueOf(value, before);
    expect(field.json).toEqual(expected);
    expect(field.isUnknown).toBe(false);
  });

  test.each([
    ['name'],
    ['call()'],
    ['a ? 1 : 2'],
    ['a.b'],
    ['`${a}`'],
    ['`arn:${a.b("}")}:x`'],
    [`'arn:' + a`],
    ['{ ...more }'],
    ['{ [key]: 1 }'],
    ['[...more]'],
    ['tag`text`'],
    ['x', 'let x = 1'],
    ['x', 'const x = 1; function f(x) {}'],
    ['x', 'const x = [x]; x.push(1)'],
  ])('%s', (value, before = '') => {
    expect(valueOf(value, before).isUnknown).toBe(true);
  });

  test('a state with members from elsewhere is a placeholder, and so is what a spread adds to States', () => {
    const text = `const m = { StartAt: 'A', States: { A: { Type: 'Pass', ...common }, B: { Type: 'Succeed' }, ...more } };`;
    const { states } = onlyMachine('a.ts', text);
    expect(states.map(({ located }) => located.kind)).toEqual(['placeholder', 'object', 'placeholder']);
  });
});

describe('places', () => {
  test.each<[string, string, string]>([
    ['a name without quotes', `{ StartAt: 'A', States: { A: { Type: 'Pass', Nextt: 'B' } } }`, 'Nextt'],
    ['a name in quotes', `{ StartAt: 'A', States: { A: { Type: 'Pass', 'Nextt': 'B' } } }`, "'Nextt'"],
    ['JSON in quotes', `'{"StartAt":"A","States":{"A":{"Type":"Pass","Nextt":"\\'"}}}'`, '"Nextt"'],
    [
      'JSON with escapes',
      `"{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Pass\\",\\"Nextt\\":1}}}"`,
      '\\"Nextt\\"',
    ],
    [
      'JSON with other escapes',
      `'\\x7b"StartAt":\\u0022A\\u{22},\\\n"States":{"A":{"Type":"Pass","Nextt":1}}}'`,
      '"Nextt"',
    ],
    [
      'a template literal',
      '`{"StartAt":"A",\r\n"States":{"A":{"Type":"Pass","Resource": "${a("x")}", "Nextt":1}}}`',
      '"Nextt"',
    ],
    ['String.raw', 'String.raw`{"StartAt":"A","States":{"A":{"Type":"Pass","Comment":"\\n","Nextt":1}}}`', '"Nextt"'],
    ['pieces', `'{"StartAt":"A",' + "\\n" + '"States":{"A":{"Type":"Pass",' + '"Nextt":1}}}'`, '"Nextt"'],
  ])('%s', (_, value, expected) => {
    const text = `const m = ${value};`;
    const field = onlyMachine('a.ts', text).states[0]!.fields.at(-1)!;
    expect(field.name).toBe('Nextt');
    expect(written(text, field.key.range)).toBe(expected);
  });

  test('a constant is where it is written', () => {
    const text = `const next = 'B';\nconst m = { StartAt: 'A', States: { A: { Type: 'Pass', Next: next } } };`;
    const { value } = onlyMachine('a.ts', text).states[0]!.field('Next')!;
    expect(new LineIndex(text).locate(value.range[0])).toEqual({ line: 1, column: 14 });
  });
});

describe('a source that cannot be read', () => {
  test('is a problem where a definition is meant', () => {
    const { problems } = read('a.ts', `const m = { StartAt: 'A', States: { A: {`);
    expect(problems).toEqual([
      { message: 'The source cannot be read: Unexpected token; correct its syntax', range: [40, 40] },
    ]);
  });

  test.each([`const StartAt = 'States', {`, `let x = '${'['.repeat(20)}'; StartAt States`])(
    'is silent elsewhere: %s',
    (text) => {
      expect(read('a.ts', text).problems).toEqual([]);
    },
  );

  test('mistakes that leave the tree whole are for a compiler', () => {
    expect(found(`const a = ${machine}; const a = 1;`)).toHaveLength(1);
  });

  const around = (value: string, before = ''): string =>
    `${before}const m = { StartAt: 'A', States: { A: { Type: 'Pass', Result: ${value} } } };`;
  const chain = (link: (index: number) => string, count: number): string =>
    Array.from({ length: count }, (_, index) => `const a${index + 1} = ${link(index)};\n`).join('');

  test.each([
    ['deep nesting', around('['.repeat(200) + ']'.repeat(200))],
    ['nesting beyond the limit', around('a600', `const a0 = [];\n${chain((index) => `[a${index}]`, 600)}`)],
    ['template literals in template literals', around('`${'.repeat(200) + '1' + '}`'.repeat(200))],
    ['a text of a megabyte', around(`'${'a'.repeat(1_000_000)}'`)],
    [
      'constants that double',
      around('a40', `const a0 = [1, 1];\n${chain((index) => `[a${index}, ...a${index}]`, 40)}`),
    ],
    ['texts that double', around('a60', `const a0 = 'a';\n${chain((index) => `\`\${a${index}}\${a${index}}\``, 60)}`)],
    ['sums that double', around('a60', `const a0 = 1;\n${chain((index) => `a${index} + a${index}`, 60)}`)],
    ['constants that are renamed', around('a20000', `const a0 = 'a';\n${chain((index) => `a${index}`, 20_000)}`)],
    ['spreads of spreads', around('a400', `const a0 = {};\n${chain((index) => `{ ...a${index}, b: 1 }`, 400)}`)],
    ['a constant that holds itself', around('a', 'const a = [a];')],
    ['a constant that is itself', around('a', 'const a = a;')],
    ['objects that hold each other', around('a', 'const a = { ...b }; const b = { ...a };')],
    ['arrays that hold each other', around('a', 'const a = [...b]; const b = [...a];')],
    ['texts that hold each other', around('a', 'const a = `${b}`; const b = `${a}`;')],
    ['sums that hold each other', around('a', "const a = b + 'a'; const b = a + 1;")],
    ['a member of itself', around('a.b', 'const a = { b: a.b };')],
    ['a machine beside many others', around('1') + `const x = { y: 1 };`.repeat(5_000)],
  ])('%s is read', (_, text) => {
    const { machines, problems } = read('a.ts', text);
    expect([machines.length, problems]).toEqual([1, []]);
  });

  test('states that come from themselves are no machine', () => {
    const text = `const a = { ...b }; const b = { ...a };
      new StateMachine({ StartAt: 'A', States: { ...a } }); new StateMachine(a);`;
    expect(read('a.ts', text).problems).toEqual([]);
  });

  test.each([
    ['brackets', around('['.repeat(100_000) + ']'.repeat(100_000))],
    ['brackets without end', around('['.repeat(100_000))],
    ['objects', around('{ a: '.repeat(100_000) + '1' + ' }'.repeat(100_000))],
    ['parentheses', around('('.repeat(100_000) + '1' + ')'.repeat(100_000))],
    ['template literals', around('`${'.repeat(100_000) + '1' + '}`'.repeat(100_000))],
    ['operators', around(Array(10_000).fill("'a'").join(' + '))],
    ['calls', around('f('.repeat(100_000) + ')'.repeat(100_000))],
    ['statements', `${'if (a) {'.repeat(100_000)}${around('1')}`],
    ['constants', around('a20000', `const a0 = 'a';\n${chain((index) => `\`x\${a${index}}\``, 20_000)}`)],
  ])('more %s than the stack holds are told at the definition', (_, text) => {
    const { machines, problems } = read('a.ts', text);
    const start = text.indexOf('StartAt');
    expect(machines).toEqual([]);
    expect(problems).toEqual([
      { message: expect.stringMatching(/^The source nests deeper, .*own$/) as string, range: [start, start + 7] },
    ]);
  });

  test('nothing is told of a deep source that has no definition', () => {
    const text = `// StartAt and States\nconst a = ${'['.repeat(100_000)}`;
    expect(read('a.ts', text).problems).toEqual([]);
  });

  test.each([
    [`const x = ;`, 'Unexpected token'],
    ["const x = 'a", 'Unterminated string constant'],
    ['const x = `a', 'Unterminated template'],
    ['/* a', 'Unterminated comment'],
    ['const x = /a', 'Unterminated regular expression'],
    ['function f( {', 'Unexpected token'],
    ['class { x = }', 'A class name is required'],
    ['\0', "Unexpected character '\0'"],
    ['@', 'Unexpected token'],
  ])('%s beside a machine is told where it stands', (broken, message) => {
    const text = `${around('1')}\n${broken}`;
    const { machines, problems } = read('a.ts', text);
    expect(machines).toEqual([]);
    expect(problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining(`The source cannot be read: ${message}`),
    ]);
    expect(new LineIndex(text).locate(problems[0]!.range[0]).line).toBe(2);
  });
});

test('a name that is given twice', () => {
  const text = `const m = { StartAt: 'A', States: { A: { Type: 'Succeed' }, A: { Type: 'Fail' } } };`;
  expect(read('a.ts', text).duplicateKeys.map(({ key }) => key.range[0])).toEqual([text.lastIndexOf('A:')]);
});

describe('what an edit of the definition is in the source', () => {
  test.each<[string, string, string, string | undefined]>([
    ['single quotes', `'old'`, `it's "\\"`, `'it\\'s "\\\\"'`],
    ['double quotes', `"old"`, `it's "\n"`, `"it's \\"\\n\\""`],
    ['a template literal', '`old`', '`${a}` \\ $b', '`\\`\\${a}\\` \\\\ $b`'],
    ['String.raw', 'String.raw`old`', 'new', 'String.raw`new`'],
    ['String.raw that cannot say it', 'String.raw`old`', '`', undefined],
    ['a constant of another place', 'old', 'new', undefined],
  ])('%s', (_, value, text, expected) => {
    const before = `const m = { StartAt: 'A', States: { A: { Type: 'Succeed', Comment: `;
    const { host } = read('a.ts', `${before}${value} } } };`);
    const at = before.length + value.indexOf('old');
    const edit = host!.written({ range: [at, at + 3], text });
    const edited =
      edit && value.slice(0, edit.range[0] - before.length) + edit.text + value.slice(edit.range[1] - before.length);
    expect(edited).toBe(expected);
  });
});

describe('the CustomState of the CDK', () => {
  const put = `{ Type: 'Task', Resource: 'arn:aws:states:::dynamodb:putItem' }`;

  test.each<[string, string, string | undefined]>([
    ['its id', `new sfn.CustomState(this, 'put', { stateJson: ${put} });`, 'put'],
    ['a name of its own', `new CustomState(this, 'put', { stateName: 'Put it', stateJson: ${put} });`, 'Put it'],
    ['an id that is computed', 'new CustomState(this, `put-${id}`, { stateJson: ' + `${put} });`, undefined],
    [
      'constants',
      `const stateJson = ${put};\nconst props = { stateJson };\nnew CustomState(this, 'put', props);`,
      'put',
    ],
  ])('%s', (_, text, name) => {
    const machine = onlyMachine('stack.ts', text);
    expect(machine.declaration).toMatchObject({ isPart: true, ...(name !== undefined && { name }) });
    expect(written(text, machine.range)).toBe(put);
    const state = machine.states.find((candidate) => candidate.type === 'TaskState')!;
    expect(state.name).toBe(name ?? 'CustomState');
    expect(written(text, state.field('Resource')!.value.range)).toBe(`'arn:aws:states:::dynamodb:putItem'`);
    expect(state.field('Retry')!.isUnknown).toBe(true);
  });

  test.each([
    ['JSONata', `{ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Arguments: {} }`],
    ['JSONata', `{ Type: 'Wait', Seconds: '{% $states.input.s %}' }`],
    ['JSONPath', put],
  ])('in %s: %s', (queryLanguage, state) => {
    const machine = onlyMachine('stack.ts', `new CustomState(this, 's', { stateJson: ${state} });`);
    expect(machine.states[0]!.queryLanguage).toBe(queryLanguage);
  });

  test.each([
    ['what is made elsewhere', `new CustomState(this, 's', { stateJson: build() });`],
    ['what takes members from elsewhere', `new CustomState(this, 's', { stateJson: { ...base, Type: 'Task' } });`],
    ['what is changed later', `const s = ${put};\ns.Resource = arn;\nnew CustomState(this, 's', { stateJson: s });`],
    ['what has no Type', `new CustomState(this, 's', { stateJson: { Resource: 'arn' } });`],
    ['what is no construct', `createCustomState({ stateJson: ${put} });`],
    ['options that are made elsewhere', `new CustomState(this, 's', stateJson());`],
  ])('%s is left alone', (_, text) => {
    expect(read('stack.ts', text)).toMatchObject({ machines: [], problems: [] });
  });
});
