import { ChoiceRule, ChoiceState, ChoiceTest, descendantsOf, TaskState, type AslNode, type State } from '../../syntax';
import { walk } from '../../text/value';
import { calledFunctionOf, callsFunction } from '../calls/calls-function';
import { handsOnWhole } from '../calls/handed-on-whole';
import { taskIdempotencyOf } from '../calls/task-idempotency';
import { numberPutsOf } from '../events/number-puts';
import { actionWordsOf } from '../texts/action-names';
import { mentions, readingExpressions } from '../texts/mentions';

/** Names of parameters that make each call go on where the last one ended. */
const pageParameter = /token|marker|cursor|continuation|exclusivestart|lastevaluated|offset|page/i;

/** A call that only reads, and reads the same again each time: what it answers can change by others only. */
export const asksAgain = (state: State): boolean => state instanceof TaskState && state.once(findWhetherAsksAgain);

function findWhetherAsksAgain(task: TaskState): boolean {
  const { resource, callParameters } = task;
  if (!('pattern' in resource) || resource.pattern !== 'request-response') return false;
  if (taskIdempotencyOf(task).class !== 'R') return false;
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
export const asksFunction = (state: State): boolean =>
  callsFunction(state) && (isCalledStatus(state) || isCalledStatus({ name: calledFunctionOf(state) ?? '' }));

/** A call of a function that is called what checks something, in a loop that goes on by a status: `Check ticket`. */
export const checksStatus = (state: State, loop: readonly State[]): boolean =>
  callsFunction(state) &&
  /^(check|describe|inspect|is|look|monitor|verify)$/.test(actionWordsOf(state)[0] ?? '') &&
  loop.some((one) => one instanceof ChoiceState && readingExpressions(one).some(({ text }) => readsStatus(text ?? '')));

const readsStatus = (text: string): boolean => isCalledStatus({ name: text }) || stateMember.test(text);

/** A member or a variable that says in which state something is, `$.job.State`, `$jobState`; not `$$.State.Name`. */
const stateMember = /(?<!\$\$|context)[.$](state|(\w*[a-z\d_])?State|\w+_state)\b(?!\s*[.[])/;

/** What makes a number of rounds or a time, in either query language. */
const counting =
  /MathAdd|ArrayLength|State\.EnteredTime|Execution\.StartTime|\$(count|now|millis)\b|[^[\s]\s*[+-]\s*\d|\d\s*[+-]\s*\$/;

/** Whether states of a loop count or look at the clock, by which the loop may end after a time. */
export function mayCount(loop: readonly State[]): boolean {
  const idle = unreadCountersOf(loop);
  return loop.some((state) => {
    if (state instanceof ChoiceState && [...descendantsOf(state)].some(isOfNumbers)) return true;
    return readingExpressions(state).some(
      ({ text = '' }) => counting.test(text) && !idle.some((place) => mentions(text, place)),
    );
  });
}

/** The places that states of a loop count in, and that nothing in it looks at: the count ends nothing. */
export function unreadCountersOf(loop: readonly State[]): readonly string[] {
  const puts = loop.flatMap((state) => numberPutsOf(state).filter(({ step }) => step));
  const places = [...new Set(puts.map(({ place }) => place))];
  return places.filter((place) => {
    const own = puts.filter((put) => put.place === place).length;
    const isData = place.startsWith('$.');
    if (isData && loop.some(handsOnWhole)) return false;
    // Each step reads the place once itself.
    return loop.flatMap(readingExpressions).filter(({ text = '' }) => readsPart(text, place)).length === own;
  });
}

/** Whether an expression reads the place, or data that the place is a part of. */
const readsPart = (text: string, place: string): boolean =>
  mentions(text, place) || (place.startsWith('$.') && /^\$(\.[\w-]+)*$/.test(text) && place.startsWith(`${text}.`));

/** A comparison of numbers or times; in JSONata one with less or more, with a number, or with another value of the run. */
function isOfNumbers(node: AslNode): boolean {
  if (node instanceof ChoiceTest && node.operators.some((operator) => /^(Numeric|Timestamp)/.test(operator)))
    return true;
  const condition = node instanceof ChoiceRule ? node.field('Condition')?.json : undefined;
  return typeof condition === 'string' && /[<>]|=\s*[-$\d]|\d\s*!?=/.test(condition);
}
