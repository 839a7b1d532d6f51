import { parseResource, type IntegrationPattern, type Json, type TaskResource } from '@stepproof/asl';
import type { EventDetails } from '../history/details';
import type { HistoryEventType } from '../history/history-event';

/** What is known of a call before it is made. */
export interface Scheduled {
  readonly parameters: Json;
  readonly region: string;
  readonly timeout: number | undefined;
  readonly heartbeat: number | undefined;
  readonly roleArn: string | undefined;
}

/** The names and details of the events of a task: Lambda functions, activities and all other integrations differ. */
export interface TaskEvents {
  readonly prefix: 'LambdaFunction' | 'Activity' | 'Task';
  readonly pattern: IntegrationPattern;
  /** Whom AWS names when the result is too large. */
  readonly resultOwner: string;
  readonly isActivity: boolean;
  /** Whether a token goes out that somebody may bring back: `.sync` Tasks have one as well (recorded). */
  readonly hasToken: boolean;
  scheduled(call: Scheduled): EventDetails;
  started(workerName: string | undefined): EventDetails | undefined;
  /** The details of every later event, beside what it brings. */
  later(details: EventDetails): EventDetails;
}

export function taskEventsOf(resource: string): TaskEvents {
  const parsed = parseResource(resource);
  // A placeholder for the whole Resource is most often the ARN of a function, as in the templates of SAM.
  if (parsed.kind === 'lambda' || parsed.kind === 'unknown') return new LambdaEvents(resource);
  if (parsed.kind === 'activity') return new ActivityEvents(resource);
  return new ServiceEvents(resource, parsed);
}

/** What can happen to a task, as the end of its events' names. */
export type TaskEventSuffix = 'Scheduled' | 'Started' | 'Submitted' | 'Succeeded' | 'Failed' | 'TimedOut';

/** Only integrations have a Submitted event, and only those that start something. */
export const taskEventType = (events: TaskEvents, suffix: TaskEventSuffix): HistoryEventType =>
  `${events.prefix}${suffix}` as HistoryEventType;

const credentials = (roleArn: string | undefined): EventDetails['taskCredentials'] =>
  roleArn === undefined ? undefined : { roleArn };

class LambdaEvents implements TaskEvents {
  readonly prefix = 'LambdaFunction';
  readonly pattern = 'request-response';
  readonly isActivity = false;
  readonly hasToken = false;
  readonly resultOwner: string;

  constructor(resource: string) {
    this.resultOwner = resource;
  }

  scheduled({ parameters, timeout, roleArn }: Scheduled): EventDetails {
    const resource = this.resultOwner;
    return { resource, input: parameters, timeoutInSeconds: timeout, taskCredentials: credentials(roleArn) };
  }

  started(): undefined {
    return undefined;
  }

  later(details: EventDetails): EventDetails {
    return details;
  }
}

class ActivityEvents implements TaskEvents {
  readonly prefix = 'Activity';
  readonly pattern = 'request-response';
  readonly isActivity = true;
  readonly hasToken = true;
  readonly resultOwner: string;

  constructor(resource: string) {
    this.resultOwner = resource;
  }

  scheduled({ parameters, timeout, heartbeat }: Scheduled): EventDetails {
    const resource = this.resultOwner;
    return { resource, input: parameters, timeoutInSeconds: timeout, heartbeatInSeconds: heartbeat };
  }

  started(workerName: string | undefined): EventDetails {
    return { workerName };
  }

  later(details: EventDetails): EventDetails {
    return details;
  }
}

/** Optimized integrations, AWS SDK integrations and HTTP: the ARN without its head says what is called. */
class ServiceEvents implements TaskEvents {
  readonly prefix = 'Task';
  readonly pattern: IntegrationPattern;
  readonly isActivity = false;
  readonly hasToken: boolean;
  readonly resultOwner: string;
  readonly #names: { readonly resourceType: string; readonly resource: string };

  constructor(resource: string, parsed: TaskResource) {
    const called = resource.split(':').slice(5);
    const typeLength = called[0] === 'aws-sdk' ? 2 : 1;
    const resourceType = called.slice(0, typeLength).join(':');
    this.#names = { resourceType, resource: called.slice(typeLength).join(':') };
    this.resultOwner = resourceType;
    this.pattern = 'pattern' in parsed ? parsed.pattern : 'request-response';
    this.hasToken = this.pattern !== 'request-response';
  }

  scheduled({ parameters, region, timeout, heartbeat, roleArn }: Scheduled): EventDetails {
    return {
      ...this.#names,
      region,
      parameters,
      timeoutInSeconds: timeout,
      heartbeatInSeconds: heartbeat,
      taskCredentials: credentials(roleArn),
    };
  }

  started(): EventDetails {
    return this.#names;
  }

  later(details: EventDetails): EventDetails {
    return { ...this.#names, ...details };
  }
}
