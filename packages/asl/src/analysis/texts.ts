import type { StateMachine } from '../syntax';
import type { LocatedString } from '../text/located';
import { walk } from '../text/value';

const known = new WeakMap<StateMachine, readonly LocatedString[]>();

/** All texts that are values in a definition, in their order. Names are none; what an alias shares is there at each use. */
export function textsOf(machine: StateMachine): readonly LocatedString[] {
  let texts = known.get(machine);
  if (!texts) {
    const found: LocatedString[] = [];
    walk(machine.located, (value) => value.kind === 'string' && found.push(value));
    known.set(machine, (texts = found));
  }
  return texts;
}
