import { worstCaseOf, type WorkflowType } from '@stepproof/asl';
import { machineOf } from '../machine/run';
import type { StateMachine } from '../machine/state-machine';
import type { Tasks } from '../tasks/resolve-tasks';
import type { Definition } from '../plan/read-definition';
import { contractsOf, type GivenContracts } from './contracts-of';
import { ScenarioSpace } from './arbitraries/scenario-arbitrary';
import { keepsContract } from './keeps-contract';
import { breakText } from './break-text';
import { casesOf } from './cases';
import { completed } from './completed';
import { Explorer } from './explorer';
import { defaultInvariants } from './invariants/default-invariants';
import type { Invariant } from './invariants/invariant';
import { Reach } from './reach';
import { reportOf, type ExplorationReport } from './report';
import { solvedScenarios } from './solved-scenarios';
import type { Subject } from './trial-run';

export interface ExploreOptions extends GivenContracts {
  /** Who answers calls that are not to be explored, as `tasks` of an execution. */
  readonly mocks?: Tasks;
  /** How many executions. Default: 1000. */
  readonly runs?: number;
  /** The same seed makes the same exploration. Default: 42. */
  readonly seed?: number;
  /** Seconds of real time after which the search ends. Default: none. */
  readonly timeLimit?: number;
  /** What must hold. Default: no runtime errors, within limits, and for Express survives redelivery. */
  readonly invariants?: readonly Invariant[];
  /** After how many events an execution is taken for one without an end. Default: 5000. */
  readonly maxEvents?: number;
  /** Default: what the template says that declares the machine, else STANDARD. */
  readonly type?: WorkflowType;
  readonly onProgress?: (runs: number) => void;
}

/** An exploration has found something that must not happen. */
export class WorkflowBrokenError extends Error {
  override readonly name = 'WorkflowBrokenError';
  declare readonly report: ExplorationReport;

  constructor(report: ExplorationReport) {
    const { breaks, seed, runs, name } = report;
    const found = breaks.map((found) => breakText(found)).join('\n\n');
    super(
      `"${name}" breaks in ${breaks.length === 1 ? 'one way' : `${breaks.length} ways`} (${runs} runs, seed ${seed})\n\n${found}`,
    );
    Object.defineProperty(this, 'report', { value: report });
  }
}

/**
 * Searches for inputs, results and failures that break a machine, and fails with the smallest scenario of each.
 * @throws {WorkflowBrokenError}
 */
export async function explore<D extends Definition>(
  definition: D | StateMachine<D>,
  options: ExploreOptions = {},
): Promise<ExplorationReport> {
  const report = await survey(definition, options);
  if (report.breaks.length > 0) throw new WorkflowBrokenError(report);
  return report;
}

/** The same search, which gives back whatever it has found. */
export async function survey<D extends Definition>(
  definition: D | StateMachine<D>,
  options: ExploreOptions = {},
): Promise<ExplorationReport> {
  const { runs = 1000, seed = 42, timeLimit, maxEvents = 5000, onProgress, type } = options;
  const machine = machineOf(definition, type) as unknown as StateMachine;
  const { definition: node, name } = machine;
  const space = new ScenarioSpace(node, contractsOf(machine, options));
  // What the call says wins over the contract of the machine, and may contradict it.
  const isChecked = options.input === undefined && options.tasks === undefined;
  const reach = new Reach(node);
  const start = performance.now();
  const pool = space.pool(seed);
  const { typicalInput } = space;
  const subject: Subject = {
    machine,
    definition: node,
    pool,
    given: () => machine.resolverOf(options.mocks),
    observers: [reach.observe],
    maxEvents,
    isChecked,
  };
  const explorer = new Explorer(subject, space, reach, {
    runs,
    seed,
    invariants: options.invariants ?? defaultInvariants(machine.type),
    // Inputs that keep to a schema of the call are made by its arbitrary only.
    first:
      options.input === undefined
        ? solvedScenarios(node)
            .map((scenario) => completed(scenario, typicalInput, pool))
            .filter((scenario) => !isChecked || keepsContract(scenario, machine))
        : [],
    timeLimit: timeLimit === undefined ? undefined : timeLimit * 1000,
    onProgress,
  });
  await explorer.explore();
  const seconds = (performance.now() - start) / 1000;
  const worstCase = worstCaseOf(node, machine.type);
  const cases = await casesOf(subject, explorer.interesting);
  return reportOf(explorer, reach, { name, seed, seconds, worstCase, cases });
}
