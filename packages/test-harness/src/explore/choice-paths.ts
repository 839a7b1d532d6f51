import type { Json } from '@stepproof/asl';
import fc from 'fast-check';
import type { Execution } from '../machine/execution';
import { machineOf } from '../machine/run';
import type { StateMachine } from '../machine/state-machine';
import type { StateNames } from '../machine/state-names';
import type { Definition } from '../plan/read-definition';
import { mock, type Mock } from '../tasks/mock';
import { ScenarioSpace } from './arbitraries/scenario-arbitrary';
import { completed } from './completed';
import { contractsOf } from './contracts-of';
import { keepsContract } from './keeps-contract';
import { Reach } from './reach';
import { ScenarioTasks, type AnsweredCall, type Scenario } from './scenario';
import { solvedScenarios } from './solved-scenarios';
import { describeTarget } from './targets';

/** Data with which an execution takes a way, for `test.each`. */
export interface ChoicePath<StateName extends string = string> {
  /** The ways that no path before it takes: `"Route" -> "Ship"`. */
  readonly name: string;
  readonly input: Json;
  readonly tasks: Readonly<Record<string, Mock>>;
  /** The states in the order in which they are entered. */
  readonly path: readonly StateName[];
}

/**
 * An input, and what the Tasks give back, for each way through a machine for which the solver finds them: every Choice rule,
 * every Default, every Catcher. All of it keeps to the contract of the machine. A way that hangs on what it cannot compute has no path here; `explore` may find it.
 */
export function choicePaths<D extends Definition>(
  definition: D | StateMachine<D>,
): readonly ChoicePath<StateNames<D>>[] {
  const machine = machineOf(definition, undefined) as unknown as StateMachine;
  const reach = new Reach(machine.definition);
  const space = new ScenarioSpace(machine.definition, contractsOf(machine));
  const pool = space.pool(1);
  const { typicalInput } = space;
  const solved = solvedScenarios(machine.definition).map((scenario) => completed(scenario, typicalInput, pool));
  return [...solved, ...contractedScenarios(machine, space)].flatMap((scenario) => {
    if (reach.unreached.length === 0 || !keepsContract(scenario, machine)) return [];
    const before = reach.unreached;
    const tasks = new ScenarioTasks(scenario, pool, () => undefined);
    // Whether the machine itself keeps to its contract is not asked here.
    const execution = machine.executeNow(scenario.input, {
      tasks: tasks.resolve,
      observers: [reach.observe],
      contracts: false,
    });
    const after = new Set(reach.unreached);
    const news = before.filter((target) => target.to !== undefined && !after.has(target));
    if (!execution || news.length === 0) return [];
    const name = news.map(describeTarget).join(', ');
    return [pathOf(name, scenario, execution as Execution<StateNames<D>>, tasks.answered)];
  });
}

const samples = { numRuns: 200, seed: 1 } as const;

/** The solver knows of no contract: where what it finds breaks one, values of the contract may go the same way. */
function contractedScenarios({ contract }: StateMachine, space: ScenarioSpace): readonly Scenario[] {
  if (contract?.input === undefined) return [];
  const scenarios = fc.sample(space.scenarios, samples);
  return [...scenarios.map(({ input }) => ({ input, outcomes: {}, seed: 0 })), ...scenarios];
}

const pathOf = <StateName extends string>(
  name: string,
  { input }: Scenario,
  { path }: Execution<StateName>,
  answered: readonly AnsweredCall[],
): ChoicePath<StateName> => ({ name, input, tasks: mocksFor(answered), path });

/** Mocks that answer call after call as these were answered. */
function mocksFor(answered: readonly AnsweredCall[]): Readonly<Record<string, Mock>> {
  const mocks: Record<string, Mock> = {};
  for (const { call, outcome } of answered) {
    const next = mock.outcome(() => outcome);
    mocks[call.state] = mocks[call.state]?.then(next) ?? next;
  }
  return mocks;
}
