import { canonicalText, MapState, ParallelState, statesOf } from '@stepproof/asl';
import type { Invariant, Trial } from './invariant';

/** How fast the branches of a Parallel and the iterations of a Map are changes nothing: AWS promises no order. */
export const orderIndependent: Invariant = {
  name: 'order independent',
  async check(trial) {
    const hasTracks = [...statesOf(trial.definition)].some(
      (state) => state instanceof ParallelState || state instanceof MapState,
    );
    if (!hasTracks) return undefined;
    const other = await trial.again({ maxDelay: 1 });
    const [before, after] = [endOf(trial), endOf(other)];
    if (before === after) return undefined;
    return { title: 'the end depends on which branch or iteration is faster', detail: `${before}, or ${after}` };
  },
};

/** An error of one of several branches that fail is as good as that of another. */
function endOf({ execution: { status, output } }: Trial): string {
  return status === 'SUCCEEDED' ? `${status} ${canonicalText(output ?? null)}` : status;
}
