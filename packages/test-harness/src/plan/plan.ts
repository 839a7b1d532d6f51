import type { Scope, StateType } from '@stepproof/asl';
import type { HistoryEventType } from '../history/history-event';
import type { Work } from '../scheduler/fiber';
import type { Exit } from '../states/exit';
import type { Visit } from '../states/visit';

/** A state made ready to run: its fields are compiled once, for all visits. */
export interface StatePlan {
  readonly name: string;
  readonly type: StateType;
  /** The types of the events of entering and leaving it. A Fail state is never left. */
  readonly entered: HistoryEventType;
  readonly exited: HistoryEventType;
  /** Task, Parallel and Map: the context object tells them how often they have been retried. */
  readonly isRetriable: boolean;
  /** Runs the state. What never waits is done at once; the rest is work for a fiber. */
  run(visit: Visit): Exit | Work<Exit>;
}

/** A `States` object made ready to run: the machine's own, a branch, the processor of a Map. */
export interface ScopePlan {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, StatePlan>;
}

/** Parallel and Map are given how to compile the scopes inside them. */
export type CompileScope = (scope: Scope) => ScopePlan;
