import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import plugin from '@stepproof/linter';
import { AslRuleTester } from '@stepproof/linter/rule-tester';
import { Linter } from 'eslint';
import rule from './rule';

const order = {
  StartAt: 'Charge',
  States: {
    Charge: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:charge', End: true },
  },
};

new AslRuleTester().run('valid-contracts', rule, {
  valid: [
    { name: 'no contract', definition: order },
    { name: 'an empty one', definition: order, contracts: {} },
    {
      name: 'schemas and Tasks',
      definition: order,
      contracts: {
        input: { $ref: '#/$defs/Order' },
        output: true,
        tasks: { Charge: { parameters: {}, result: { type: 'object' }, errors: ['Card.Declined'] } },
        $defs: { Order: { type: 'object' } },
      },
    },
  ],
  invalid: [
    {
      name: 'each problem',
      definition: order,
      contracts: { input: { type: 'strnig' }, tasks: { Chrage: {} } },
      errors: [
        {
          message:
            'In the contract, "/input/type" is "strnig"; use "object", "array", "string", "number", "integer", "boolean", "null"',
          at: '/StartAt',
          part: 'key',
        },
        {
          message: 'In the contract, "/tasks/Chrage" is no state of the machine; did you mean "Charge"?',
          at: '/StartAt',
          part: 'key',
        },
      ],
    },
  ],
});

test('a problem of a file is told with its place in that file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'valid-contracts-'));
  try {
    const file = join(folder, 'order.contracts.json');
    writeFileSync(file, '{\n  "inptu": {}\n}\n');
    const lint = (languageOptions: Linter.LanguageOptions) =>
      new Linter({ cwd: '/' })
        .verify(
          JSON.stringify(order),
          [
            {
              files: ['**/*.json'],
              ...plugin.configs.recommended[0],
              languageOptions,
              rules: { 'asl/valid-contracts': 'error' },
            },
          ],
          join(folder, 'order.asl.json'),
        )
        .map(({ message }) => message);
    expect(lint({})).toEqual([
      `${relative(process.cwd(), file)}:2:3 "/inptu" is not known here; did you mean "input"?`,
    ]);
    expect(lint({ contracts: false })).toEqual([]);
    expect(() => lint({ contracts: 'none' })).toThrow('"contracts" must be false or a contract, an object, not "none"');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
