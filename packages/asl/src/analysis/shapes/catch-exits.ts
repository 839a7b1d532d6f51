import type { MapState, ParallelState, State, TaskState } from '../../syntax';
import { nothing, object, possible, string, sure, type ObjectShape } from './data-shape';
import { catcherOf, transitionsOf, type Exit } from './exit';
import { assigned, throughResultPath } from './json-path-flow';
import { assignedByJsonata, throughJsonata } from './jsonata-flow';
import { join } from './join';
import type { DataReader } from './reader';

const text = join(string, nothing);

export const errorOutputPrefix = 'the error output of ';

/** What a Catcher gets: nothing but Error and Cause, which are null where a worker gave none (recorded). */
const errorOutputOf = ({ name }: State): ObjectShape =>
  object(
    [
      ['Error', sure(text)],
      ['Cause', possible(text)],
    ],
    'closed',
    `${errorOutputPrefix}"${name}"`,
  );

/** The ways out by Catch. The error output goes into the raw input; neither ResultSelector nor OutputPath is applied. */
export function exitsByCatch(state: TaskState | ParallelState | MapState, reader: DataReader): readonly Exit[] {
  const errorOutput = state.once(errorOutputOf);
  const { input } = reader.world;
  return transitionsOf(state).flatMap((transition): Exit[] => {
    const catcher = catcherOf(transition);
    if (!catcher) return [];
    const own = reader.fork();
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
