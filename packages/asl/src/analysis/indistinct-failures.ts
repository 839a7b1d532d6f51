import { Catcher, descendantsOf, type Field, type State, type StateMachine } from '../syntax';
import type { Located } from '../text/located';
import { walk } from '../text/value';
import { handsOnWhole } from './handed-on-whole';
import { graphOf, type Transition } from './graph';
import { statesWithoutFailure } from './reachability';
import { catchesAnyError } from './success-after-failure';

/**
 * The Catchers of any error that lead where the state goes on to anyway, so that the states there cannot tell a failure from
 * a success: nothing asks for the error that the Catcher keeps, nor whether the result is there. Where it is not known what
 * is kept, or all of the data with the error in it is handed to a call, nothing is said.
 */
export function indistinctFailures(machine: StateMachine): readonly Transition[] {
  const graph = graphOf(machine);
  if (graph.isPartial) return [];
  const withoutFailure = statesWithoutFailure(machine);
  return graph.transitions.filter((transition) => {
    const { from, target, node } = transition;
    if (!(node instanceof Catcher) || target === undefined || target !== from.field('Next')?.json) return false;
    return catchesAnyError(transition) && withoutFailure.has(from) && !canTell(machine, from, node);
  });
}

function canTell(machine: StateMachine, failed: State, catcher: Catcher): boolean {
  const traces = tracesOf(catcher);
  const results = namesPlacedBy(failed.field('ResultPath'));
  if (!traces) return true;
  const mayBeInData = traces.length > 0 || !keepsInput(catcher);
  const isError = oneOf([...traces, ...(keepsInput(catcher) ? [] : ['Error', 'Cause'])]);
  const isResult = oneOf(results);
  const tellsBy = (value: Located): boolean => {
    if (value.kind === 'string')
      return isError.test(value.value) || (value.value.includes('$exists') && isResult.test(value.value));
    if (value.kind !== 'object' || !value.entries.some(({ key }) => /^Is(?:Present|Null)$/.test(key.value)))
      return false;
    return value.entries.some((entry) => entry.value.kind === 'string' && isResult.test(entry.value.value));
  };
  return machine.states.some((state) => {
    if (state === failed) return false;
    if (mayBeInData && [...descendantsOf(state)].some(handsOnWhole)) return true;
    let tells = false;
    walk(state.located, (value) => (tells ||= tellsBy(value)));
    return tells;
  });
}

/** The names under which a Catcher keeps the error; undefined where that is not known. */
function tracesOf(catcher: Catcher): readonly string[] | undefined {
  const assign = catcher.field('Assign');
  if (assign && assign.value.kind !== 'object') return undefined;
  const variables = assign?.value.kind === 'object' ? assign.value.entries.map(({ key }) => bare(key.value)) : [];
  const place = catcher.field('ResultPath');
  if (place && (place.isUnknown || !['null', 'string'].includes(place.value.kind))) return undefined;
  const output = catcher.field('Output');
  if (!output) return [...variables, ...namesPlacedBy(place)];
  const text = JSON.stringify(output.json);
  if (!text.includes('errorOutput')) return variables;
  const names = [...text.matchAll(/["']([\w ]+)\\?["']\s*:\s*(?:"\{%\s*)?\$states\.errorOutput/g)].map(
    ([, name]) => name!,
  );
  return names.length ? [...variables, ...names] : undefined;
}

const keepsInput = (catcher: Catcher): boolean => catcher.has('ResultPath') || catcher.has('Output');

const bare = (name: string): string => name.replace(/\.\$$/, '');

const namesPlacedBy = (field: Field | undefined): readonly string[] =>
  field?.value.kind === 'string' ? (/^\$\.(\w+)/.exec(field.value.value)?.slice(1) ?? []) : [];

/** One of the names as a word of its own; of no names, nothing. */
const oneOf = (names: readonly string[]): RegExp =>
  names.length ? new RegExp(`(?<!\\w)(?:${names.map(escaped).join('|')})(?!\\w)`) : /(?!)/;

const escaped = (name: string): string => name.replace(/[^\w ]/g, '\\$&');
