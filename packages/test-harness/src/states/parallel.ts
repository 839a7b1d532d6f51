import type { Json, ParallelState } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/data-flow';
import { Variables } from '../data-flow/variables';
import type { CompileScope, ScopePlan, StatePlan } from '../plan/plan';
import { Recovery } from '../recovery/recovery';
import { isFatal } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { join } from '../scheduler/join';
import { nextOf } from './next';
import { runScope } from './run-scope';
import { Track } from './track';
import type { Visit } from './visit';

/** Runs all branches with the same input; its result is the array of their outputs. */
export function compileParallel(node: ParallelState, compileScope: CompileScope): StatePlan['run'] {
  const flow = compileDataFlow(node);
  const recovery = new Recovery(node);
  const branches = node.branches.map((branch) => compileScope(branch));
  const next = nextOf(node);
  return (visit) =>
    recovery.run(
      visit,
      function* () {
        visit.beginAttempt();
        const input = yield* flow.argumentsOf(visit, flow.effectiveInput(visit));
        const result = yield* runBranches(visit, branches, input);
        return { ...(yield* flow.outputOf(visit, result)), next };
      },
      () => {
        visit.isClosed = true;
        visit.track.record('ParallelStateFailed');
      },
    );
}

function* runBranches(visit: Visit, branches: readonly ScopePlan[], input: Json): Work<Json> {
  const { track } = visit;
  const { frame, iterations } = track;
  const started = track.record('ParallelStateStarted');
  const tracks = branches.map(() => new Track(frame, new Variables(track.variables), started, iterations));
  const abortBranches = (cause: number): void => {
    for (const branch of tracks) branch.abort(cause);
  };
  visit.abortInside = abortBranches;
  const end = yield* join(
    frame.scheduler,
    branches.map((branch, index) => runScope(branch, tracks[index]!, input)),
  );
  visit.abortInside = undefined;
  track.last = tracks[end.kind === 'done' ? end.last : end.index]!.last;
  if (end.kind === 'failed') {
    if (!isFatal(end.error)) abortBranches(track.last);
    throw end.error;
  }
  // Both ParallelStateSucceeded and ParallelStateExited follow the last event of the branches (recorded for Map).
  frame.record('ParallelStateSucceeded', track.last);
  return end.values;
}
