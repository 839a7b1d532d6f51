import type { Json, StateMachine } from '@stepproof/asl';
import type { EventDetails } from './details';
import type { EventNote } from './event-note';
import type { ExecutionDataDetails, HistoryEvent, HistoryEventType } from './history-event';
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
    const rendered: Record<string, unknown> = { id, previousEventId, timestamp: new Date(time), type };
    if (details) rendered[detailsMember(type)] = this.#details(details);
    return rendered as unknown as HistoryEvent;
  }

  #details(details: EventDetails): Record<string, unknown> {
    const rendered: Record<string, unknown> = {};
    for (const name in details) {
      const value = details[name as keyof EventDetails];
      if (value === undefined) continue;
      switch (name) {
        case 'input':
          rendered.input = this.#texts.textOf(value as Json);
          rendered.inputDetails = complete;
          break;
        case 'output':
          rendered.output = this.#texts.textOf(value as Json);
          rendered.outputDetails = complete;
          break;
        case 'parameters':
          rendered.parameters = this.#texts.textOf(value as Json);
          break;
        case 'assignedVariables':
          if ((value as ReadonlyMap<string, Json>).size === 0) break;
          rendered.assignedVariables = this.#textsOf(value as ReadonlyMap<string, Json>);
          rendered.assignedVariablesDetails = complete;
          break;
        default:
          rendered[name] = value;
      }
    }
    return rendered;
  }

  #textsOf(variables: ReadonlyMap<string, Json>): Record<string, string> {
    return Object.fromEntries([...variables].map(([name, value]) => [name, this.#texts.textOf(value)] as const));
  }
}

const complete: ExecutionDataDetails = Object.freeze({ truncated: false });

const members = new Map<HistoryEventType, string>();

/** `PassStateEntered` -> `stateEnteredEventDetails`, `TaskScheduled` -> `taskScheduledEventDetails`. */
function detailsMember(type: HistoryEventType): string {
  let member = members.get(type);
  if (member === undefined) {
    const stateEvent = /State(Entered|Exited)$/.exec(type)?.[1];
    const event = stateEvent ? `state${stateEvent}` : `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    members.set(type, (member = `${event}EventDetails`));
  }
  return member;
}
