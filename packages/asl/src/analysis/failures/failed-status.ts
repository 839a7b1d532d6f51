import type { JsonataNode } from '../../expressions';
import {
  Catcher,
  ChoiceRule,
  ChoiceState,
  TaskState,
  WaitState,
  type ChoiceTest,
  type StateMachine,
} from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { loopsOf } from '../graph/loops';
import { reachableStates, statesFromStart } from '../graph/reachability';
import { wayToSuccess, type SuccessAfterFailure } from './success-after-failure';

/** A way to success from a rule that is taken when what the loop has asked for has failed. */
export interface SuccessOfFailedStatus extends Pick<SuccessAfterFailure, 'handlers' | 'last'> {
  readonly choice: ChoiceState;
  /** The transition of the rule. */
  readonly taken: Transition;
  /** What the rule asks for: `FAILED`. */
  readonly status: string;
}

/** The ways on which a loop that waits for something is left because that has failed, and the execution succeeds. */
export function successesOfFailedStatus(machine: StateMachine): readonly SuccessOfFailedStatus[] {
  const graph = graphOf(machine);
  if (graph.isPartial) return [];
  const reachable = reachableStates(machine);
  const failing = loopsOf(machine).flatMap((loop) => {
    const isPolling = [WaitState, TaskState].every((kind) => loop.some((state) => state instanceof kind));
    if (!isPolling || !reachable.has(loop[0]!)) return [];
    return loop.flatMap((choice) => {
      if (!(choice instanceof ChoiceState)) return [];
      return graph.transitionsFrom(choice).flatMap((taken) => {
        const status = taken.to && !loop.includes(taken.to) ? failedStatusIn(taken.node) : undefined;
        return status === undefined ? [] : [{ choice, taken, status }];
      });
    });
  });
  if (!failing.length) return [];
  const others = new Set(failing.map(({ taken }) => taken));
  const withoutFailure = statesFromStart(machine, (state) =>
    graph.transitionsFrom(state).filter((one) => !(one.node instanceof Catcher) && !others.has(one)),
  );
  return failing.flatMap((one) => {
    const way = wayToSuccess(one.taken.to!, withoutFailure);
    return way ? [{ ...one, ...way }] : [];
  });
}

/** What services say of jobs that came to no good end. */
const failed = /^(failed|failure|fault|error|errored|timed_?out|timeout|aborted)$/i;

function failedStatusIn(node: Transition['node']): string | undefined {
  if (!(node instanceof ChoiceRule)) return undefined;
  const ast = node.field('Condition')?.expressions[0]?.jsonata?.ast;
  return ast ? failedInJsonata(ast) : failedInTest(node);
}

/** Of several things of which one is enough each must be a failure. */
const ofEach = (statuses: readonly (string | undefined)[]): string | undefined =>
  statuses.includes(undefined) ? undefined : statuses[0];
const ofAny = (statuses: readonly (string | undefined)[]): string | undefined =>
  statuses.find((status) => status !== undefined);

function failedInTest(test: ChoiceTest): string | undefined {
  if (test.or.length) return ofEach(test.or.map(failedInTest));
  if (test.and.length) return ofAny(test.and.map(failedInTest));
  return failedWord(test.field('StringEquals')?.json);
}

function failedInJsonata(node: JsonataNode): string | undefined {
  if (node.type === 'block' && node.expressions.length === 1) return failedInJsonata(node.expressions[0]!);
  if (node.type !== 'binary') return undefined;
  const { value, lhs, rhs } = node;
  if (value === 'or') return ofEach([lhs, rhs].map(failedInJsonata));
  if (value === 'and') return ofAny([lhs, rhs].map(failedInJsonata));
  if (value === '=') return ofAny([lhs, rhs].map(wordOf));
  return value === 'in' && rhs.type === 'unary' && rhs.value === '[' ? ofEach(rhs.expressions.map(wordOf)) : undefined;
}

const wordOf = (node: JsonataNode): string | undefined => (node.type === 'string' ? failedWord(node.value) : undefined);

const failedWord = (value: unknown): string | undefined =>
  typeof value === 'string' && failed.test(value) ? value : undefined;
