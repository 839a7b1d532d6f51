import plugin from '@stepproof/linter';
import { Linter } from 'eslint';
import type { PageExample } from './page';

type Messages = ReturnType<Linter['verify']>;

/** What these rules report of an example. */
export function lintExample(example: PageExample, rulesToRun: object): Messages {
  return new Linter().verify(
    example.code,
    [
      {
        files: ['**/*.{json,yaml}'],
        plugins: { asl: plugin },
        language: 'asl/asl',
        languageOptions: { type: example.type, ...(example.contracts && { contracts: example.contracts }) },
        rules: rulesToRun,
      },
    ],
    example.filename,
  );
}

/** The messages as pages show them, a line each. */
export const reportOf = (messages: Messages): string =>
  messages
    .map(
      ({ line, column, severity, message }) => `${line}:${column} ${severity === 2 ? 'error' : 'warning'} ${message}\n`,
    )
    .join('');
