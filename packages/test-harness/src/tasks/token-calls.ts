import type { Json } from '@stepproof/asl';
import type { TaskCall, TaskOutcome } from './task-call';
import { TaskTokenError, type TaskTokens } from './task-tokens';

/** A Task that sends the token of another Task back needs no mock: the token is one of this world. */
export function sendTokenBack({ resource, parameters }: TaskCall, tokens: TaskTokens): TaskOutcome | undefined {
  const action = /:aws-sdk:sfn:sendTask(Success|Failure|Heartbeat)$/.exec(resource)?.[1];
  if (action === undefined) return undefined;
  const { TaskToken, Output, Error: error, Cause } = parameters as Readonly<Record<string, Json>>;
  const token = typeof TaskToken === 'string' ? TaskToken : '';
  try {
    if (action === 'Heartbeat') tokens.heartbeat(token);
    else if (action === 'Success') tokens.settle(token, { kind: 'result', result: outputOf(Output) });
    else tokens.settle(token, { kind: 'error', error: textOf(error), cause: textOf(Cause) });
  } catch (refusal) {
    // Named as the SDK for Java names it: `Sfn.InvalidTokenException` (recorded).
    if (refusal instanceof TaskTokenError) return { error: `Sfn.${refusal.name}Exception`, cause: refusal.message };
    throw refusal;
  }
  return { result: {} };
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** Output is JSON text; an object may stand for it. */
function outputOf(output: Json | undefined): Json {
  if (typeof output !== 'string') return output ?? null;
  try {
    return JSON.parse(output) as Json;
  } catch {
    return output;
  }
}
