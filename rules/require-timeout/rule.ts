import {
  descendantsOf,
  FailState,
  hasJobLimit,
  numberIn,
  ParallelState,
  standardSeconds,
  WaitState,
  workflowTypeOf,
  type AslNode,
  type TaskState,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { memberBefore } from '../src/member-before';

/** A suggestion needs some number; a day is long enough for a person and much shorter than a year. */
const suggestedSeconds = 86_400;

export interface RequireTimeoutOptions {
  /** Report Tasks that wait for a job or a nested execution (`.sync`), too. */
  readonly jobs: boolean;
}

export default createStatelessRule({
  name: 'require-timeout',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a timeout or a heartbeat where a Task waits for somebody else: callbacks, activities, jobs',
      family: 'time',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      missing:
        '"{{state}}" waits until {{until}}, for up to a year, because neither it nor the state machine has a timeout; add "TimeoutSeconds"{{heartbeat}}',
      late: '"{{state}}" waits until {{until}}, for up to a year, because "TimeoutSeconds" is {{seconds}}, and no execution lasts longer than 31536000; lower it',
      add: 'Add "TimeoutSeconds": {{seconds}}',
    },
    schema: [{ type: 'object', properties: { jobs: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{ jobs: true }] as [RequireTimeoutOptions],
    hasSuggestions: true,
  },
  create(context) {
    const [{ jobs }] = context.options;
    return {
      TaskState(task) {
        const awaited = awaitedBy(task);
        if (!awaited || (awaited.isJob && !jobs) || isBounded(task)) return;
        // Express refuses such calls, and ends after five minutes.
        if (workflowTypeOf(task.parent, context.sourceCode.workflowTypeOf(task.parent.machine)) === 'EXPRESS') return;
        const late = task.field('TimeoutSeconds');
        if (late) {
          context.report({
            loc: context.sourceCode.locOf(late.value.range),
            messageId: 'late',
            data: { state: task.name, until: awaited.until, seconds: numberIn(task, 'TimeoutSeconds')! },
          });
          return;
        }
        const before = ['Retry', 'Catch', 'Next', 'End'].map((name) => task.field(name)).find((field) => field);
        const insertion = before && memberBefore(context.sourceCode.ast, before, 'TimeoutSeconds', suggestedSeconds);
        context.report({
          loc: context.sourceCode.locOf(task.field('Resource')!.value.range),
          messageId: 'missing',
          data: { state: task.name, until: awaited.until, heartbeat: awaited.isJob ? '' : ' or "HeartbeatSeconds"' },
          suggest: insertion
            ? [
                {
                  messageId: 'add',
                  data: { seconds: suggestedSeconds },
                  fix: (fixer) => fixer.insertTextBeforeRange([insertion.at, insertion.at], insertion.text),
                },
              ]
            : [],
        });
      },
    };
  },
});

interface Awaited {
  readonly until: string;
  readonly isJob: boolean;
}

/** What the Task waits for, if that is not just the answer to a call. */
function awaitedBy({ resource, callParameters }: TaskState): Awaited | undefined {
  if (resource.kind === 'activity') return { until: 'a worker answers', isJob: false };
  if (!('pattern' in resource)) return undefined;
  if (resource.pattern === 'waitForTaskToken') return { until: 'the task token comes back', isJob: false };
  if (!resource.pattern.startsWith('sync') || hasJobLimit(resource, callParameters)) return undefined;
  const what = resource.service === 'states' ? 'the execution that it starts' : 'the job';
  return { until: `${what} has ended`, isJob: true };
}

const bounds = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'];

function isBounded(task: TaskState): boolean {
  if (task.parent.machine.has('TimeoutSeconds') || bounds.some((name) => task.has(name) && !isLate(task, name)))
    return true;
  for (let node: AslNode = task; node.parent; node = node.parent) {
    if (node.parent instanceof ParallelState && node.parent.branches.some((one) => one !== node && isAlarm(one))) {
      return true;
    }
  }
  return false;
}

const isLate = (task: TaskState, name: string): boolean =>
  name === 'TimeoutSeconds' && (numberIn(task, name) ?? 0) >= standardSeconds;

/** A branch that waits and then fails ends the other branches: a timeout made by hand. */
function isAlarm(branch: AslNode): boolean {
  const inside = [...descendantsOf(branch)];
  return inside.some((node) => node instanceof WaitState) && inside.some((node) => node instanceof FailState);
}
