import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from '../exit-code';
import type * as explore from '../explore/explore-machine';
import { checks, type ExploreOptions } from '../explore/explore-options';
import type { Io } from '../io';

const explanation = `
Runs the machine again and again: with inputs that its own paths and comparisons ask for, with Tasks that succeed, fail and
never answer. Nothing is called and nothing is waited for. What goes wrong is told with the smallest scenario in which it does.

A contract beside the definition (order.contracts.json) says what the inputs and the results are, and is kept to.

What must hold: the execution ends; no States.Runtime, States.NoChoiceMatched or States.QueryEvaluationError; it stays within
the limits of Step Functions; an Express execution that is delivered again does nothing twice, and leaves nothing out. With
--check, too: every failure is handled or ends in a Fail state (handles-failures); what was done is undone, by the names of the
states (compensates); every item of a Map is processed or reported (loses-no-items); which branch is faster changes nothing
(order-independent).

The same seed makes the same exploration.

Exit code: 0 nothing breaks, 1 something does, 2 could not run.

Examples:
  stepproof explore order.asl.json
  stepproof explore template.yaml --machine Order --runs 10000 --input-schema order.schema.json
  stepproof explore order.asl.json --emit jest > order.explored.test.js`;

/** `stepproof explore`: the options and their meaning; what it does is in ../explore and loaded when it is wanted. */
export function exploreCommand(io: Io, done: (code: ExitCode) => void): Command {
  return new Command('explore')
    .description('Search for inputs and failures that break a state machine.')
    .argument('<file>', 'a definition or a template')
    .addOption(new Option('--runs <number>', 'how many executions').argParser(count).default(2000))
    .addOption(new Option('--seed <number>', 'where all choices come from').argParser(seed).default(42))
    .addOption(new Option('--time-limit <seconds>', 'when to stop searching').argParser(count))
    .option('--input-schema <file>', 'a JSON Schema of the inputs (default: the contract, else what the machine reads)')
    .option('--mocks <file>', 'who answers calls that are not to be explored, as for "stepproof run"')
    .addOption(new Option('--check <names...>', 'what must hold, too').choices(checks))
    .option('--machine <name>', 'which one, where the file has several')
    .addOption(
      new Option('--type <type>', 'the type of the workflow (default: what a template says, else standard)').choices([
        'standard',
        'express',
      ]),
    )
    .addOption(
      new Option('--format <format>', 'how to write what was found')
        .choices(['pretty', 'json', 'junit'])
        .default('pretty'),
    )
    .addOption(
      new Option('--emit <kind>', 'write a test file with what was found instead')
        .choices(['jest'])
        .conflicts('format'),
    )
    .addHelpText('after', explanation)
    .action(async (file: string, options: ExploreOptions) => {
      // Loads the interpreter and fast-check, which neither --help nor a mistake in the options needs.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { exploreMachine } = require('../explore/explore-machine') as typeof explore;
      done(await exploreMachine(file, options, io));
    });
}

function count(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a whole number, 1 or greater.');
}

function seed(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a whole number, 0 or greater, of at most 9 digits.');
}
