import { statesOf, TaskState, type StateMachine } from '@stepproof/asl';

/** The Tasks of a machine, in all its scopes, by their names. */
export const tasksByName = (machine: StateMachine): ReadonlyMap<string, TaskState> => machine.once(findTasks);

const findTasks = (machine: StateMachine): ReadonlyMap<string, TaskState> =>
  new Map([...statesOf(machine)].flatMap((state) => (state instanceof TaskState ? [[state.name, state]] : [])));
