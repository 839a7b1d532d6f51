import { heldByFailedJob, type HeldByFailedJob } from '../../services';
import { stabilityOf } from '../../services/idempotency/stability';
import { MapState, ParallelState, type TaskState, type Catcher, type Retrier, type State } from '../../syntax';
import type { LocatedString } from '../../text/located';
import { graphOf } from '../graph/graph';
import { writtenAt } from '../calls/written-members';
import { retryScheduleOf } from '../time/retry-schedule';

/** A job that a Retry starts again when it has failed, although the failed one holds its name or token. */
export interface HeldJob extends HeldByFailedJob {
  /** The Task itself, or a Parallel or Map that it is in. */
  readonly owner: State;
  /** The error that the Retrier of the owner names. */
  readonly error: LocatedString;
}

type Retrying = TaskState | ParallelState | MapState;

/** The innermost Retry that takes the failure of the job which a Task waits for. */
export function heldJobOf(task: TaskState): HeldJob | undefined {
  const held = heldByFailedJob(task.resource, task.callParameters);
  if (!held) return undefined;
  const readsData = (writtenAt(task, held.member) ?? '$').replace(sameInExecution, '').includes('$');
  for (let owner: Retrying | undefined = task; owner;) {
    // The first Retrier that takes the failure is the one that counts.
    const retrier = owner.retry.find(({ knownErrorNames }) => knownErrorNames?.some(isOfJob) !== false);
    const error = retrier?.knownErrorNames?.find(isOfJob);
    if (retrier && !error) return undefined;
    if (retrier && error && retryScheduleOf(retrier)?.attempts) return { ...held, owner, error };
    if (owner.catch.some(takesJobs)) return undefined;
    if (readsData && graphOf(owner.parent).start !== owner) return undefined;
    owner = holderOf(owner);
    if (owner && readsData && makesInputAnew(owner)) return undefined;
  }
  return undefined;
}

/** What a job fails with for which Step Functions waits, and what stands for every error. */
const isOfJob = ({ value }: { readonly value: string }): boolean =>
  value === 'States.TaskFailed' || value === 'States.ALL';

const takesJobs = ({ knownErrorNames }: Retrier | Catcher): boolean => knownErrorNames?.some(isOfJob) !== false;

function holderOf({ parent: { parent } }: State): ParallelState | MapState | undefined {
  return parent instanceof ParallelState || parent instanceof MapState ? parent : undefined;
}

/** Another value inside for each attempt of the whole. */
const makesInputAnew = (holder: ParallelState | MapState): boolean =>
  ['ItemSelector', 'Parameters', 'Arguments'].some((name) => {
    const value = holder.field(name)?.value;
    return value !== undefined && stabilityOf(value, false) !== 'stable';
  });

/** Of the Context Object, and functions. */
const sameInExecution = /\$\$[\w.[\]]*|\$states\.context[\w.[\]]*|\$\w+(?=\s*\()/g;
