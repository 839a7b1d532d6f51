import { existsSync } from 'node:fs';
import { parse, resolve } from 'node:path';
import { configs, definitionFiles, sourceFiles, templateFiles } from '@stepproof/linter';
import { ESLint, type Linter } from 'eslint';
import { CouldNotRun } from '../could-not-run';
import type { LintOptions } from './lint-options';
import { rulesOf } from './rule-option';
import { fromRoot, type Targets } from './targets';

/** What is looked at in a folder. What holds no state machine is silent, so there may be more here than is needed. */
const filesOfFolders = ['**/*.{json,jsonc,yaml,yml,asl,tf,tfvars,tftpl,tpl,template}'];

/** Makes the ESLint that does what the options say. */
export function createEslint(targets: Targets, options: LintOptions, cwd: string): ESLint {
  const rules = rulesOf(options.rule);
  const languageOptions = options.type ? { type: options.type } : {};
  const shared: ESLint.Options = {
    fix: options.fix === true,
    warnIgnored: options.warnIgnored,
    allowInlineConfig: options.inlineConfig,
  };
  if (options.config !== undefined) {
    const overrideConfigFile = resolve(cwd, options.config);
    if (!existsSync(overrideConfigFile)) throw new CouldNotRun(`"${options.config}" does not exist; check --config`);
    const overrideConfig: Linter.Config = { files: [...definitionFiles, ...templateFiles], languageOptions, rules };
    return new ESLint({ ...shared, cwd, overrideConfigFile, overrideConfig });
  }
  const files = [...filesOfFolders, ...targets.globs.map(fromRoot), isNamed(targets)];
  return new ESLint({
    ...shared,
    // ESLint ignores what is outside of its folder, but a file may be named wherever it is.
    cwd: parse(cwd).root,
    overrideConfigFile: true,
    overrideConfig: [
      { ignores: [isUnasked(targets), ...targets.globs.map((glob) => `!${fromRoot(glob)}`)] },
      ...configs.recommended.map((config) => ({
        ...config,
        files,
        languageOptions,
        rules: { ...config.rules, ...rules },
      })),
      // A source has comments for the rules of its own language. Both patterns must match: this must not ask for more files.
      ...sourceFiles.map((pattern) => ({
        files: [isNamed(targets), ...targets.globs.map(fromRoot)].map((asked) => [asked, pattern]),
        linterOptions: { reportUnusedDisableDirectives: 'off' as const },
      })),
    ],
  });
}

/** Files that are named are linted whatever their extension. ESLint takes functions here; its types do not say so. */
const isNamed = ({ files }: Targets): string => ((path: string): boolean => files.has(path)) as unknown as string;

/** ESLint looks at JavaScript in any folder; here sources are looked at when they are named, or a glob matches them. */
const isUnasked = ({ files }: Targets): string =>
  ((path: string): boolean => /\.[cm]?js$/.test(path) && !files.has(path)) as unknown as string;
