import type { Expression, Scope, StateMachine } from '../../syntax';
import type { DataRead } from '../shapes/data-read';
import { dataFlowOf } from '../shapes/data-flow';
import { partsOf } from '../shapes/parts';
import { memberReadBy } from './result-members';

/** `$[0]`, `$states.input[0]` */
export const elementOfData = /^\$(?:states\.input)?(\[\d+\])/;

/** How a path begins that reads the data: `$` or `$states.input`. */
export const wholeData = /^\$(states\.input)?/;

/**
 * The reads of `$.name` and `$states.input.name` by name, and the scopes that they stand in. Apart from them stand the tests
 * (`IsPresent`) of what only a result has, `$.order.Item`.
 */
export const namedReadsOf = (machine: StateMachine) => machine.once(findNamedReads);

function findNamedReads(machine: StateMachine) {
  const named = new Map<string, DataRead[]>();
  const tested = new Map<string, DataRead[]>();
  const elements: DataRead[] = [];
  const scopes = new Set<Scope>();
  for (const read of dataFlowOf(machine).reads) {
    scopes.add(read.state.parent);
    if (read.root !== 'input' || !readsInput(read)) continue;
    const isJsonata = read.expression.kind === 'jsonata';
    const isTest = !isJsonata && !read.mustFind;
    if (isTest && !memberReadBy(read.path)?.isOfResult) continue;
    if (!isTest && elementOfData.test(read.path)) elements.push(read);
    const name = isJsonata ? /^\$states\.input\.(\w+)/.exec(read.path)?.[1] : firstName(read);
    if (name === undefined) continue;
    const byName = isTest ? tested : named;
    const reads = byName.get(name);
    if (reads) reads.push(read);
    else byName.set(name, [read]);
  }
  return { named, tested, elements, scopes };
}

/** Fields whose `$` is the input of the state; in the others it is the result or what Parameters have made. */
const readsInput = ({ expression, state }: DataRead): boolean => {
  const { name, parent } = expression.parent;
  if (['ResultSelector', 'OutputPath', 'Assign'].includes(name) || parent.type === 'Catcher') return false;
  return !state.has('InputPath') || name === 'InputPath';
};

function firstName({ expression, path }: DataRead): string | undefined {
  // Calls have their paths inside.
  return nameAtTop(expression) ?? /^\$\.(\w+)/.exec(path)?.[1];
}

/** The first name of a path. */
export function nameAtTop({ jsonPath }: Expression): string | undefined {
  const first = jsonPath?.segments[0];
  return first?.kind === 'name' ? first.name : undefined;
}

/** Whether an earlier state has put something there. */
export const isKnownOf = ({ world }: DataRead, name: string): boolean =>
  partsOf(world.input).some((part) => part.kind === 'object' && part.members.has(name));
