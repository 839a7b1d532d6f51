import type { JsonSchema, Json } from '@stepproof/asl';
import { schemaFaults } from '../contracts/schema-faults';
import type { StateMachine } from '../machine/state-machine';
import type { Scenario } from './scenario';

/** Whether the input and the results of a scenario are what the contract of the machine allows. */
export function keepsContract({ input, outcomes }: Scenario, { contract }: Pick<StateMachine, 'contract'>): boolean {
  if (!contract) return true;
  const keeps = (schema: JsonSchema | undefined, value: Json): boolean =>
    schema === undefined || schemaFaults(schema, value).length === 0;
  return (
    keeps(contract.input, input) &&
    Object.entries(outcomes).every(([name, calls]) => {
      const task = contract.tasks.get(name);
      return calls.every((outcome) => {
        if ('result' in outcome) return keeps(task?.result, outcome.result);
        return 'never' in outcome || task?.errors === undefined || task.errors.includes(outcome.error ?? '');
      });
    })
  );
}
