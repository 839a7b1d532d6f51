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
/** A file that is read, or written, by a distributed Map. */
const ofMapFile = (field: 'ItemReader' | 'ResultWriter'): Origin => ({
  raises: (node) => ofMapRun.raises(node) && node.has(field),
  because: () => `only a distributed Map with "${field}" raises it`,
  remedy: 'remove it',
});
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
  ['States.ItemReaderFailed', ofMapFile('ItemReader')],
  ['States.ResultWriterFailed', ofMapFile('ResultWriter')],
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
  const [, success] = /^States\.Http\.StatusCode\.([12]\d\d)$/.exec(name) ?? [];
  if (success) return { because: `${success} is no failure of an HTTP task`, remedy: 'ask for the status in a Choice' };
  const origin = name.startsWith('States.Http.') ? ofHttp : origins.get(name);
  // What a Task calls may be known only after deployment; the others depend on the kind of the state and on its fields.
  const mayRaise = (node: AslNode): boolean => origin === ofHttp && isUnknownCall(node);
  if (!origin || inside.some((node) => origin.raises(node) || mayRaise(node))) return undefined;
  // Those of a distributed Map's children are another matter, but not those of its files.
  const isRun = state instanceof MapState && state.mode !== 'INLINE';
  if (isRun && !(state.isDistributed && fileErrors.has(name))) return undefined;
  const timeout = name === 'States.Timeout' && state.parent.machine.has('TimeoutSeconds');
  return {
    because: origin.because(state instanceof TaskState ? 'it' : 'nothing') + (timeout ? uncaughtMachineTimeout : ''),
    remedy: origin.remedy,
  };
}

const fileErrors: ReadonlySet<string> = new Set(['States.ItemReaderFailed', 'States.ResultWriterFailed']);

const isUnknownCall = (node: AslNode): boolean =>
  node instanceof TaskState && (node.resource.kind === 'unknown' || node.resource.kind === 'unrecognized');

/** That not even its own name catches it was seen on AWS for a Catch; that it is not retried is the guide's word. */
const uncatchable: ImpossibleError = {
  because: 'Step Functions neither retries nor catches it, the execution fails at once',
  remedy: 'mend what raises it, such as a path that leads nowhere, and remove the name',
};

const uncaughtMachineTimeout =
  ', and the "TimeoutSeconds" of the state machine ends the execution without asking any Catch';
