import { worstCaseOf, type WorkflowType, type WorstCase } from '@stepproof/asl';
import { machineOf } from '../machine/run';
import type { StateMachine } from '../machine/state-machine';
import type { Definition } from '../plan/read-definition';
import { durationText } from '../trace/duration-text';

/** The most that an execution of a machine can take and call, by its definition alone; Infinity where that sets no bound. */
export function worstCase<D extends Definition>(
  definition: D | StateMachine<D>,
  { type }: { readonly type?: WorkflowType } = {},
): WorstCase {
  const machine = machineOf(definition, type);
  return worstCaseOf(machine.definition, machine.type);
}

/** What to say of a machine that may still wait when its execution is ended; undefined when it never does, as far as known. */
export function slownessOf({ waiting, limit, states }: WorstCase): string | undefined {
  if (limit === undefined || waiting === Infinity || waiting <= limit) return undefined;
  const slowest = states.reduce((most, state) => (state.waiting > most.waiting ? state : most));
  return (
    `may wait ${durationText(waiting)} in all, ${durationText(slowest.waiting)} of it in "${slowest.state}"; ` +
    `the execution is ended after ${durationText(limit)}`
  );
}
