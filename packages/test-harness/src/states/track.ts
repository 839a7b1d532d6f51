import type { HistoryEventType } from '../history/history-event';
import type { EventDetails } from '../history/details';
import type { EventNote } from '../history/event-note';
import type { Variables } from '../data-flow/variables';
import type { Frame } from './frame';
import type { Visit } from './visit';

/** One line of events: the machine's own, that of a branch of a Parallel or of an iteration of a Map. */
export class Track {
  readonly frame: Frame;
  readonly variables: Variables;
  /** The indexes of the Map iterations around it, innermost first. */
  readonly iterations: readonly number[];
  /** The id of the last event, which the next one follows. */
  last: number;
  /** The state that has been entered and not left; after the end, the one at which a redrive goes on. */
  visit: Visit | undefined;

  constructor(frame: Frame, variables: Variables, last: number, iterations: readonly number[]) {
    this.frame = frame;
    this.variables = variables;
    this.last = last;
    this.iterations = iterations;
  }

  record(type: HistoryEventType, details?: EventDetails, note?: EventNote): number {
    this.last = this.frame.record(type, this.last, details, note);
    return this.last;
  }

  /** Records that what is under way on this track has been given up because of the event `cause`. */
  abort(cause: number): void {
    this.visit?.abort(cause);
  }
}
