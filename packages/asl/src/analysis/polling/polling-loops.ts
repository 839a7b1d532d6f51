import { ChoiceState, PassState, TaskState, WaitState, type Scope, type State } from '../../syntax';
import { isFilledInFunction } from '../calls/calls-function';
import { loopsOf } from '../graph/loops';
import { isCalledReader } from '../texts/action-names';
import { asksAgain, asksFunction, isCalledStatus, mayCount } from './polling';

/** The loops that wait for an answer to change; also those inside loops that do more at times, which may go round without it. */
export function pollingLoopsOf(scope: Scope): readonly (readonly State[])[] {
  const whole = loopsOf(scope);
  const polling = whole.filter(isPolling);
  if (polling.length === whole.length) return polling;
  const inside = loopsOf(scope, (state) => !(state instanceof TaskState) || asks(state)).filter(isPolling);
  return [...polling, ...inside.filter(([first]) => !polling.some((loop) => loop.includes(first!)))];
}

/** A read, or a call of a function that is called so: what other Tasks do is no asking. */
const asks = (task: TaskState): boolean =>
  asksAgain(task) || asksFunction(task) || (task.resource.kind === 'unknown' && isCalledStatus(task));

/** Waits, asks, chooses, and does nothing else that could be the work of the loop or count its rounds. */
function isPolling(loop: readonly State[]): boolean {
  const kinds = [WaitState, ChoiceState, TaskState, PassState];
  if (!loop.every((state) => kinds.some((kind) => state instanceof kind))) return false;
  const tasks = loop.filter((state) => state instanceof TaskState);
  const choices = loop.filter((state) => state instanceof ChoiceState);
  if (!tasks.length || !choices.length || !loop.some((state) => state instanceof WaitState)) return false;
  return (tasks.every(asksAgain) || isOneCall(tasks)) && !mayCount(loop);
}

/** One function that is asked; what others in the loop do, one may be the counter. */
function isOneCall([task, ...others]: readonly TaskState[]): boolean {
  if (!task || others.length) return false;
  const { resource } = task;
  // What is filled in as a whole is the ARN of a function, or of an activity; its work may be what the loop is for.
  if (resource.kind === 'unknown') return isCalledStatus(task) || (isFilledInFunction(task) && isCalledReader(task));
  return resource.kind === 'lambda' || (resource.kind === 'optimized' && resource.service === 'lambda');
}
