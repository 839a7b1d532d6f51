import { idempotencyOf } from '../../services';
import {
  ChoiceRule,
  ChoiceState,
  ChoiceTest,
  descendantsOf,
  ownNodesOf,
  TaskState,
  type AslNode,
  type State,
} from '../../syntax';
import { walk } from '../../text/value';

/** Names of parameters that make each call go on where the last one ended. */
const pageParameter = /token|marker|cursor|continuation|exclusivestart|lastevaluated|offset|page/i;

/** A call that only reads, and reads the same again each time: what it answers can change by others only. */
export function asksAgain(state: State): boolean {
  if (!(state instanceof TaskState)) return false;
  const { resource, callParameters } = state;
  if (!('pattern' in resource) || resource.pattern !== 'request-response') return false;
  if (idempotencyOf(resource, callParameters).class !== 'R') return false;
  let isPaged = callParameters === undefined || callParameters.kind === 'string';
  if (callParameters) {
    walk(callParameters, (value) => {
      if (value.kind === 'object') isPaged ||= value.entries.some(({ key }) => pageParameter.test(key.value));
    });
  }
  return !isPaged;
}

const statusName = /status|\bpoll|ready|progress|finished|\bcomplete[d]?\b/i;

/** Whether a state is called what asks how far something is. */
export const isCalledStatus = ({ name }: { readonly name: string }): boolean => statusName.test(name);

/** A call of a function whose name, or the name of its state, says that it asks how far something is. */
export function asksFunction(state: State): boolean {
  if (!(state instanceof TaskState)) return false;
  const { resource } = state;
  if (resource.kind === 'lambda') return isCalledStatus(state) || isCalledStatus(resource);
  return resource.kind === 'optimized' && resource.service === 'lambda' && resource.pattern === 'request-response'
    ? isCalledStatus(state)
    : false;
}

/** What makes a number of rounds or a time, in either query language. */
const counting =
  /MathAdd|ArrayLength|State\.EnteredTime|Execution\.StartTime|\$(count|now|millis)\b|[^[\s]\s*[+-]\s*\d|\d\s*[+-]\s*\$/;

/** Whether states of a loop count or look at the clock, by which the loop may end after a time. */
export function mayCount(loop: readonly State[]): boolean {
  return loop.some((state) => {
    if (state instanceof ChoiceState) return [...descendantsOf(state)].some(isOfNumbers) || expressionsCount(state);
    return expressionsCount(state);
  });
}

const expressionsCount = (state: State): boolean =>
  [...ownNodesOf(state)].some(({ fields }) =>
    fields.some(({ expressions }) => expressions.some(({ text }) => text !== undefined && counting.test(text))),
  );

/** A comparison of numbers or times; in JSONata one with less or more, with a number, or with another value of the run. */
function isOfNumbers(node: AslNode): boolean {
  if (node instanceof ChoiceTest && node.operators.some((operator) => /^(Numeric|Timestamp)/.test(operator)))
    return true;
  const condition = node instanceof ChoiceRule ? node.field('Condition')?.json : undefined;
  return typeof condition === 'string' && /[<>]|=\s*[-$\d]|\d\s*!?=/.test(condition);
}
