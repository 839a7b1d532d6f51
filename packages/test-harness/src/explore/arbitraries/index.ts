import fc from 'fast-check';
import type { Json } from '@stepproof/asl';
import { machineOf } from '../../machine/run';
import type { StateMachine } from '../../machine/state-machine';
import type { Definition } from '../../plan/read-definition';
import type { TaskResolver } from '../../tasks/task-call';
import { contractsOf } from '../contracts-of';
import { ScenarioTasks } from '../scenario';
import { ScenarioSpace, type Contracts } from './scenario-arbitrary';

/** Inputs that a machine expects: by its contract, else as far as its own paths and comparisons tell. */
export function executionInput<D extends Definition>(definition: D | StateMachine<D>): fc.Arbitrary<Json> {
  const machine = machineOf(definition, undefined);
  return new ScenarioSpace(machine.definition, contractsOf(machine)).input;
}

/**
 * What may become of the calls of a machine's Tasks: give it to an execution as `tasks`. Results, errors and silence, call
 * by call; each execution begins anew.
 */
export function taskOutcomes<D extends Definition>(
  definition: D | StateMachine<D>,
  contracts: Pick<Contracts, 'tasks'> = {},
): fc.Arbitrary<TaskResolver> {
  const machine = machineOf(definition, undefined);
  const known = { ...contractsOf(machine).tasks, ...contracts.tasks };
  const space = new ScenarioSpace(machine.definition, { tasks: known });
  const pool = space.pool(1);
  return space.scenarios.map((scenario) => {
    const executions = new Map<string, ScenarioTasks>();
    const resolve: TaskResolver = (call) => {
      const tasks = executions.get(call.executionArn) ?? new ScenarioTasks(scenario, pool, () => undefined);
      executions.set(call.executionArn, tasks);
      return tasks.resolve(call);
    };
    // A counterexample shows what the calls are answered with.
    return Object.assign(resolve, { [fc.toStringMethod]: () => fc.stringify(scenario.outcomes) });
  });
}
