import type { Json, MapState, ParallelState } from '@stepproof/asl';
import type { DataFlow } from '../data-flow/data-flow';
import type { StatePlan } from '../plan/plan';
import { Recovery } from '../recovery/recovery';
import type { Work } from '../scheduler/fiber';
import { exitTo, type Exit } from './exit';
import { nextOf } from './next';
import type { Visit } from './visit';

/**
 * Runs a Parallel or Map: `begin` begins what is inside it, which a redriven execution takes up where it was. That it has
 * failed is recorded once, when no further attempt is made, caught or not.
 */
export function compileGroup(
  node: ParallelState | MapState,
  flow: DataFlow,
  begin: (visit: Visit) => Work<Json>,
): StatePlan['run'] {
  const next = nextOf(node);
  const failed = `${node.type}Failed` as const;

  function* attempt(visit: Visit): Work<Exit> {
    visit.beginAttempt();
    const begun = visit.takeUp();
    const result = yield* begun ? begun.goOn() : begin(visit);
    return exitTo(next, flow.outputOf(visit, result));
  }

  const recovery = new Recovery(node, attempt, (visit) => {
    visit.isClosed = true;
    visit.track.record(failed);
  });
  return (visit) => recovery.run(visit);
}
