import type { Catcher, MapState, ParallelState, State, TaskState } from '../../syntax';
import { nothing, object, possible, scalarAmong, string, sure, type DataShape, type ObjectShape } from './data-shape';
import { catcherOf, transitionsOf, type Exit } from './exit';
import { assigned, throughResultPath } from './json-path-flow';
import { assignedByJsonata, throughJsonata } from './jsonata-flow';
import { join } from './join';
import type { DataReader } from './reader';

const text = join(string, nothing);

export const errorOutputPrefix = 'the error output of ';

/** What a Catcher gets: nothing but Error and Cause, which are null where a worker gave none (recorded). */
const findErrorOutput = (catcher: Catcher): ObjectShape =>
  object(
    [
      ['Error', sure(errorNameOf(catcher))],
      ['Cause', possible(text)],
    ],
    'closed',
    `${errorOutputPrefix}"${(catcher.parent as State).name}"`,
  );

/** Names that stand for others, too. */
const wildcards: ReadonlySet<string> = new Set(['States.ALL', 'States.TaskFailed']);

/** Whether a heartbeat that fails is called a timeout is not on record. */
const heartbeat = 'States.HeartbeatTimeout';

/** One of the names of the Catcher, where none of them stands for others. */
function errorNameOf(catcher: Catcher): DataShape {
  const { knownErrorNames: names, errorEquals } = catcher;
  if (!names?.length) return text;
  if (names.some(({ value }) => wildcards.has(value))) return join({ ...string, caught: catcher }, nothing);
  return scalarAmong('string', errorEquals.includes('States.Timeout') ? [...errorEquals, heartbeat] : errorEquals);
}

/** The ways out by Catch. The error output goes into the raw input; neither ResultSelector nor OutputPath is applied. */
export function exitsByCatch(state: TaskState | ParallelState | MapState, reader: DataReader): readonly Exit[] {
  const { input } = reader.world;
  return transitionsOf(state).flatMap((transition): Exit[] => {
    const catcher = catcherOf(transition);
    if (!catcher) return [];
    const own = reader.fork();
    const errorOutput = catcher.once(findErrorOutput);
    if (state.queryLanguage === 'JSONata') {
      const roots = { input, errorOutput };
      const output = throughJsonata(catcher, 'Output', roots, own, errorOutput);
      const variables = assignedByJsonata(catcher, roots, own);
      return own.hasFailed() ? [] : [{ transition, input: output, variables }];
    }
    const variables = assigned(catcher, errorOutput, own);
    return own.hasFailed() ? [] : [{ transition, input: throughResultPath(catcher, input, errorOutput), variables }];
  });
}
