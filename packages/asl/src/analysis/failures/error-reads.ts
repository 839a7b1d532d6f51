import { Catcher } from '../../syntax';
import { withoutPathMark } from '../../text/path-mark';
import type { Transition } from '../graph/graph';
import { statesFrom } from '../graph/reachability';
import { handsOnWhole } from '../calls/handed-on-whole';
import { mentions, readingExpressions } from '../texts/mentions';
import { handedOnByCatch } from '../shapes/handed-on';

/** Whether a state that a Catcher leads to, or one behind, may read the error; also where it is not known where that is put. */
export function isErrorRead({ node, to }: Transition): boolean {
  const places = node instanceof Catcher ? placesOf(node) : undefined;
  if (!places) return true;
  return [...statesFrom(to ? [to] : [])].some(
    (state) =>
      (places.some(isData) && handsOnWhole(state)) ||
      readingExpressions(state).some(({ text = '' }) => places.some((place) => mentions(text, place))),
  );
}

const isData = (place: string): boolean => /^\$(\.|$|states\.input)/.test(place);

/** Where a Catcher puts the error: beside the data, or in place of them; undefined where that is not known. */
function placesOf(catcher: Catcher): readonly string[] | undefined {
  const assign = catcher.field('Assign');
  if (assign && (assign.isUnknown || assign.value.kind !== 'object')) return undefined;
  const variables =
    assign?.value.kind === 'object' ? assign.value.entries.map(({ key }) => `$${withoutPathMark(key.value)}`) : [];
  if (catcher.queryLanguage === 'JSONata') {
    if (!catcher.has('Output')) return [...variables, '$states.input'];
    const handed = handedOnByCatch(catcher);
    return handed && [...variables, ...[...handed.names].map((name) => `$states.input.${name}`)];
  }
  const path = catcher.field('ResultPath');
  if (path?.json === null) return variables;
  if (!path || path.json === '$') return [...variables, '$'];
  return typeof path.json === 'string' && /^\$\.[\w.-]+$/.test(path.json) ? [...variables, path.json] : undefined;
}
