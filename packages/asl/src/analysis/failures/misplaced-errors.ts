import { placeOfRead } from '../shapes/data-read';
import { Catcher, type State, type StateMachine } from '../../syntax';
import type { DiscardedResult } from './discarded-results';
import { isCalledError } from '../texts/name-words';
import { nameAtTop, namedReadsOf, isKnownOf } from './named-reads';
import { mayBringOnWay, waysWithout } from './reach-of-results';
import { asksFor } from './results-of-failures';
import { handedOnByCatch } from '../shapes/handed-on';
import type { Trail } from '../shapes/world';
import { graphOf, type Transition } from '../graph/graph';
import { statesFrom, statesWithoutFailure } from '../graph/reachability';

/** Each search goes over a whole scope. */
const maxSearches = 100;

/** `$.Cause`, `$.error.Cause`, `$states.input.error.Cause`; behind the data and the name that it is under, the member. */
const readOfMember = /^\$(?:states\.input)?(?:\.\w+)?(\.(?:Error|Cause))$/;

/** `$.errorInfo`, `$states.input.error` */
const readOfWhole = /^\$(?:states\.input)?\.(\w+)$/;

/** What a path has behind the error output that it seems to read; undefined where it does not. */
function restOfError(path: string): string | undefined {
  const [, member] = readOfMember.exec(path) ?? [];
  const [, whole] = readOfWhole.exec(path) ?? [];
  return member ?? (whole !== undefined && isCalledError(whole) ? '' : undefined);
}

/**
 * Reads of `$.Error` and `$.Cause`, of those under another name, and of what is called an error, behind a Catcher that puts the error output elsewhere, or drops
 * it. What an earlier state has read there, or may have put there, is left out.
 */
export function misplacedErrorsOf(machine: StateMachine): readonly DiscardedResult[] {
  const { named } = namedReadsOf(machine);
  const found = new Map<string, DiscardedResult>();
  let budget = maxSearches;
  for (const [name, all] of named) {
    const reads = all.filter(({ path }) => restOfError(path) !== undefined);
    for (const scope of new Set(reads.map(({ state }) => state.parent))) {
      const graph = graphOf(scope);
      // The input of the machine may tell of an error itself.
      if (all.some(({ state }) => statesWithoutFailure(scope).has(state))) continue;
      for (const caught of graph.isPartial ? [] : graph.transitions) {
        const { node } = caught;
        const placed = node instanceof Catcher ? placeOfErrorBy(node) : undefined;
        if (!placed || --budget < 0) continue;
        const behind = statesBehind(caught, name);
        for (const read of reads) {
          if (!behind.has(read.state) || read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
          if (!comesBy(caught, read.world.trail)) continue;
          const place = placeOfRead(read);
          const rest = restOfError(read.path)!;
          if (!found.has(place))
            found.set(place, { read, state: caught.from, member: name, placedAt: placed.at, rest });
        }
      }
    }
  }
  return [...found.values()];
}

/** Whether the failure is the only one on the way: what another one brings, and what is done about it gives, is another matter. */
function comesBy(caught: Transition, trail: Trail | undefined): boolean {
  let isCaught = false;
  for (let step = trail; step; step = step.before) {
    if (!(step.transition.node instanceof Catcher)) continue;
    if (step.transition !== caught) return false;
    isCaught = true;
  }
  return isCaught;
}

/** Where a Catcher puts the error output beside the input, `at` nowhere if it drops it; undefined where that is not known. */
export function placeOfErrorBy(catcher: Catcher): { readonly at: string | undefined } | undefined {
  if (catcher.queryLanguage === 'JSONata') {
    const handed = handedOnByCatch(catcher);
    return handed && { at: handed.errorOutput === undefined ? undefined : `$states.input.${handed.errorOutput}` };
  }
  const path = catcher.field('ResultPath');
  if (!path || path.isUnknown || path.json === '$') return undefined;
  if (path.value.kind === 'null') return { at: undefined };
  const [expression] = path.expressions;
  // A variable, or what is no path.
  return expression && nameAtTop(expression) !== undefined ? { at: expression.text } : undefined;
}

/** The states behind a Catcher, up to those that may bring a member of that name along. */
const statesBehind = (caught: Transition, name: string): ReadonlySet<State> =>
  statesFrom(caught.to && !mayBringOnWay(caught, name) ? [caught.to] : [], (state) =>
    asksFor(state, name) ? [] : waysWithout(state, name),
  );
