import { MapState, ParallelState, StateNode, TaskState, type AslNode, type RecoverableState } from '../syntax';
import type { ImpossibleError } from './impossibility';

/** What raises an error of Step Functions' own: some node in the state, and how its absence is put. */
interface Origin {
  readonly raises: (node: AslNode) => boolean;
  readonly because: (what: 'it' | 'nothing') => string;
  readonly remedy: string;
}

const hasTimeout = (task: TaskState) =>
  task.has('TimeoutSeconds') || task.has('TimeoutSecondsPath') || hasHeartbeat(task);
const hasHeartbeat = (task: TaskState) => task.has('HeartbeatSeconds') || task.has('HeartbeatSecondsPath');

const anyTask =
  (raises: (task: TaskState) => boolean) =>
  (node: AslNode): boolean =>
    node instanceof TaskState && raises(node);
const isState = (node: AslNode, language: 'JSONPath' | 'JSONata') =>
  node instanceof StateNode && node.queryLanguage === language;

const ofMapRun: Origin = {
  raises: (node) => node instanceof MapState && node.mode !== 'INLINE',
  because: () => 'only a distributed Map raises it',
  remedy: 'remove it',
};
const ofPaths: Origin = {
  raises: (node) => isState(node, 'JSONPath'),
  because: () => 'only states in JSONPath raise it',
  remedy: 'use "States.QueryEvaluationError"',
};

const origins: ReadonlyMap<string, Origin> = new Map<string, Origin>([
  [
    'States.Timeout',
    {
      raises: anyTask(hasTimeout),
      // The default, 99,999,999 seconds, is longer than an execution may last.
      because: (what) =>
        what === 'it' ? 'it has no "TimeoutSeconds"' : 'no Task inside has "TimeoutSeconds" or "HeartbeatSeconds"',
      remedy: 'add "TimeoutSeconds"',
    },
  ],
  [
    'States.HeartbeatTimeout',
    {
      raises: anyTask(hasHeartbeat),
      because: (what) => (what === 'it' ? 'it has no "HeartbeatSeconds"' : 'no Task inside has "HeartbeatSeconds"'),
      remedy: 'add "HeartbeatSeconds"',
    },
  ],
  [
    'States.NoChoiceMatched',
    {
      raises: (node) => node.type === 'ChoiceState',
      because: (what) => `${what === 'it' ? 'it is' : 'there is'} no Choice${what === 'it' ? '' : ' inside'}`,
      remedy: 'remove it',
    },
  ],
  [
    'States.BranchFailed',
    {
      raises: (node) => node instanceof ParallelState,
      because: () => 'only a Parallel raises it',
      remedy: 'remove it',
    },
  ],
  ['States.ExceedToleratedFailureThreshold', ofMapRun],
  ['States.ItemReaderFailed', ofMapRun],
  ['States.ResultWriterFailed', ofMapRun],
  [
    'States.QueryEvaluationError',
    {
      raises: (node) => isState(node, 'JSONata'),
      because: () => 'only states in JSONata raise it',
      remedy: 'remove it',
    },
  ],
  ['States.IntrinsicFailure', ofPaths],
  ['States.ParameterPathFailure', ofPaths],
  ['States.ResultPathMatchFailure', ofPaths],
]);

const ofHttp: Origin = {
  raises: anyTask(({ resource }) => resource.kind === 'http'),
  because: () => 'only an HTTP task, "arn:aws:states:::http:invoke", raises it',
  remedy: 'remove it',
};

/** Whether a known name of the reserved space is raised by no node of a state. */
export function impossibleReservedName(
  state: RecoverableState,
  inside: readonly AslNode[],
  name: string,
): ImpossibleError | undefined {
  if (name === 'States.Runtime') return uncatchable;
  const origin = name.startsWith('States.Http.') ? ofHttp : origins.get(name);
  // What a Task calls, and thus what it raises, may be known only after deployment.
  if (!origin || inside.some((node) => origin.raises(node) || isUnknownCall(node))) return undefined;
  // A distributed Map's own errors are another matter, and so are those of its children.
  if (state instanceof MapState && state.mode !== 'INLINE') return undefined;
  const timeout = name === 'States.Timeout' && state.parent.machine.has('TimeoutSeconds');
  return {
    because: origin.because(state instanceof TaskState ? 'it' : 'nothing') + (timeout ? uncaughtMachineTimeout : ''),
    remedy: origin.remedy,
  };
}

const isUnknownCall = (node: AslNode): boolean =>
  node instanceof TaskState && (node.resource.kind === 'unknown' || node.resource.kind === 'unrecognized');

/** That not even its own name catches it was seen on AWS for a Catch; that it is not retried is the guide's word. */
const uncatchable: ImpossibleError = {
  because: 'Step Functions neither retries nor catches it, the execution fails at once',
  remedy: 'mend what raises it, such as a path that leads nowhere, and remove the name',
};

const uncaughtMachineTimeout =
  ', and the "TimeoutSeconds" of the state machine ends the execution without asking any Catch';
