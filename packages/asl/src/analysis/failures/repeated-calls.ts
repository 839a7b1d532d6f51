import type { JsonataNode } from '../../expressions';
import { ChoiceRule, ChoiceState, PassState, TaskState, type ChoiceTest, type Scope, type State } from '../../syntax';
import { leftAloneIn, placesReadBy } from '../events/settled-choices';
import { graphOf, type Transition } from '../graph/graph';
import { loopsOf } from '../graph/loops';
import { reachableStates } from '../graph/reachability';
import { asksAgain, asksFunction, checksStatus, mayCount } from '../polling/polling';
import { wordsOfName } from '../texts/name-words';
import { failedStatusIn } from './failed-status';

/** A rule that leads back to a call, and to nothing else, because its answer tells of a failure: a Retry by hand, for ever. */
export interface RepeatedCall {
  readonly task: TaskState;
  readonly choice: ChoiceState;
  readonly taken: Transition;
  /** The word that the rule asks for: `FAILED`, `false`. */
  readonly told: string;
}

/** Without a pause, a count, or anything new to call with. What is only asked is polling, of which others tell. */
export function repeatedCalls(scope: Scope): readonly RepeatedCall[] {
  if (graphOf(scope).isPartial) return [];
  return loopsOf(scope).flatMap((loop) => {
    const task = onlyCallIn(loop);
    if (!task || !reachableStates(scope).has(task) || mayCount(loop) || !isSameEachTime(task, loop)) return [];
    const choices = loop.filter((state) => state instanceof ChoiceState);
    return choices.flatMap((choice) =>
      graphOf(scope)
        .transitionsFrom(choice)
        .flatMap((taken): RepeatedCall[] => {
          const told = taken.to && loop.includes(taken.to) ? failureToldBy(taken.node) : undefined;
          return told === undefined ? [] : [{ task, choice, taken, told }];
        }),
    );
  });
}

function onlyCallIn(loop: readonly State[]): TaskState | undefined {
  const [task, ...others] = loop.filter((state) => !(state instanceof ChoiceState || state instanceof PassState));
  if (others.length || !(task instanceof TaskState) || !answersAtOnce(task)) return undefined;
  return asksAgain(task) || asksFunction(task) || checksStatus(task, loop) ? undefined : task;
}

/** A job, a callback and an activity may take their time. */
const answersAtOnce = ({ resource }: TaskState): boolean =>
  resource.kind === 'lambda' || ('pattern' in resource && resource.pattern === 'request-response');

/** Nothing in the loop, its own answer included, changes what the call is made with. */
function isSameEachTime(task: TaskState, loop: readonly State[]): boolean {
  const field = task.field('Arguments') ?? task.field('Parameters');
  if (field?.value.kind !== 'object') return false;
  const isLeftAlone = leftAloneIn(loop);
  return field.expressions.every((expression) => placesReadBy(expression)?.every(isLeftAlone));
}

/** What a rule on one value asks for, if that is a failure; what is asked for besides may end the row. */
function failureToldBy(node: Transition['node']): string | undefined {
  if (!(node instanceof ChoiceRule) || node.and.length || node.or.length || node.not) return undefined;
  const ast = node.field('Condition')?.expressions[0]?.jsonata?.ast;
  if (ast?.type === 'binary' && ast.value !== '=') return undefined;
  return failedStatusIn(node) ?? (ast ? failingJsonata(ast) : failingTest(node));
}

function failingTest(test: ChoiceTest): string | undefined {
  const [variable, is] = [test.field('Variable')?.json, test.field('BooleanEquals')?.json];
  return typeof variable === 'string' && typeof is === 'boolean' ? failingValue(variable, is) : undefined;
}

function failingJsonata(node: JsonataNode): string | undefined {
  if (node.type !== 'binary') return undefined;
  const { lhs, rhs } = node;
  const last = lhs.type === 'path' ? lhs.steps.at(-1) : undefined;
  if (last?.type !== 'name' || rhs.type !== 'value' || typeof rhs.value !== 'boolean') return undefined;
  return failingValue(last.value, rhs.value);
}

const good = new Set('ok okay passed success successful succeeded'.split(' '));
const bad = new Set('error errored failed failure'.split(' '));

function failingValue(path: string, is: boolean): string | undefined {
  const words = wordsOfName(path.slice(path.lastIndexOf('.') + 1)).filter(
    (word) => !['has', 'is', 'was'].includes(word),
  );
  const [only = '', ...others] = words;
  return !others.length && (is ? bad : good).has(only) ? String(is) : undefined;
}
