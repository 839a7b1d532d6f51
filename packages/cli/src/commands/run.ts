import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from '../exit-code';
import type { Io } from '../io';
import type * as run from '../run/run-machine';
import type { RunOptions } from '../run/run-options';

const explanation = `
Time is virtual: waiting a year takes no time. Nothing is called; whatever a Task calls must have a mock.

Mocks are JSON, by the name of a state or by a resource; of a list each answers one call, the last all that follow:
  {
    "Reserve": { "returns": { "reserved": true } },
    "sqs:sendMessage": { "fails": { "error": "SQS.AmazonSQSException", "cause": "no such queue" } },
    "Charge": [{ "fails": { "error": "Card.Declined" } }, { "returns": { "id": "ch_1" } }]
  }
or, with --test-case, the MockConfigFile.json of Step Functions Local as it is:
  {
    "StateMachines": { "Order": { "TestCases": { "HappyPath": { "Charge": "Charged" } } } },
    "MockedResponses": { "Charged": { "0-1": { "Throw": { "Error": "Card.Declined", "Cause": "no funds" } },
                                      "2": { "Return": { "id": "ch_1" } } } }
  }

A contract beside the definition (order.contracts.json) is kept to: an input, a result or a call that breaks it ends the run.

Exit code: 0 the execution succeeded, 1 it failed or timed out, 2 could not run.

Examples:
  stepproof run order.asl.json --input '{ "orderId": 7 }' --mocks mocks.json
  stepproof run template.yaml --machine Order --input @order.json --mocks MockConfigFile.json --test-case HappyPath
  stepproof run order.asl.json --mocks mocks.json --format json > execution.json`;

/** `stepproof run`: the options and their meaning; what it does is in ../run and loaded when it is wanted. */
export function runCommand(io: Io, done: (code: ExitCode) => void): Command {
  return new Command('run')
    .description('Run a state machine here, with mocks and a virtual clock.')
    .argument('<file>', 'a definition or a template')
    .option('--input <json>', 'the input of the execution, as JSON or as @file', '{}')
    .option('--mocks <file>', 'who answers the calls of Tasks')
    .option('--test-case <name>', 'the test case of a MockConfigFile.json')
    .option('--machine <name>', 'which one, where the file or the MockConfigFile.json has several')
    .addOption(
      new Option('--type <type>', 'the type of the workflow (default: what a template says, else standard)').choices([
        'standard',
        'express',
      ]),
    )
    .addOption(
      new Option('--seed <number>', 'where UUIDs, random numbers and jitter come from (default: 1)').argParser(seed),
    )
    .addOption(
      new Option('--format <format>', 'how to write the execution').choices(['pretty', 'json']).default('pretty'),
    )
    .addHelpText('after', explanation)
    .action(async (file: string, options: RunOptions) => {
      // Loads the interpreter, which neither --help nor a mistake in the options needs.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { runMachine } = require('../run/run-machine') as typeof run;
      done(await runMachine(file, options, io));
    });
}

function seed(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a whole number, 0 or greater.');
}
