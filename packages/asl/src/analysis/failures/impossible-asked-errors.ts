import {
  errorNameCovers,
  impossibleError,
  isInReservedSpace,
  isReservedErrorName,
  nearestReservedName,
  type ImpossibleError,
} from '../../errors';
import type { Catcher, RecoverableState, StateMachine } from '../../syntax';
import type { Range } from '../../text/located';
import { comparedTextsOf } from '../shapes/compared-texts';
import type { DataShape } from '../shapes/data-shape';
import { partsOf } from '../shapes/parts';

/** The name of an error that a Choice behind a Catch asks for, and that no error which comes to it has. */
export interface ImpossibleAskedError extends ImpossibleError {
  readonly name: string;
  /** Where the name stands in the file. */
  readonly range: Range;
  /** What is compared with it, as it is written. */
  readonly path: string;
}

/** Of what Catchers take by States.ALL or States.TaskFailed. On several ways it must be so of each of their Catchers. */
export const impossibleAskedErrorsOf = (machine: StateMachine): readonly ImpossibleAskedError[] =>
  comparedTextsOf(machine).flatMap(({ text: name, range, path, ways }) => {
    const catchers = [...new Set(ways.map(({ shape }) => catcherOf(shape)))];
    const found = catchers.map((catcher) => catcher && impossibleFor(catcher, name));
    const [first] = found;
    return first && found.every((one) => one) ? [{ ...first, name, range, path }] : [];
  });

/** The one that all texts which may be there come from. */
function catcherOf(shape: DataShape): Catcher | undefined {
  if (shape.kind === 'unknown') return undefined;
  const parts = partsOf(shape).filter((part) => part.kind !== 'scalar' || part.type !== 'null');
  const [part] = parts;
  return part?.kind === 'scalar' && parts.length === 1 ? part.caught : undefined;
}

function impossibleFor(catcher: Catcher, name: string): ImpossibleError | undefined {
  const state = catcher.parent as RecoverableState;
  if (name === 'States.ALL') return anyError;
  const untaken = untakenBy(catcher, state, name);
  if (untaken) return untaken;
  if (isInReservedSpace(name) && !isReservedErrorName(name)) return invented(name);
  const impossible = impossibleError(state, name);
  return impossible && { ...impossible, because: `"${state.name}" never fails with it: ${impossible.because}` };
}

/** Whether a timeout is left out, or an earlier Catcher has taken it all. What else States.TaskFailed leaves out is not on record. */
function untakenBy(catcher: Catcher, state: RecoverableState, name: string): ImpossibleError | undefined {
  const { errorEquals } = catcher;
  const isTimeout = name === 'States.Timeout' && !errorEquals.some((one) => errorNameCovers(one, name));
  if (isTimeout) {
    return {
      because: `the Catch of "${state.name}" that leads here takes "States.TaskFailed", which is no timeout`,
      remedy: 'add "States.Timeout" to that Catch',
    };
  }
  const index = state.catch.indexOf(catcher);
  const isTaken = state.catch
    .slice(0, index)
    .some((earlier) => earlier.errorEquals.some((one) => errorNameCovers(one, name)));
  return isTaken
    ? { because: `an earlier Catcher of "${state.name}" takes it`, remedy: 'ask for it where that Catcher leads to' }
    : undefined;
}

const anyError: ImpossibleError = {
  because: 'it stands for all errors in a Catch, and is the name of none',
  remedy: 'let the Default take what is left',
};

function invented(name: string): ImpossibleError {
  const meant = nearestReservedName(name);
  return {
    because: 'Step Functions has no such error',
    remedy: meant ? `use "${meant}"` : 'use a name that it has',
    meant,
  };
}
