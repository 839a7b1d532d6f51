import {
  isFilledInFunction,
  isRecoverable,
  isUnknown,
  transientLambdaErrors,
  type AslNode,
  type Json,
  type RecoverableState,
  type Retrier,
  type TaskState,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { memberBefore } from '../src/member-before';

export default createStatelessRule({
  name: 'require-lambda-retry',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require a Retry on the transient errors of Lambda',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      missing:
        '"{{state}}" calls Lambda, whose service fails now and then, and does not try again; add a Retry on "Lambda.ServiceException" and the other transient errors',
      never:
        '"{{state}}" calls Lambda, whose service fails now and then, and does not try again, because "MaxAttempts" is 0 for "{{name}}"; raise it',
      add: 'Add a Retry on the transient errors of Lambda',
    },
    schema: [],
    hasSuggestions: true,
  },
  create(context) {
    return {
      TaskState(task) {
        if (!callsLambda(task) || isRetried(task)) return;
        const never = takersOf(task).find(isNeverRetried);
        if (never) {
          const name = never.errorEquals.find((one) => transientLambdaErrors.includes(one))!;
          const loc = context.sourceCode.locOf(never.field('MaxAttempts')!.value.range);
          context.report({ loc, messageId: 'never', data: { state: task.name, name } });
          return;
        }
        const before = ['Catch', 'Next', 'End'].map((name) => task.field(name)).find((field) => field !== undefined);
        const insertion =
          before && !task.has('Retry')
            ? memberBefore(context.sourceCode.ast, before, 'Retry', transientRetry)
            : undefined;
        context.report({
          loc: context.sourceCode.locOf(task.key!.range),
          messageId: 'missing',
          data: { state: task.name },
          suggest: insertion
            ? [
                {
                  messageId: 'add',
                  fix: (fixer) => fixer.insertTextBeforeRange([insertion.at, insertion.at], insertion.text),
                },
              ]
            : [],
        });
      },
    };
  },
});

/** The values of the guide's example and of the AWS CDK, so that a burst of throttling passes. */
const transientRetry: Json = [
  {
    ErrorEquals: [...transientLambdaErrors],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    JitterStrategy: 'FULL',
  },
];

function callsLambda(task: TaskState): boolean {
  const { resource } = task;
  if (resource.kind === 'unknown') return isFilledInFunction(task);
  return (
    resource.kind === 'lambda' ||
    (resource.kind === 'optimized' && resource.service === 'lambda') ||
    (resource.kind === 'aws-sdk' && resource.service === 'lambda' && resource.action === 'invoke')
  );
}

/** A Parallel or Map that is tried again tries its Tasks again. */
function isRetried(task: TaskState): boolean {
  for (let node: AslNode | undefined = task; node; node = node.parent) {
    if (isRecoverable(node) && hasRetrier(node)) return true;
  }
  return false;
}

const umbrellas: ReadonlySet<string> = new Set(['States.ALL', 'States.TaskFailed']);

/** One of the names is enough: who lists some of them has thought of it. So has who tries any error 0 times. */
function hasRetrier(state: RecoverableState): boolean {
  const retry = state.field('Retry')?.value;
  if (retry?.kind === 'placeholder') return true;
  if (retry?.kind === 'array' && retry.items.some((item) => item.kind === 'placeholder')) return true;
  return state.retry.some(hasUnknownName) || takersOf(state).some((retrier) => !isNeverRetried(retrier));
}

function hasUnknownName(retrier: Retrier): boolean {
  const names = retrier.field('ErrorEquals')?.value;
  return names?.kind === 'array' ? names.items.some(isUnknown) : names?.kind === 'placeholder';
}

/** For each of the errors the first Retrier that matches it: no other is asked. */
const takersOf = ({ retry }: RecoverableState): readonly Retrier[] =>
  transientLambdaErrors.flatMap(
    (error) => retry.find(({ errorEquals }) => errorEquals.some((name) => name === error || umbrellas.has(name))) ?? [],
  );

const isNeverRetried = (retrier: Retrier): boolean =>
  retrier.field('MaxAttempts')?.json === 0 && !retrier.errorEquals.some((name) => umbrellas.has(name));
