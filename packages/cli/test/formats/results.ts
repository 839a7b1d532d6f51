import type { ESLint } from 'eslint';
import type { FormatContext } from '../../src/formats/formatter';

type Message = ESLint.LintResult['messages'][number];

export const context: FormatContext = {
  cwd: '/work/my flows',
  color: false,
  version: '1.2.3',
  rules: {
    'asl/catch': {
      docs: { description: 'Require a Catch', url: 'https://example.com/catch', severity: 'warn' } as object,
    },
  },
};

export const error: Message = {
  ruleId: 'asl/reach',
  severity: 2,
  message: '"B" cannot be reached: 100%, really\nremove it',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 8,
};
export const warning: Message = { ruleId: 'asl/catch', severity: 1, message: 'no Catch', line: 12, column: 11 };
export const fatal: Message = {
  ruleId: null,
  fatal: true,
  severity: 2,
  message: 'Parsing error: <&"\u0001>',
  line: 1,
  column: 1,
};
export const unused: Message = {
  ruleId: null,
  severity: 1,
  message: 'Unused eslint-disable directive',
  line: 0,
  column: 0,
};

export function result(filePath: string, ...messages: Message[]): ESLint.LintResult {
  return {
    filePath,
    messages,
    suppressedMessages: [],
    errorCount: messages.filter(({ severity }) => severity === 2).length,
    fatalErrorCount: messages.filter((message) => message.fatal).length,
    warningCount: messages.filter(({ severity }) => severity === 1).length,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  };
}

export const results: readonly ESLint.LintResult[] = [
  result('/work/my flows/sound.asl.json'),
  result('/work/my flows/a/order #1.asl.json', error, warning),
  result('/elsewhere/b.asl.yaml', fatal, unused),
];
