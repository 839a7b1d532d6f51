import type { Expression, State, StateMachine } from '../../syntax';
import { withoutPathMark } from '../../text/path-mark';
import { membersOfResult } from '../shapes/handed-on';
import { placesFilledFrom, type Place } from './value-places';

/**
 * Where the result of a state, or what other states copy of it, is found later. What the result is called by where it is not
 * named in the definition has to be told: the members of it that count.
 */
export function placesOfResult(
  machine: StateMachine,
  state: State,
  members: readonly string[],
): ReadonlyMap<Place, State> {
  return placesFilledFrom(machine, readsResult, firstPlaces(state, members));

  function readsResult({ parent, text }: Expression): boolean {
    if (parent.parent !== state || text === undefined) return false;
    return state.queryLanguage === 'JSONata'
      ? parent.name !== 'Arguments' && text.includes('$states.result')
      : parent.name === 'Assign' && text.startsWith('$.');
  }
}

function firstPlaces(state: State, members: readonly string[]): ReadonlyMap<Place, State> {
  if (state.queryLanguage === 'JSONata') {
    const names = state.has('Output') ? membersOfResult(state) : members;
    return new Map(names.map((name) => [`$states.input.${name}`, state]));
  }
  const path = state.has('ResultPath') ? state.field('ResultPath')!.json : '$';
  if (typeof path !== 'string' || state.has('OutputPath')) return new Map();
  if (path !== '$') return new Map([[path, state]]);
  const selector = state.field('ResultSelector')?.value;
  const names = selector?.kind === 'object' ? selector.entries.map(({ key }) => withoutPathMark(key.value)) : members;
  return new Map(names.map((name) => [`$.${name}`, state]));
}
