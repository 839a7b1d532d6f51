import type { Catcher, Retrier } from '@stepproof/asl';
import type { Work } from '../scheduler/fiber';
import type { Exit } from '../states/exit';
import { checked } from '../states/run-scope';
import type { Visit } from '../states/visit';
import { Catchers } from './catch';
import { Retriers, RetryCounts } from './retry';

/**
 * Retry and Catch around the work of a state. `onFailed` is called once, when no further attempt is made: Parallel and
 * Map record then that they failed, caught or not.
 *
 * `attempt` is one for all visits. A generator function that is made for each visit costs V8 a hidden class, and what
 * that function refers to is then not collected with the young objects: half of the time of a Map went into that.
 */
export class Recovery {
  readonly retriers: Retriers;
  readonly catchers: Catchers;
  readonly #attempt: (visit: Visit) => Work<Exit>;
  readonly #onFailed: ((visit: Visit) => void) | undefined;

  constructor(
    node: { readonly retry: readonly Retrier[]; readonly catch: readonly Catcher[] },
    attempt: (visit: Visit) => Work<Exit>,
    onFailed?: (visit: Visit) => void,
  ) {
    this.retriers = new Retriers(node.retry);
    this.catchers = new Catchers(node.catch);
    this.#attempt = attempt;
    this.#onFailed = onFailed;
  }

  *run(visit: Visit): Work<Exit> {
    const attempts = new RetryCounts(visit.trial?.options.retrierRetryCount);
    const { scheduler } = visit.track.frame;
    for (;;) {
      try {
        return checked(visit, yield* this.#attempt(visit));
      } catch (error) {
        const failure = visit.failureOf(error);
        if (failure.isFatal) throw failure;
        const noted = { state: visit.state.name, error: failure.errorName, cause: failure.causeText };
        const retry = this.retriers.decide(failure, attempts, visit.environment);
        if (retry) visit.trial?.retried(retry, failure);
        if (retry?.delay === undefined) {
          this.#onFailed?.(visit);
          const caught = this.catchers.find(visit, failure);
          if (!caught) throw failure;
          visit.trial?.caughtBy(caught.index, failure);
          const exit = caught.leave();
          return { ...exit, note: { kind: 'catcher', index: caught.index, next: exit.next!, ...noted } };
        }
        attempts.add(retry.index);
        visit.retryCount++;
        visit.retry = { kind: 'retrier', index: retry.index, delay: retry.delay, ...noted };
        yield scheduler.sleep(retry.delay);
      }
    }
  }
}
