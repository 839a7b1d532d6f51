import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  InvalidDefinitionError,
  mock,
  RunawayError,
  StateMachine,
  UnansweredCallError,
  type Execution,
  type Mock,
} from '../../src';
import { survey, type ExplorationReport, type ExploredCase } from '../../src/explore';
import { Random } from '../../src/scheduler/random';
import { originals, type Original } from './mutant-machines';
import { mutantsOf, type Mutant } from './mutations';

const example = (name: string): Original => ({
  name: `examples/${name}`,
  type: 'STANDARD',
  definition: JSON.parse(
    readFileSync(join(__dirname, `../../../../examples/${name}/${name}.asl.json`), 'utf8'),
  ) as Original['definition'],
});

const runs = 400;

/** Answers as the case was answered, as the test file does that is written for it: the last answer is repeated. */
function mocksFor({ trial: { answered } }: ExploredCase): Readonly<Record<string, Mock>> {
  const mocks: Record<string, Mock> = {};
  for (const { call, outcome } of answered) {
    const next = mock.outcome(() => outcome);
    mocks[call.state] = mocks[call.state]?.then(next) ?? next;
  }
  return mocks;
}

/** What such a file expects. */
const endOf = ({ status, output, error, cause, duration, path }: Execution): string =>
  JSON.stringify([status, output, error, cause, duration, path]);

/** Whether a test of the case, written for the original, fails. */
async function fails(machine: StateMachine, explored: ExploredCase): Promise<boolean> {
  const { scenario, execution } = explored.trial;
  const before = endOf(execution);
  try {
    const mutated = await machine.execute(scenario.input, {
      tasks: mocksFor(explored),
      seed: scenario.seed,
      startTime: scenario.startTime === undefined ? undefined : new Date(scenario.startTime),
      runawayLimit: 5000,
    });
    return endOf(mutated) !== before;
  } catch (rejection) {
    if (rejection instanceof UnansweredCallError || rejection instanceof RunawayError) return true;
    throw rejection;
  }
}

/** Whether the machine is refused, a case of the original ends differently, or an exploration finds a break that is new. */
async function isKilled({ definition }: Mutant, { type }: Original, report: ExplorationReport): Promise<boolean> {
  let machine: StateMachine;
  try {
    machine = new StateMachine(definition, { type });
  } catch (error) {
    if (error instanceof InvalidDefinitionError) return true;
    throw error;
  }
  for (const explored of report.cases) if (await fails(machine, explored)) return true;
  const known = new Set(report.breaks.map(({ title }) => title));
  const { breaks } = await survey(machine, { runs });
  return breaks.some(({ title }) => !known.has(title));
}

test('nine of ten faults that are put into a machine are found', async () => {
  const random = new Random(42);
  const survivors: string[] = [];
  let count = 0;
  for (const original of [...originals, example('saga'), example('poller')]) {
    const { name, type, definition } = original;
    const report = await survey(definition, { runs, type });
    const mutants = mutantsOf(definition, { random: () => random.next(), isExpress: type === 'EXPRESS' });
    for (const mutant of mutants) {
      count++;
      if (!(await isKilled(mutant, original, report))) survivors.push(`${name}: ${mutant.name}`);
    }
  }
  expect(count).toBeGreaterThan(100);
  expect(survivors.length > count / 10 ? survivors : []).toEqual([]);
}, 60_000);
