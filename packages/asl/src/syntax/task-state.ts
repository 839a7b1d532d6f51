import type { Located, LocatedString } from '../text/located';
import type { TaskResource } from '../services';
import { anyState, assignment, inputOutput, nextOrEnd, result, transition } from './common-fields';
import { maxSeconds, type FieldTable } from './field-spec';
import { AslNode, defineNode } from './node';
import { recovery, type Catcher, type Retrier } from './recovery';
import { StateNode } from './state';
import { readResource } from './read-resource';
import { writtenOutValue } from './written-out-value';

const credentialsFields = {
  RoleArn: { is: 'string', jsonata: true },
  'RoleArn.$': { is: 'path-or-intrinsic', language: 'JSONPath' },
} as const satisfies FieldTable;

/** The role to assume for one Task. */
export class Credentials extends defineNode(
  'Credentials',
  credentialsFields,
  [{ fields: ['RoleArn', 'RoleArn.$'], required: true }],
  AslNode,
) {
  /** The role that the Task takes on, as it is written: its ARN or what reads it; undefined when it is no text. */
  get role(): LocatedString | undefined {
    const value = (this.field('RoleArn') ?? this.field('RoleArn.$'))?.value;
    return value?.kind === 'string' ? value : undefined;
  }
}

const taskFields = {
  ...anyState,
  ...transition,
  ...inputOutput,
  ...assignment,
  ...result,
  ...recovery,
  Resource: { is: 'resource', required: true },
  Parameters: { is: 'payload-template', language: 'JSONPath', anyJson: true },
  Arguments: { is: 'jsonata-template', language: 'JSONata', object: true },
  Credentials: { is: 'node', node: () => Credentials },
  TimeoutSeconds: { is: 'integer', min: 1, max: maxSeconds, jsonata: true },
  TimeoutSecondsPath: { is: 'reference-path', language: 'JSONPath' },
  HeartbeatSeconds: { is: 'integer', min: 1, max: maxSeconds, jsonata: true },
  HeartbeatSecondsPath: { is: 'reference-path', language: 'JSONPath' },
} as const satisfies FieldTable;

/** A call of a service, a Lambda function, an activity or an HTTP endpoint. */
export class TaskState extends defineNode(
  'TaskState',
  taskFields,
  [
    nextOrEnd,
    { fields: ['TimeoutSeconds', 'TimeoutSecondsPath'] },
    { fields: ['HeartbeatSeconds', 'HeartbeatSecondsPath'] },
  ],
  StateNode,
) {
  declare readonly retry: readonly Retrier[];
  declare readonly catch: readonly Catcher[];
  declare readonly credentials: Credentials | undefined;
  #resource: TaskResource | undefined;

  /** What the call is given: Parameters or Arguments, by the query language; what one expression writes out as if it stood there. */
  get callParameters(): Located | undefined {
    return this.once(findCallParameters);
  }

  /** What the Resource calls, and how it answers. */
  get resource(): TaskResource {
    return (this.#resource ??= readResource(this.Resource));
  }
}

function findCallParameters(task: TaskState): Located | undefined {
  const field = task.field(task.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters');
  return field && writtenOutValue(field);
}
