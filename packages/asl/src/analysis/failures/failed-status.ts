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
import { isEnded, isEnding, isFailure } from './status-words';
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

/** A status of failure that a rule asks for, if all that it asks for are no good ends. */
export function failedStatusIn(node: Transition['node']): string | undefined {
  if (!(node instanceof ChoiceRule)) return undefined;
  const ast = node.field('Condition')?.expressions[0]?.jsonata?.ast;
  const words = ast ? wordsInJsonata(ast) : wordsInTest(node);
  return words.every((word) => isFailure(word) || isEnded(word) || isEnding(word)) ? words.find(isFailure) : undefined;
}

/** What a text is compared with; of what is asked for beside (And) only that. '' for other conditions. */
function wordsInTest(test: ChoiceTest): string[] {
  if (test.or.length) return test.or.flatMap(wordsInTest);
  if (test.and.length) return known(test.and.map(wordsInTest));
  // Without a wildcard a pattern is a text: with one it is no word that says a failure.
  const text = (test.field('StringEquals') ?? test.field('StringMatches'))?.json;
  return [typeof text === 'string' ? text : ''];
}

function wordsInJsonata(node: JsonataNode): string[] {
  if (node.type === 'block' && node.expressions.length === 1) return wordsInJsonata(node.expressions[0]!);
  if (node.type !== 'binary') return [''];
  const { value, lhs, rhs } = node;
  if (value === 'or') return [lhs, rhs].flatMap(wordsInJsonata);
  if (value === 'and') return known([lhs, rhs].map(wordsInJsonata));
  if (value === '=') return known([lhs, rhs].map((side) => [wordOf(side)]));
  return value === 'in' && rhs.type === 'unary' && rhs.value === '[' ? rhs.expressions.map(wordOf) : [''];
}

const known = (parts: readonly string[][]): string[] => parts.find((words) => !words.includes('')) ?? [''];

const wordOf = (node: JsonataNode): string => (node.type === 'string' ? String(node.value) : '');
