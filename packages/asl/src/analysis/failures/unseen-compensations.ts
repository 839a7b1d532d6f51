import { Catcher, type Scope, type State } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { reachableStates, statesFrom, statesWithoutFailure } from '../graph/reachability';
import { handsOnWhole } from '../payload/handed-on-whole';
import { mentions, readingExpressions } from '../texts/mentions';
import { isCompensation } from '../texts/name-words';
import { handedOnByCatch } from './handed-on';
import { catchesAnyError } from './success-after-failure';
import { withoutPathMark } from '../../text/path-mark';

/**
 * The Catchers of any error by which what undoes something after a failure goes on to undo more, just as after its success,
 * while nothing behind reads the error: nobody learns that it still stands. One that leads to the end, or to a message, like
 * its success does, is left out: there at least the first failure is told.
 */
export function unseenCompensations(scope: Scope): readonly Transition[] {
  const graph = graphOf(scope);
  if (graph.isPartial) return [];
  const withoutFailure = statesWithoutFailure(scope);
  const reachable = reachableStates(scope);
  return graph.transitions.filter(
    (caught) =>
      caught.to !== undefined &&
      catchesAnyError(caught) &&
      !withoutFailure.has(caught.from) &&
      reachable.has(caught.from) &&
      caught.target === caught.from.field('Next')?.json &&
      isCompensation(caught.from) &&
      isCompensation(caught.to) &&
      !isErrorRead(caught, caught.to),
  );
}

function isErrorRead({ node }: Transition, to: State): boolean {
  const places = node instanceof Catcher ? placesOf(node) : undefined;
  if (!places) return true;
  return [...statesFrom([to])].some(
    (state) =>
      (places.some(isData) && handsOnWhole(state)) ||
      readingExpressions(state).some(({ text = '' }) => places.some((place) => mentions(text, place))),
  );
}

const isData = (place: string): boolean => /^\$(\.|states\.input)/.test(place);

/** Where a Catcher puts the error beside what there is; undefined where it puts it in place of that, or that is not known. */
function placesOf(catcher: Catcher): readonly string[] | undefined {
  const assign = catcher.field('Assign');
  if (assign && (assign.isUnknown || assign.value.kind !== 'object')) return undefined;
  const variables =
    assign?.value.kind === 'object' ? assign.value.entries.map(({ key }) => `$${withoutPathMark(key.value)}`) : [];
  if (catcher.queryLanguage === 'JSONata') {
    const handed = handedOnByCatch(catcher);
    return handed && [...variables, ...[...handed.names].map((name) => `$states.input.${name}`)];
  }
  const path = catcher.field('ResultPath');
  if (path?.json === null) return variables;
  return typeof path?.json === 'string' && /^\$\.[\w.-]+$/.test(path.json) ? [...variables, path.json] : undefined;
}
