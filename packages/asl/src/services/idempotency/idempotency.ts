import type { Located, Range } from '../../text/located';
import { optimizedAction } from '../optimized';
import type { TaskResource } from '../task-resource';
import type { IdempotencyClass } from './fact';
import { judge, judgePlainly, type Verdict } from './judge';
import { factOf } from './idempotency-table';
import { judges } from './judges';
import { factByVerb } from './verbs';

/** Whether a call may be repeated, by a retry or a second run of the workflow, without a second effect. */
export interface Idempotency {
  /** Undefined: what is called is not known. */
  readonly class: IdempotencyClass | undefined;
  /** `unknown`: it depends on what the definition does not tell. */
  readonly repeatable: boolean | 'unknown';
  /** What is at stake: `"sns:publish" has no token: every repetition sends the message again`. */
  readonly because: string;
  /** The ways to make the call repeatable, each an instruction: `set "ClientToken" to ...`. */
  readonly remedies: readonly string[];
  /** Where in the parameters that stands which makes a repetition another call; undefined where it is the call itself. */
  readonly place?: Range;
  /** A function or a worker does the work: it alone can recognise a repetition, and may well do so. */
  readonly opaque?: true;
}

/** `parameters` is the value of Parameters or Arguments; undefined when the Task has none and passes its input on. */
export function idempotencyOf(resource: TaskResource, parameters: Located | undefined): Idempotency {
  switch (resource.kind) {
    case 'unknown':
    case 'unrecognized':
      return { class: undefined, repeatable: 'unknown', because: 'what is called is not known', remedies: [] };
    case 'activity':
      return asksWorker(`the activity "${resource.name}"`);
    // The parameters are the function's own input here, not those of the action.
    case 'lambda':
      return judgePlainly(factOf('lambda', 'invoke')!, `the function "${resource.name}"`, undefined);
    case 'aws-sdk':
    case 'optimized':
    case 'http': {
      const name = `"${resource.service}:${resource.action}"`;
      if (resource.pattern === 'waitForTaskToken') return asksWorker(name);
      const sdk = resource.kind === 'aws-sdk' ? undefined : optimizedAction(resource.service, resource.action)?.sdk;
      const key = sdk ?? `${resource.service}:${resource.action}`;
      const [service = '', action = ''] = key.split(':');
      const fact = factOf(service, action) ?? factByVerb(service, action);
      return (judges.get(key) ?? judge)(fact, name, parameters);
    }
  }
}

/** Each attempt hands out a new task token, so what receives it sees a new task. */
function asksWorker(name: string): Verdict {
  return {
    class: 'N',
    repeatable: false,
    because: `every repetition of ${name} asks for the work again, with a new task token`,
    remedies: ['pass a key that the worker can recognise a repetition by, such as the Id of the execution'],
    opaque: true,
  };
}
