import type { HistoryEventType } from '@stepproof/test-harness';
import { diff, equal, nearestIndex } from './comparison';
import { executionMatcher } from './execution-matcher';
import { listed } from './layout';
import { detailsOf, type EventDetails, type EventDetailsOf } from './event-details';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * The history has an event of this type, with these details if they are given: those that are named; there may be
     * others. They are the members of the event's own details, `taskScheduledEventDetails` for `TaskScheduled`. Inputs,
     * outputs, parameters and assigned variables are values here, and JSON text in the history.
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveEmitted('TaskSubmitted', { resourceType: 'sqs' });
     * expect(execution).toHaveEmitted('ExecutionSucceeded', { output: { orderId: 7, charge: 'ch_1' } });
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveEmitted('TaskStateExited', { name: 'ReserveStock', assignedVariables: { reservation: 'r-2' } });
     */
    toHaveEmitted<Type extends HistoryEventType>(eventType: Type, details?: EventDetailsOf<Type>): R;
  }
}

export const toHaveEmitted = executionMatcher(
  'toHaveEmitted',
  ['eventType', 'details'],
  function (execution, type: string, details: EventDetails = {}) {
    const { history } = execution;
    const { printExpected, printReceived } = this.utils;
    const names = Object.keys(details);
    const events = history.filter((event) => event.type === type);
    const received = events.map((event) => detailsOf(event, names));
    const found = events[received.findIndex((values) => equal(this, values, details))];
    return {
      pass: found !== undefined,
      details: () => {
        const what = `${printExpected(type)}${names.length > 0 ? ` with ${printExpected(details)}` : ''}`;
        if (found)
          return [
            ['Expected no event', what],
            ['Received event', `number ${found.id} of the history`],
          ];
        const nearest = events[nearestIndex(this, details, received)];
        if (nearest) {
          const which =
            events.length === 1
              ? `The event "${type}", number ${nearest.id} of the history, has other details:`
              : `None of the ${events.length} events "${type}" has these details. The nearest is number ${nearest.id} of the history:`;
          return [which, diff(this, 'details', details, detailsOf(nearest, names))];
        }
        const types = [...new Set(history.map((event) => event.type))];
        return [
          ['Expected event', what],
          ['Received events', listed(types, printReceived)],
        ];
      },
    };
  },
);
