import { resourceLiteralsIn, type ResourceLiteral } from '../../services';
import type { StateMachine } from '../../syntax';
import type { LocatedString } from '../../text/located';
import { textsOf } from './texts';

/** An ARN or a host in one of the texts of a definition. */
export interface LocatedResource extends ResourceLiteral {
  readonly in: LocatedString;
}

/** In the order of the texts, found once for all who ask. */
export const resourcesOf = (machine: StateMachine): readonly LocatedResource[] => machine.once(findResources);

function findResources(machine: StateMachine): readonly LocatedResource[] {
  const found: LocatedResource[] = [];
  for (const text of textsOf(machine)) {
    for (const literal of resourceLiteralsIn(text.value)) found.push({ ...literal, in: text });
  }
  return found;
}
