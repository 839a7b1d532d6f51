import type { History } from '../history/history';

const maxAge = 14 * 86_400;
const maxEvents = 24_999;

/** What keeps an execution that has not succeeded from being redriven, by itself or as a child of a Map Run. */
export function reachedLimit(
  { history }: { readonly history: History },
  secondsLater: number,
): { readonly fault: string; readonly remedy: string } | undefined {
  if (secondsLater > maxAge) return { fault: 'ended more than 14 days before', remedy: 'redrive it sooner' };
  const { length } = history.events;
  return length >= maxEvents ? { fault: `has ${length} events`, remedy: 'start it anew' } : undefined;
}
