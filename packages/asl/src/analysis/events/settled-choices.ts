import { Catcher, ChoiceTest, descendantsOf, type ChoiceState, type Expression, type State } from '../../syntax';
import { mayBringByOutput } from '../shapes/handed-on';
import { graphOf } from '../graph/graph';
import { putsInLoop } from './place-writes';

/** What a Choice decides by, where it stands in its text. */
export interface DecidingRead {
  /** A variable `$done`, a path in the data `$.job.state` up to an index, or `$states.input.job`. */
  readonly place: string;
  readonly expression: Expression;
}

/**
 * What a Choice of a loop decides by, when no state of the loop changes any of that: it leaves the loop when it is asked
 * first, or never. Undefined where something may change, or is not known.
 */
export function settledReadsOf(
  choice: ChoiceState,
  isLeftAlone: (place: string) => boolean,
): readonly DecidingRead[] | undefined {
  const reads: DecidingRead[] = [];
  const tests = [...descendantsOf(choice)].filter((node) => node instanceof ChoiceTest);
  const conditions = tests.flatMap(({ fields }) => fields.filter(({ name }) => name !== 'Assign' && name !== 'Output'));
  for (const expression of conditions.flatMap(({ expressions }) => expressions)) {
    const places = placesReadBy(expression);
    if (!places?.every(isLeftAlone)) return undefined;
    reads.push(...places.map((place) => ({ place, expression })));
  }
  return reads.length ? reads : undefined;
}

/** Whether no state of a loop changes what is in a place; each place is looked for in each state once. */
export function leftAloneIn(loop: readonly State[]): (place: string) => boolean {
  const members = new Set(loop);
  const known = new Map<string, boolean>();
  return (place) => {
    let isLeftAlone = known.get(place);
    if (isLeftAlone === undefined) {
      isLeftAlone = loop.every((state) => leavesAlone(state, place, members));
      known.set(place, isLeftAlone);
    }
    return isLeftAlone;
  };
}

/** Undefined where the expression reads what changes by itself, or what is not followed. */
export function placesReadBy({ text = '', parsed, jsonata }: Expression): readonly string[] | undefined {
  if (parsed.language === 'none') return [];
  if (parsed.language === 'path') {
    if (text.startsWith('$$.Execution.')) return [];
    const [place] = /^\$(?:\.[\w-]+)+(?=$|\[[^$]*$)|^\$\w+(?:\.[\w-]+)*(?=$|\[[^$]*$)/.exec(text) ?? [];
    return place === undefined ? undefined : [place];
  }
  if (!jsonata?.isComplete || jsonata.hasPlaceholders) return undefined;
  const { topLevel, states, variables, calls } = jsonata.references;
  if (topLevel.length || calls.some(({ name }) => changing.has(name))) return undefined;
  const places = states.flatMap(({ member, end }) => {
    const [, name] = /^\s*\.\s*(\w+)/.exec(text.slice(end)) ?? [];
    // The execution stays the same one.
    if (member === 'context' && name === 'Execution') return [];
    return member === 'input' && name !== undefined ? inputRoot + name : undefined;
  });
  return places.every((place) => place !== undefined)
    ? [...places, ...variables.map(({ name }) => `$${name}`)]
    : undefined;
}

const changing: ReadonlySet<string> = new Set(['millis', 'now', 'random', 'uuid', 'eval']);

const inputRoot = '$states.input.';

function leavesAlone(state: State, place: string, loop: ReadonlySet<State>): boolean {
  if (!place.startsWith(inputRoot)) return putsInLoop(state, place, loop)?.length === 0;
  const handsOnAll = graphOf(state.parent)
    .transitionsFrom(state)
    .every(({ node, to }) => !to || !loop.has(to) || !(node instanceof Catcher) || node.has('Output'));
  return state.queryLanguage === 'JSONata' && handsOnAll && !mayBringByOutput(state, place.slice(inputRoot.length));
}
