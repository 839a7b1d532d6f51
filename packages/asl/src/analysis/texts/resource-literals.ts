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

const findResources = (machine: StateMachine): readonly LocatedResource[] =>
  textsOf(machine).flatMap((text) => resourceLiteralsIn(text.value).map((literal) => ({ ...literal, in: text })));
