import type { Json, PathStep, StepOutcome } from '@stepproof/asl';
import type { EventNote, StateMachine, TaskResolver } from '../../src';

/** A state that an execution has left, and how: `Route rule 0`. */
export type Taken = string;

const wayText = ({ way }: PathStep): string =>
  way.kind === 'rule' || way.kind === 'catcher' ? `${way.kind} ${way.index}` : way.kind;

/** The steps of a path in the form that executions are told in; a state that is gone into is not left. */
export const expected = (steps: readonly PathStep[]): Taken[] =>
  steps.flatMap((step) => (step.way.kind === 'into' ? [] : [`${step.state.name} ${wayText(step)}`]));

/** Answers each Task as the solver says, the states that the path has nothing to do with by an empty result. */
export function resolverOf(outcomes: readonly StepOutcome[]): TaskResolver {
  const left = [...outcomes];
  const current = new Map<string, StepOutcome | undefined>();
  return ({ state, iterations, attempt }) => {
    const key = `${state} ${iterations.join()}`;
    // A retry meets the same outcome again.
    if (attempt === 0) {
      const index = left.findIndex((one) => `${one.state.name} ${one.iterations.join()}` === key);
      current.set(key, index < 0 ? undefined : left.splice(index, 1)[0]);
    }
    const outcome = current.get(key);
    if (!outcome) return { result: {} };
    return 'error' in outcome ? { error: outcome.error, cause: outcome.cause } : { result: outcome.result };
  };
}

/** Runs an execution and tells which states it has left, and how. */
export async function stepsTaken(machine: StateMachine, input: Json, tasks: TaskResolver): Promise<Taken[]> {
  const taken: Taken[] = [];
  const ways = (note: EventNote | undefined): string => {
    if (note?.kind === 'rule' || note?.kind === 'catcher') return `${note.kind} ${note.index}`;
    return note?.kind === 'default' ? 'default' : 'next';
  };
  await machine
    .execute(input, {
      tasks,
      runawayLimit: 300,
      observers: [
        ({ type, details, note }) => {
          if (type.endsWith('StateExited')) taken.push(`${String(details?.name)} ${ways(note)}`);
        },
      ],
    })
    .catch((error: unknown) => {
      // A loop that nothing ends: what it took is taken.
      if (!(error instanceof Error) || error.name !== 'RunawayError') throw error;
    });
  return taken;
}

/** Whether the steps come one after the other, with nothing but what runs beside them in between. */
export function isWithin(steps: readonly Taken[], taken: readonly Taken[]): boolean {
  let at = 0;
  for (const step of taken) if (step === steps[at]) at++;
  return at === steps.length;
}
