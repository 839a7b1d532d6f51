import { ownNodesOf, PassState, TaskState, Catcher, type State } from '../../syntax';
import { walk } from '../../text/value';

/** The members of an Error Output. */
const readsError = /\.\s*(Cause|Error)\b/;
const writesFailed = /\bfail(ed|ure)\b|^(error|aborted|cancelled|canceled|rolled_?back)$/i;

const payloads: ReadonlySet<string> = new Set(['Arguments', 'Output', 'Parameters', 'Result']);

/** Whether a Task or Pass hands on what has failed: it reads the error that was caught, or writes a word such as "FAILED". */
export function tellsOfFailure(state: State): boolean {
  if (!(state instanceof TaskState || state instanceof PassState)) return false;
  const fields = ownNodesOf(state)
    .filter((node) => !(node instanceof Catcher))
    .flatMap((node) => node.fields)
    .filter(({ name }) => payloads.has(name));
  let found = false;
  for (const { value } of fields) {
    walk(value, (part) => {
      found ||= part.kind === 'string' && (writesFailed.test(part.value) || readsError.test(part.value));
    });
  }
  return found;
}
