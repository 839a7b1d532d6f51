import fc from 'fast-check';
import type { Json } from '@stepproof/asl';
import { machineOf } from '../../machine/run';
import type { StateMachine } from '../../machine/state-machine';
import type { Definition } from '../../plan/read-definition';
import type { TaskResolver } from '../../tasks/task-call';
import { ScenarioTasks } from '../scenario';
import { ScenarioSpace, type Contracts } from './scenario-arbitrary';

/** Inputs that a machine expects, as far as its own paths and comparisons tell. */
export function executionInput<D extends Definition>(definition: D | StateMachine<D>): fc.Arbitrary<Json> {
  return new ScenarioSpace(machineOf(definition, undefined).definition).input;
}

/**
 * What may become of the calls of a machine's Tasks: give it to an execution as `tasks`. Results, errors and silence, call
 * by call; each execution begins anew.
 */
export function taskOutcomes<D extends Definition>(
  definition: D | StateMachine<D>,
  contracts: Pick<Contracts, 'tasks'> = {},
): fc.Arbitrary<TaskResolver> {
  const space = new ScenarioSpace(machineOf(definition, undefined).definition, contracts);
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
