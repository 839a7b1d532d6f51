import { descendantsOf, TaskState, type State } from '../../syntax';
import { wordsOfName } from '../texts/name-words';

const messaging: ReadonlySet<string> = new Set([
  'cloudwatch',
  'cloudwatchlogs',
  'events',
  'eventbridge',
  'ses',
  'sesv2',
  'sns',
  'sqs',
]);

/** What is done beside the work proper: somebody is told, something is noted down or cleared away. */
const besides = new Set(
  (
    'alert announce archive audit cache clean cleanup clear delete email emit inform log mail measure message metric metrics ' +
    'notification notify publish record remove report send sms tag tell track update warm'
  ).split(' '),
);

/** Whether a workflow may well succeed although the state has failed: all that it calls are messages, or called so. */
export function isBestEffort(state: State): boolean {
  const tasks = [...descendantsOf(state)].filter((node) => node instanceof TaskState);
  return (
    isCalledBesides(state) || (tasks.length > 0 && tasks.every((task) => isMessage(task) || isCalledBesides(task)))
  );
}

const isMessage = ({ resource }: TaskState): boolean => 'service' in resource && messaging.has(resource.service);

const isCalledBesides = ({ name }: State): boolean => wordsOfName(name).some((word) => besides.has(word));
