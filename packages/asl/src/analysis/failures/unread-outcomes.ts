import { scopesOf, TaskState, type State, type StateMachine } from '../../syntax';
import { apiActionOf } from '../calls/api-action';
import { graphOf } from '../graph/graph';
import { statesBefore } from '../graph/reachability';
import { pollingLoopsOf } from '../polling/polling-loops';
import { dropsAnswer, mayBeRead } from './unread-failures';

/** A call that is repeated until a job has ended, and that also tells how it ended, which nobody reads. */
export interface UnreadOutcome {
  readonly task: TaskState;
  /** What runs: `crawler`. */
  readonly job: string;
  /** The status after which the loop is left, and which comes of a failure as well: `READY`. */
  readonly ended: string;
  /** The member of the answer that tells how it ended: `LastCrawl.Status`. */
  readonly member: string;
}

interface Row extends Omit<UnreadOutcome, 'task'> {
  readonly start: string;
  /** The member of the answer that has the other in it. */
  readonly within: string;
}

/**
 * By the API reference: the `State` of a crawler is `READY`, `RUNNING` or `STOPPING`, and the `Status` of its last crawl `SUCCEEDED`,
 * `CANCELLED` or `FAILED`.
 */
const outcomes: ReadonlyMap<string, Row> = new Map([
  [
    'glue:getCrawler',
    { start: 'glue:startCrawler', within: 'Crawler', job: 'crawler', ended: 'READY', member: 'LastCrawl.Status' },
  ],
]);

/** Of jobs that the same scope has started before: who waits for another one may only want it to be free. */
export const unreadOutcomesOf = (machine: StateMachine): readonly UnreadOutcome[] =>
  scopesOf(machine).flatMap((scope) => {
    if (graphOf(scope).isPartial || !scope.states.some((state) => rowOf(state))) return [];
    const asking = pollingLoopsOf(scope).flatMap((loop) => loop.flatMap((state) => askerOf(state) ?? []));
    return asking.slice(0, maxSearches).filter(({ task, start, member, within }) => {
      const members = [member.split('.')[0]!];
      return (
        [...statesBefore(task)].some((state) => apiActionOf(state) === start) &&
        (dropsAnswer(task) || !mayBeRead(task, members, within))
      );
    });
  });

/** Each search goes over the whole machine. */
const maxSearches = 20;

function askerOf(state: State): (UnreadOutcome & Row) | undefined {
  const row = rowOf(state);
  return row && state instanceof TaskState ? { task: state, ...row } : undefined;
}

const rowOf = (state: State): Row | undefined => outcomes.get(apiActionOf(state) ?? '');
