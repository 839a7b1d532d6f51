import { integrationNamesOf } from './call-names';
import { lambdaOutcome, type LambdaHandler } from './lambda';
import { Mock } from './mock';
import type { TaskCall, TaskOutcome, TaskResolver } from './task-call';

/** Gives back the result of a call, or throws what the task fails with. */
export type TaskHandler = (call: TaskCall) => unknown;

/**
 * Who answers the calls: one resolver for all, or mocks and handlers by name. A name is that of a state, a Resource, a
 * Resource without what precedes the service (`sqs:sendMessage`), or `lambda:` with the name of a function.
 */
export type Tasks<StateName extends string = string> = TaskResolver | TasksByName<StateName>;

type TasksByName<StateName extends string> = Readonly<
  Partial<Record<StateName | `${string}:${string}`, Mock | TaskHandler | LambdaHandler>>
>;

/** A name in `tasks` that fits nothing. */
export class UnknownMockError extends Error {
  override readonly name = 'UnknownMockError';
}

/** Makes the resolver of one execution; the mocks begin to count anew. */
export function resolverOf(tasks: Tasks | undefined, stateNames: ReadonlySet<string>): TaskResolver {
  if (typeof tasks === 'function') return tasks;
  const entries = { ...tasks };
  for (const name of Object.keys(entries)) checkEntry(name, entries[name], stateNames);
  const counts = new Map<string, number>();
  const has = (name: string): boolean => Object.hasOwn(entries, name);
  return (call) => {
    const name = [call.state, call.resource].find(has) ?? integrationNamesOf(call).find(has);
    if (name === undefined) return undefined;
    const entry = entries[name]!;
    if (!(entry instanceof Mock)) return callHandler(name, entry, call);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return entry.answer(count, call);
  };
}

function checkEntry(name: string, entry: unknown, stateNames: ReadonlySet<string>): void {
  if (!stateNames.has(name) && !name.includes(':')) {
    throw new UnknownMockError(
      `"tasks" has a mock for "${name}", but the machine has no state of that name; ` +
        `use one of ${[...stateNames].map((state) => `"${state}"`).join(', ')}, or a resource such as "sqs:sendMessage"`,
    );
  }
  if (entry instanceof Mock || typeof entry === 'function') return;
  throw new TypeError(
    `"${name}" in "tasks" is neither a mock nor a function; use mock.returns(...) for a fixed result`,
  );
}

function callHandler(
  name: string,
  handler: TaskHandler | LambdaHandler,
  call: TaskCall,
): TaskOutcome | PromiseLike<TaskOutcome> {
  if (name.startsWith('lambda:') && name !== 'lambda:invoke') return lambdaOutcome(handler, call);
  return settled(
    () => (handler as TaskHandler)(call),
    (result) => resultOutcome(result, call),
    errorOutcome,
  );
}

/** A handler of a task that waits for its token may give back nothing: the token is still to come back. */
function resultOutcome(result: unknown, call: TaskCall): TaskOutcome {
  const isAwaited = call.pattern === 'waitForTaskToken' || call.resource.includes(':activity:');
  if (result === undefined && isAwaited) return { never: true };
  return { result } as TaskOutcome;
}

/** What a handler throws is what the task fails with: the name of the error, and its message as the cause. */
function errorOutcome(error: unknown): TaskOutcome {
  if (error instanceof Error) return { error: error.name, cause: error.message };
  return { error: 'Error', cause: String(error) };
}

/** Runs a function that may be asynchronous, and makes outcomes of what it gives back or throws. */
export function settled(
  run: () => unknown,
  onResult: (result: unknown) => TaskOutcome,
  onError: (error: unknown) => TaskOutcome,
): TaskOutcome | PromiseLike<TaskOutcome> {
  let result: unknown;
  try {
    result = run();
  } catch (error) {
    return onError(error);
  }
  return result instanceof Promise ? result.then(onResult, onError) : onResult(result);
}
