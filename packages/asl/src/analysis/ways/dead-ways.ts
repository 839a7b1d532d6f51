import { ChoiceRule, ChoiceState, statesOf, type AslNode, type StateMachine } from '../../syntax';
import { idleCountersOf } from '../events/idle-counters';
import { transitionFields } from '../graph/graph';
import { exitsOfChoice } from '../shapes/choice-exits';
import { dataFlowOf, type DataFlow } from '../shapes/data-flow';
import type { DataRead } from '../shapes/data-read';
import { knownReadsOf, type KnownRead } from './known-reads';
import { DataReader } from '../shapes/reader';

/** A rule, or the Default, that is never taken because of what every way brings to its Choice. */
export interface DeadWay {
  readonly choice: ChoiceState;
  /** The rule; undefined for the Default. */
  readonly rule: ChoiceRule | undefined;
  /** What is known of what the tests read: one path at least. */
  readonly because: readonly KnownRead[];
}

/** In the order of the text. A Choice that fails for want of a value on some way is left out: that is another finding. */
export const deadWaysOf = (machine: StateMachine): readonly DeadWay[] => machine.once(findDeadWays);

function findDeadWays(machine: StateMachine): readonly DeadWay[] {
  const choices = [...statesOf(machine)].filter((state) => state instanceof ChoiceState);
  if (!choices.length) return [];
  const flow = dataFlowOf(machine);
  const reads = new Map<AslNode, DataRead[]>(choices.map((choice) => [choice, []]));
  for (const read of flow.reads) reads.get(read.state)?.push(read);
  return choices.flatMap((choice) => deadWaysIn(choice, flow, reads.get(choice)!));
}

function deadWaysIn(choice: ChoiceState, flow: DataFlow, reads: readonly DataRead[]): readonly DeadWay[] {
  const worlds = flow.worldsAt(choice);
  if (!worlds.length || reads.some(({ mustFind, reading }) => mustFind && reading.missing === 'sure')) return [];
  const known = knownReadsOf(choice, worlds, reads);
  if (!known.length || known.some(({ path }) => isIdleCounter(choice, path))) return [];
  const taken = new Set<AslNode>(
    worlds.flatMap((world) =>
      exitsOfChoice(choice, new DataReader(choice, world, undefined)).flatMap(
        ({ transition }) => transition?.node ?? [],
      ),
    ),
  );
  return transitionFields(choice).flatMap(({ parent }): DeadWay[] => {
    if (taken.has(parent)) return [];
    const rule = parent instanceof ChoiceRule ? parent : undefined;
    const asked = rule ? choice.choices.slice(0, choice.choices.indexOf(rule) + 1) : choice.choices;
    const because = known.filter(({ rules }) => asked.some((one) => rules.has(one)));
    return because.length ? [{ choice, rule, because }] : [];
  });
}

/** A loop that does not end because nothing counts its rounds is a finding of its own. */
const isIdleCounter = (choice: ChoiceState, place: string): boolean =>
  idleCountersOf(choice.parent).some((idle) => idle.choice === choice && idle.bound.place === place);
