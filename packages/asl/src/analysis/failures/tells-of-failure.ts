import { ownNodesOf, PassState, TaskState, Catcher, type State } from '../../syntax';
import type { Located } from '../../text/located';
import { walk } from '../../text/value';

/** The members of an Error Output. */
const readsError = /\.\s*(Cause|Error)\b/;
const writesFailed = /\bfail(ed|ure)\b|^(error|aborted|cancelled|canceled|rolled_?back)$/i;

const payloads: ReadonlySet<string> = new Set(['Arguments', 'Output', 'Parameters', 'Result']);

/** Whether a Task or Pass hands on what has failed: it reads the error that was caught, or writes a word such as "FAILED". */
export const tellsOfFailure = (state: State): boolean =>
  (state instanceof TaskState || state instanceof PassState) && state.once(findTelling);

function findTelling(state: State): boolean {
  for (const node of ownNodesOf(state)) {
    if (node instanceof Catcher) continue;
    for (const { name, value } of node.fields) if (payloads.has(name) && tells(value)) return true;
  }
  return false;
}

function tells(value: Located): boolean {
  let found = false;
  walk(value, (part) => {
    found ||= part.kind === 'string' && (writesFailed.test(part.value) || readsError.test(part.value));
  });
  return found;
}
