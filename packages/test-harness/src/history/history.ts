import type { Json, StateMachine } from '@stepproof/asl';
import type { EventDetails } from './details';
import type { EventNote } from './event-note';
import type { HistoryEvent, HistoryEventType } from './history-event';
import { JsonTexts } from './json-texts';
import type { MachineSource } from '../plan/machine-source';

/** An event as it is recorded: what it says are the values themselves. */
export interface RecordedEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly time: number;
  readonly type: HistoryEventType;
  readonly details: EventDetails | undefined;
  readonly note: EventNote | undefined;
}

/** Whose event an observer is told of: children of distributed Maps and nested machines have executions of their own. */
export interface ObservedExecution {
  readonly arn: string;
  readonly definition: StateMachine;
  /** Where the definition stands; undefined for one that was given as an object. */
  readonly source: MachineSource | undefined;
}

/** Is told of every event at the moment it happens. */
export type HistoryObserver = (event: RecordedEvent, execution: ObservedExecution) => void;

/**
 * The events of one execution. Recording keeps references to values; they become JSON text only when somebody reads the
 * history, so that a run whose history nobody reads does not pay for it.
 */
export class History {
  readonly events: RecordedEvent[] = [];
  readonly #observers: readonly HistoryObserver[];
  readonly #execution: ObservedExecution;
  readonly #rendered: HistoryEvent[] = [];

  constructor(observers: readonly HistoryObserver[], execution: ObservedExecution) {
    this.#observers = observers;
    this.#execution = execution;
  }

  /** Gives back the id of the event. */
  record(
    type: HistoryEventType,
    previousEventId: number,
    time: number,
    details?: EventDetails,
    note?: EventNote,
  ): number {
    const event: RecordedEvent = { id: this.events.length + 1, previousEventId, time, type, details, note };
    this.events.push(event);
    for (const observe of this.#observers) observe(event, this.#execution);
    return event.id;
  }

  /** The events in AWS's shape. */
  render(): readonly HistoryEvent[] {
    const renderer = new Renderer();
    for (const event of this.events.slice(this.#rendered.length)) this.#rendered.push(renderer.event(event));
    return this.#rendered;
  }
}

/** Puts events into AWS's shape. */
class Renderer {
  readonly #texts = new JsonTexts();

  event({ id, previousEventId, time, type, details }: RecordedEvent): HistoryEvent {
    const rendered: HistoryEvent = { id, previousEventId, timestamp: new Date(time), type };
    return details ? Object.assign(rendered, { [detailsMember(type)]: this.#details(details) }) : rendered;
  }

  #details(details: EventDetails): Record<string, unknown> {
    const rendered: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(details)) {
      if (value === undefined) continue;
      switch (name) {
        case 'input':
        case 'output':
          rendered[name] = this.#texts.textOf(value as Json);
          rendered[`${name}Details`] = { truncated: false };
          break;
        case 'parameters':
          rendered[name] = this.#texts.textOf(value as Json);
          break;
        case 'assignedVariables':
          Object.assign(rendered, this.#assignedVariables(value as ReadonlyMap<string, Json>));
          break;
        default:
          rendered[name] = value;
      }
    }
    return rendered;
  }

  #assignedVariables(variables: ReadonlyMap<string, Json>): Record<string, unknown> {
    if (variables.size === 0) return {};
    const texts = [...variables].map(([name, value]) => [name, this.#texts.textOf(value)] as const);
    return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: { truncated: false } };
  }
}

/** `PassStateEntered` -> `stateEnteredEventDetails`, `TaskScheduled` -> `taskScheduledEventDetails`. */
function detailsMember(type: HistoryEventType): string {
  const stateEvent = /State(Entered|Exited)$/.exec(type)?.[1];
  return stateEvent ? `state${stateEvent}EventDetails` : `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
