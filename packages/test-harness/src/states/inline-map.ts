import type { Json, MapState } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/compile-data-flow';
import { Variables } from '../data-flow/variables';
import type { CompileScope, ScopePlan, StatePlan } from '../plan/plan';
import { isFatal } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { join } from '../scheduler/join';
import { compileGroup } from './group';
import type { Items } from './item-set';
import { compileItems, compileItemSelector } from './map-items';
import { compileMapLimits } from './map-limits';
import { runScope } from './run-scope';
import { Track } from './track';
import type { Inside, Visit } from './visit';

/** How many iterations an inline Map runs at once at most, whatever MaxConcurrency says (developer guide). */
const maxInlineConcurrency = 40;

/** Runs its iterations as part of the execution: their events are in its history, and one failure fails the Map. */
export function compileInlineMap(node: MapState, compileScope: CompileScope): StatePlan['run'] {
  const flow = compileDataFlow(node);
  const itemsOf = compileItems(node);
  const limitsOf = compileMapLimits(node);
  const select = compileItemSelector(node);
  const processor = compileScope(node.itemProcessor!);

  function* begin(visit: Visit): Work<Json> {
    const effective = flow.effectiveInput(visit);
    const items = itemsOf(visit, effective);
    const started = visit.recordAttempt('MapStateStarted', { length: items.values.length });
    const { maxConcurrency } = limitsOf(visit, effective);
    const inputs = select(visit, effective, items);
    const concurrency = Math.min(maxConcurrency || maxInlineConcurrency, maxInlineConcurrency);
    const standIn = visit.trial?.options.standIn;
    return standIn ? standIn() : yield* new Iterations(visit, processor, inputs, { started, concurrency }).run();
  }

  return compileGroup(node, flow, begin);
}

/** The iterations of one attempt. As many workers as may run at once take the items in turn. */
class Iterations implements Inside {
  readonly #visit: Visit;
  readonly #processor: ScopePlan;
  readonly #inputs: Items;
  readonly #started: number;
  readonly #concurrency: number;
  readonly #outputs: Json[];
  /** Of the iterations that have begun and not succeeded, by index. */
  readonly tracks: (Track | undefined)[];
  /** The iteration that each worker is at. */
  readonly #current: number[] = [];
  /** The iterations that a redrive takes up before it begins others. */
  readonly #takenUp: number[] = [];
  #next = 0;

  constructor(
    visit: Visit,
    processor: ScopePlan,
    inputs: Items,
    { started, concurrency }: { readonly started: number; readonly concurrency: number },
  ) {
    this.#concurrency = concurrency;
    this.#visit = visit;
    this.#processor = processor;
    this.#inputs = inputs;
    this.#started = started;
    this.#outputs = Array.from({ length: inputs.length });
    this.tracks = Array.from({ length: inputs.length });
  }

  *run(): Work<Json> {
    const visit = this.#visit;
    const { track } = visit;
    visit.begun = this;
    const left = this.#takenUp.length + this.#inputs.length - this.#next;
    const workers = Array.from({ length: Math.min(this.#concurrency, left) }, (_, worker) => {
      this.#take(worker, this.#started);
      return this.#work(worker);
    });
    visit.running = this;
    const end = yield* join(track.frame.scheduler, workers);
    visit.running = undefined;
    if (end.kind === 'failed') {
      const failed = this.#current[end.index]!;
      track.last = this.tracks[failed]!.last;
      if (!isFatal(end.error)) this.abort(track.last, failed);
      throw end.error;
    }
    track.last = end.last === -1 ? this.#started : end.values[end.last]!;
    // MapStateSucceeded and MapStateExited both follow the last event of the iterations (recorded).
    const note = { kind: 'items', state: visit.state.name, count: this.#inputs.length } as const;
    track.frame.record('MapStateSucceeded', track.last, undefined, note);
    return this.#outputs;
  }

  /** Gives back the event that says that the worker's last iteration has succeeded. */
  *#work(worker: number): Work<number> {
    for (;;) {
      const index = this.#current[worker]!;
      const track = this.tracks[index]!;
      this.#outputs[index] = yield* runScope(this.#processor, track, this.#inputs[index]!);
      const { frame } = track;
      const succeeded = frame.record('MapIterationSucceeded', track.last, this.#details(index));
      this.tracks[index] = undefined;
      if (this.#takenUp.length === 0 && this.#next >= this.#inputs.length) return succeeded;
      // The next iteration follows what came before the success of this one (recorded).
      this.#take(worker, track.last);
    }
  }

  /** In a redriven execution: those that failed or were given up go on where they were, then the rest begins. */
  *goOn(): Work<Json> {
    for (const [index, track] of this.tracks.entries()) {
      if (!track) continue;
      track.last = this.#visit.track.last;
      this.#takenUp.push(index);
    }
    return yield* this.run();
  }

  #take(worker: number, after: number): void {
    const takenUp = this.#takenUp.shift();
    this.#current[worker] = takenUp ?? this.#begin(after);
  }

  #begin(after: number): number {
    const index = this.#next++;
    const { frame, variables, iterations } = this.#visit.track;
    const track = new Track(frame, new Variables(variables), after, [index, ...iterations]);
    track.record('MapIterationStarted', this.#details(index));
    this.tracks[index] = track;
    return index;
  }

  /** All that is given up because of one failure hangs on that failure (recorded). */
  abort(cause: number, failed?: number): void {
    for (const [index, track] of this.tracks.entries()) {
      if (!track) continue;
      const type = index === failed ? 'MapIterationFailed' : 'MapIterationAborted';
      track.frame.record(type, cause, this.#details(index));
      track.abort(cause);
    }
  }

  #details(index: number): { readonly name: string; readonly index: number } {
    return { name: this.#visit.state.name, index };
  }
}
