import { TaskState, type State } from '../../syntax';
import { graphOf } from '../graph/graph';
import { isCalledDecision, isCalledMessage } from '../texts/action-names';
import { mentions, readingExpressions } from '../texts/mentions';

const messageActions =
  /^(apigatewaymanagementapi:postToConnection|pinpoint(smsvoicev2)?:send|ses(v2)?:send|sns:publish|socialmessaging:send)/;

/**
 * Whether the state is a Task, and all that it does is to tell somebody, or to ask: what has been sent can be taken back by no state, and what a
 * person has decided need not be. An SNS topic, the services for mail and chat, and what may be a message and is called so.
 */
export const onlyTells = (state: State): boolean => state instanceof TaskState && state.once(findWhetherOnlyTells);

const findWhetherOnlyTells = (task: TaskState): boolean =>
  sends(task) || asks(task) || (mayTell(task) && isCalledMessage(task));

function sends({ resource }: TaskState): boolean {
  return 'action' in resource && messageActions.test(`${resource.service}:${resource.action}`);
}

const asks = (task: TaskState): boolean => waitsForAnswer(task) && isCalledDecision(task);

/** Whether somebody else ends the Task. */
export const waitsForAnswer = ({ resource }: TaskState): boolean =>
  resource.kind === 'activity' || ('pattern' in resource && resource.pattern === 'waitForTaskToken');

/** Whether what comes next reads what a Task has answered, where its ResultPath has put that. */
export function isAnswerRead(task: TaskState): boolean {
  const place = task.field('ResultPath')?.json;
  if (typeof place !== 'string' || place === '$') return false;
  return graphOf(task.parent)
    .transitionsFrom(task)
    .some(({ to }) => to !== undefined && readingExpressions(to).some(({ text = '' }) => mentions(text, place)));
}

const carriers: ReadonlySet<string> = new Set([
  'apigateway',
  'eventbridge',
  'events',
  'http',
  'lambda',
  'sqs',
  'states',
]);

const mayTell = ({ resource }: TaskState): boolean =>
  ['activity', 'lambda', 'unknown'].includes(resource.kind) ||
  ('service' in resource && carriers.has(resource.service));
