import { traceOf } from '../trace/trace';
import type { Break } from './explorer';
import type { TaskOutcome } from '../tasks/task-call';
import type { AnsweredCall } from './scenario';

/** A break for a reader: what happened, and what to put into a test to see it again. */
export function breakText({ title, detail, scenario, trial }: Break): string {
  const lines = [
    `${title}${detail === undefined ? '' : `\n  ${detail}`}`,
    `  input: ${JSON.stringify(scenario.input)}`,
    ...(scenario.startTime === undefined ? [] : [`  startTime: ${scenario.startTime}`]),
    ...mocksOf(trial?.answered ?? []).map(([state, code]) => `  ${state}: ${code}`),
    ...(trial
      ? [
          traceOf(trial.execution, { maxLines: 20 })
            .trimEnd()
            .replace(/^(?=.)/gm, '    '),
        ]
      : []),
  ];
  return lines.join('\n');
}

/** The mocks that answer as the scenario did, as code: `mock.fails('Busy').then(mock.returns({ ok: true }))`. */
export function mocksOf(answered: readonly AnsweredCall[]): readonly (readonly [state: string, code: string])[] {
  const byState = new Map<string, TaskOutcome[]>();
  for (const { call, outcome } of answered) {
    const outcomes = byState.get(call.state) ?? [];
    outcomes.push(outcome);
    byState.set(call.state, outcomes);
  }
  return [...byState].map(([state, outcomes]) => [state, sequenceOf(outcomes)]);
}

function sequenceOf(outcomes: readonly TaskOutcome[]): string {
  const steps: { code: string; times: number }[] = [];
  for (const outcome of outcomes) {
    const code = codeOf(outcome);
    const last = steps.at(-1);
    if (last?.code === code) last.times++;
    else steps.push({ code, times: 1 });
  }
  return steps.reduceRight((rest, { code, times }, index) => {
    const own = index === steps.length - 1 || times === 1 ? code : `${code}.times(${times})`;
    return rest === '' ? own : `${own}.then(${rest})`;
  }, '');
}

function codeOf(outcome: TaskOutcome): string {
  if ('never' in outcome) return 'mock.never()';
  return outcome.after === undefined ? answerOf(outcome) : `${answerOf(outcome)}.after(${outcome.after})`;
}

function answerOf(outcome: Exclude<TaskOutcome, { readonly never: true }>): string {
  if ('error' in outcome) {
    const cause = outcome.cause ? `, ${JSON.stringify(outcome.cause)}` : '';
    return `mock.fails(${JSON.stringify(outcome.error)}${cause})`;
  }
  return `mock.returns(${JSON.stringify(outcome.result)})`;
}
