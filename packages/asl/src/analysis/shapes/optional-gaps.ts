import type { StateMachine } from '../../syntax';
import { dataFlowOf } from './data-flow';
import { dataGapsOf } from './data-gaps';
import type { Gap } from './read-path';
import { placeOfRead, type DataRead } from './data-read';

/** A look at what may be missing by a contract, on a way on which nothing has asked for it. */
export interface OptionalGap {
  readonly read: DataRead;
  readonly gap: Gap;
}

/** In the order of the text, one for each state and path: what fails once fails no second time. */
export function optionalGapsOf(machine: StateMachine): readonly OptionalGap[] {
  const told = new Set(dataGapsOf(machine).map(({ read }) => placeOfRead(read)));
  const found = new Map<string, OptionalGap>();
  for (const read of dataFlowOf(machine).reads) {
    const { gap, missing } = read.reading;
    if (!gap?.optional || missing !== 'possible' || !read.mustFind || told.has(placeOfRead(read))) continue;
    const key = JSON.stringify([read.state.range, read.path]);
    const known = found.get(key);
    if (!known || known.read.expression.range[0] > read.expression.range[0]) found.set(key, { read, gap });
  }
  return [...found.values()].sort((a, b) => a.read.expression.range[0] - b.read.expression.range[0]);
}
