import type { Json, ParallelState } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/compile-data-flow';
import { Variables } from '../data-flow/variables';
import type { CompileScope, ScopePlan, StatePlan } from '../plan/plan';
import { isFatal } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { join } from '../scheduler/join';
import { compileGroup } from './group';
import { runScope } from './run-scope';
import { Track } from './track';
import type { Inside, Visit } from './visit';

/** Runs all branches with the same input; its result is the array of their outputs. */
export function compileParallel(node: ParallelState, compileScope: CompileScope): StatePlan['run'] {
  const flow = compileDataFlow(node);
  const branches = node.branches.map((branch) => compileScope(branch));

  function* begin(visit: Visit): Work<Json> {
    const standIn = visit.trial?.options.standIn;
    if (standIn) return standIn();
    return yield* new BranchGroup(visit, branches, flow.argumentsOf(visit, flow.effectiveInput(visit))).run();
  }

  return compileGroup(node, flow, begin);
}

/** The branches of one attempt. */
class BranchGroup implements Inside {
  readonly #visit: Visit;
  readonly #branches: readonly ScopePlan[];
  readonly #input: Json;
  readonly tracks: readonly Track[];
  readonly #outputs = new Map<number, Json>();

  constructor(visit: Visit, branches: readonly ScopePlan[], input: Json) {
    const { frame, variables, iterations } = visit.track;
    const started = visit.recordAttempt('ParallelStateStarted');
    this.#visit = visit;
    this.#branches = branches;
    this.#input = input;
    this.tracks = branches.map(() => new Track(frame, new Variables(variables), started, iterations));
  }

  /** Runs the branches that have not ended: all, or in a redriven execution those that failed or were given up. */
  *run(): Work<Json> {
    const visit = this.#visit;
    const { track } = visit;
    visit.begun = this;
    visit.running = this;
    const open = this.tracks.flatMap((_, index) => (this.#outputs.has(index) ? [] : [index]));
    const end = yield* join(
      track.frame.scheduler,
      open.map((index) => this.#runBranch(index)),
    );
    visit.running = undefined;
    const last = open[end.kind === 'done' ? end.last : end.index];
    if (last !== undefined) track.last = this.tracks[last]!.last;
    if (end.kind === 'failed') {
      if (!isFatal(end.error)) this.abort(track.last);
      throw end.error;
    }
    // Both ParallelStateSucceeded and ParallelStateExited follow the last event of the branches (recorded for Map).
    track.frame.record('ParallelStateSucceeded', track.last);
    return this.#branches.map((_, index) => this.#outputs.get(index)!);
  }

  *#runBranch(index: number): Work<void> {
    this.#outputs.set(index, yield* runScope(this.#branches[index]!, this.tracks[index]!, this.#input));
  }

  *goOn(): Work<Json> {
    for (const [index, track] of this.tracks.entries()) {
      if (!this.#outputs.has(index)) track.last = this.#visit.track.last;
    }
    return yield* this.run();
  }

  abort(cause: number): void {
    for (const track of this.tracks) track.abort(cause);
  }
}
