import type { JsonSchema, Json } from '@stepproof/asl';
import { allowsError } from '../contracts/allows-error';
import { schemaFaults } from '../contracts/schema-faults';
import type { StateMachine } from '../machine/state-machine';
import type { Scenario } from './scenario';
import { tasksByName } from './tasks-by-name';

/** Whether the input and the results of a scenario are what the contract of the machine allows. */
export function keepsContract({ input, outcomes }: Scenario, machine: StateMachine): boolean {
  const { contract, definition } = machine;
  if (!contract) return true;
  const states = tasksByName(definition);
  const keeps = (schema: JsonSchema | undefined, value: Json): boolean =>
    schema === undefined || schemaFaults(schema, value).length === 0;
  return (
    keeps(contract.input, input) &&
    Object.entries(outcomes).every(([name, calls]) => {
      const task = contract.tasks.get(name);
      return calls.every((outcome) => {
        if ('result' in outcome) return keeps(task?.result, outcome.result);
        const state = states.get(name);
        return 'never' in outcome || !task || !state || allowsError(task, outcome.error ?? '', state.resource);
      });
    })
  );
}
