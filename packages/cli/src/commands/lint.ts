import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from '../exit-code';
import { formatNames } from '../formats/format-name';
import type { Io } from '../io';
import type { LintOptions } from '../lint/lint-options';
import type * as lint from '../lint/run-lint';

const examples = `
A folder stands for the JSON, YAML and Terraform files in it, templates of them included; TypeScript and JavaScript are read
when they are named or a glob matches them. A file without a state machine is silent.
No configuration is needed; a project with its own eslint.config.js uses it with --config.

Exit code: 0 clean or warnings only, 1 errors, unreadable definitions or more warnings than allowed, 2 could not run.

Examples:
  stepproof lint "workflows/**/*.asl.json" template.yaml
  stepproof lint cdk.out "lib/**/*.ts"
  stepproof lint --type express --max-warnings 0 order.asl.yaml
  stepproof lint --rule 'asl/require-catch: off' --format sarif . > results.sarif
  git show HEAD:order.asl.json | stepproof lint --stdin --stdin-filename order.asl.json`;

/** `stepproof lint`: the options and their meaning; what it does is in ../lint and loaded when it is wanted. */
export function lintCommand(io: Io, done: (code: ExitCode) => void): Command {
  return new Command('lint')
    .description('Lint state machines in definitions and templates.')
    .argument('[files...]', 'files, folders or globs')
    .addOption(
      new Option(
        '--type <type>',
        'the type of the workflows: standard or express (default: what a template says)',
      ).argParser(workflowType),
    )
    .addOption(new Option('--format <format>', 'how to write the findings').choices(formatNames).default('stylish'))
    .addOption(new Option('--max-warnings <number>', 'exit with 1 when there are more warnings').argParser(count))
    .option(
      '--fix',
      'mend what can be mended safely; with --stdin, write the mended text to stdout and the findings to stderr',
    )
    .option('--quiet', 'report errors only')
    .addOption(
      new Option('--rule <rule>', "set a rule, as 'asl/require-catch: off'; may be repeated")
        .argParser((value: string, before: readonly string[]) => [...before, value])
        .default([], 'those of the preset "recommended"'),
    )
    .option('--config <file>', "use the project's own ESLint configuration instead of the preset")
    .option('--stdin', 'lint the text from stdin')
    .option('--stdin-filename <file>', 'the name of the file that the text from stdin is of')
    .option('--no-warn-ignored', 'do not warn of files that are given but ignored')
    .option('--no-inline-config', 'take no notice of eslint-disable comments')
    .addHelpText('after', examples)
    .action(async (files: string[], options: LintOptions) => {
      // Loads ESLint, which neither --help nor a mistake in the options needs.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { runLint } = require('../lint/run-lint') as typeof lint;
      done(await runLint(files, options, io));
    });
}

function workflowType(value: string): 'STANDARD' | 'EXPRESS' {
  const type = value.toUpperCase();
  if (type === 'STANDARD' || type === 'EXPRESS') return type;
  throw new InvalidArgumentError('Allowed choices are standard, express.');
}

function count(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a number, 0 or greater.');
}
