import type { StateMachine } from '../../syntax';
import { grouped } from '../grouped';
import { dataFlowOf } from './data-flow';
import type { Gap } from './read-path';
import { placeOfRead, type DataRead } from './data-read';

/** A path that surely leads to nothing, on every way to its state or on some; or that is supposed to on every way. */
export interface DataGap {
  /** The look at the data that finds nothing; of several ways the first. */
  readonly read: DataRead;
  readonly gap: Gap;
  readonly ways: 'every' | 'some';
  /** An indefinite path, which gives an empty list then and does not fail. */
  readonly isEmptyList: boolean;
  /** All looks that find nothing: one for each way. */
  readonly reads: readonly DataRead[];
}

/**
 * The paths of a machine that surely lead to nothing, in the order of the text. Those that only ask whether something is
 * there, IsPresent and `$exists`, are among them where it is a member that a result cannot have.
 */
export const dataGapsOf = (machine: StateMachine): readonly DataGap[] => machine.once(findGaps);

function findGaps(machine: StateMachine): readonly DataGap[] {
  const places = grouped(dataFlowOf(machine).reads, (read) => [placeOfRead(read)]);
  const found = [...places.values()].flatMap((reads): DataGap[] => {
    const sure = reads.filter(({ reading: { missing, gap } }) => missing === 'sure' || (missing === 'no' && gap));
    const supposed = reads.every(({ reading }) => reading.gap?.isSupposed) ? reads : [];
    const missing = sure.length ? sure : supposed;
    const [read] = missing;
    const gap = read?.reading.gap;
    const ways = missing.length === reads.length ? 'every' : 'some';
    if (!gap || (isTest(read) && !(gap.isModelled && !gap.isSupposed && ways === 'every'))) return [];
    return [{ read, gap, ways, isEmptyList: read.reading.missing === 'no', reads: missing }];
  });
  return found.sort((a, b) => a.read.expression.range[0] - b.read.expression.range[0]);
}

const isTest = ({ expression, mustFind }: DataRead): boolean => !mustFind && expression.kind !== 'jsonata';
