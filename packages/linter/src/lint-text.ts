import { parse, resolve } from 'node:path';
import type { WorkflowType } from '@stepproof/asl';
import type * as eslint from 'eslint';
import type { Linter } from 'eslint';
import { plugin } from './plugin';

export interface LintTextOptions {
  /** The file of the text; the text itself decides. Templates around an absolute path say what they declare of it. */
  readonly filename: string;
  /** Default: what the template says that declares the machine, else STANDARD. */
  readonly type?: WorkflowType | undefined;
  /** Default: `recommended`. */
  readonly preset?: 'recommended' | 'strict' | undefined;
  /** Over those of the preset, as in ESLint's configuration: `{ 'asl/require-catch': 'off' }`. */
  readonly rules?: Linter.RulesRecord | undefined;
}

/**
 * Lints a text at once, without configuration files: for tests and tools that cannot wait for the `ESLint` class. ESLint
 * is loaded by the first call.
 * @returns ESLint's messages, in the order of the text; `fatal` ones for a text that cannot be read
 * @throws {TypeError} for a preset or a rule that does not exist
 */
export function lintText(text: string, options: LintTextOptions): Linter.LintMessage[] {
  const { filename, type, preset = 'recommended', rules } = options;
  const presets: Readonly<Record<string, Linter.Config[] | undefined>> = plugin.configs;
  const configs = presets[preset];
  if (!configs) throw new TypeError(`"preset" is ${JSON.stringify(preset)}; use "recommended" or "strict"`);
  const path = resolve(filename);
  // ESLint looks at nothing outside of its folder, but a text may come from anywhere.
  const linter = new (loadEslint().Linter)({ cwd: parse(path).root });
  return linter.verify(
    text,
    configs.map((config) => ({
      ...config,
      files: [anyFile],
      languageOptions: type ? { type } : {},
      rules: { ...config.rules, ...rules },
    })),
    path,
  );
}

/** ESLint takes functions here; its types do not say so. */
const anyFile = (() => true) as unknown as string;

// eslint-disable-next-line @typescript-eslint/no-require-imports -- the one way to load a module late and synchronously
const loadEslint = () => require('eslint') as typeof eslint;
