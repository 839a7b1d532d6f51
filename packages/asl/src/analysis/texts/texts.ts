import type { StateMachine } from '../../syntax';
import type { LocatedString } from '../../text/located';
import { walk } from '../../text/value';

/** All texts that are values in a definition, in their order. Names are none; what an alias shares is there at each use. */
export const textsOf = (machine: StateMachine): readonly LocatedString[] => machine.once(findTexts);

function findTexts(machine: StateMachine): readonly LocatedString[] {
  const found: LocatedString[] = [];
  walk(machine.located, (value) => value.kind === 'string' && found.push(value));
  return found;
}
