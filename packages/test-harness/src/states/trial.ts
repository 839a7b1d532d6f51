import type { Json } from '@stepproof/asl';
import type { RetryDecision } from '../recovery/retry';
import type { StateFailure } from '../recovery/state-failure';
import type { Items, ItemSet } from './item-set';

/** Where TestState looks at the data on its way through a state: the names are those of its `inspectionData`. */
export type InspectionPoint =
  | 'afterInputPath'
  | 'afterParameters'
  | 'afterArguments'
  | 'afterItemsPath'
  | 'afterItemSelector'
  | 'afterItemBatcher'
  | 'result'
  | 'afterResultSelector'
  | 'afterResultPath'
  | 'maxConcurrency'
  | 'toleratedFailureCount'
  | 'toleratedFailurePercentage';

/** What TestState's `errorDetails` says. */
export interface ErrorDetails {
  readonly retryIndex?: number;
  readonly retryBackoffIntervalSeconds?: number;
  readonly catchIndex?: number;
}

/** Thrown out of a trial in place of the wait for the next attempt. */
export class RetriableFailure extends Error {
  override readonly name = 'RetriableFailure';
  readonly failure: StateFailure;

  constructor(failure: StateFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

export interface TrialOptions {
  /** Stands in for the branches of a Parallel or the iterations of a Map. */
  readonly standIn?: (() => Json) | undefined;
  /** How many iterations of the Map have failed. */
  readonly failedIterations?: number | undefined;
  /** What the ItemReader has read. */
  readonly itemReaderData?: Items | undefined;
  /** How often the Retrier that matches has been used. */
  readonly retrierRetryCount?: number | undefined;
  /** Takes the place of the context object. */
  readonly context?: Json | undefined;
}

/** A visit that TestState makes: one attempt of one state, looked at from close by. */
export class Trial {
  readonly options: TrialOptions;
  readonly inspection = new Map<InspectionPoint, Json>();
  /** The failure that a Catcher has caught. */
  caught: StateFailure | undefined;
  #errorDetails: ErrorDetails | undefined;

  constructor(options: TrialOptions) {
    this.options = options;
  }

  /** Undefined where neither a Retrier nor a Catcher had to do with the failure. */
  get errorDetails(): ErrorDetails | undefined {
    return this.#errorDetails;
  }

  /** What the ItemReader would have read, if the request says so. */
  itemsRead(source = 'STATE_DATA'): ItemSet | undefined {
    const { itemReaderData } = this.options;
    return itemReaderData && { values: itemReaderData, keys: undefined, sources: source };
  }

  inspect(point: InspectionPoint, value: Json): void {
    this.inspection.set(point, value);
  }

  retried({ index, delay }: RetryDecision, failure: StateFailure): void {
    this.#errorDetails = { retryIndex: index, ...(delay !== undefined && { retryBackoffIntervalSeconds: delay }) };
    if (delay !== undefined) throw new RetriableFailure(failure);
  }

  caughtBy(index: number, failure: StateFailure): void {
    this.#errorDetails = { ...this.#errorDetails, catchIndex: index };
    this.caught = failure;
  }
}
