import type { Json, MapState, WorkflowType } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/compile-data-flow';
import type { CompileScope, StatePlan } from '../plan/plan';
import { StateFailure } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { compileGroup } from './group';
import { compileItemBatcher } from './item-batcher';
import { compileItemReader, type UnreadItems } from './item-reader';
import type { Items, ItemSet } from './item-set';
import { compileItems, compileItemSelector } from './map-items';
import { compileMapLimits, type MapLimits } from './map-limits';
import { isExceeded, MapRun, thresholdExceeded, type ChildPlan } from './map-run';
import { compileResultWriter, type WriteResults } from './result-writer';
import type { Trial } from './trial';
import type { Resumable, Visit } from './visit';

/**
 * Runs each item, or each batch of items, as an execution of its own. The history of the Map shows the Map Run only:
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function compileDistributedMap(node: MapState, compileScope: CompileScope): StatePlan['run'] {
  const flow = compileDataFlow(node);
  const readerOf = node.itemReader && compileItemReader(node.itemReader);
  const itemsOf = compileItems(node);
  const limitsOf = compileMapLimits(node);
  const select = compileItemSelector(node);
  const batch = compileItemBatcher(node.itemBatcher);
  const write = compileResultWriter(node.resultWriter);
  const children: ChildPlan = {
    scope: compileScope(node.itemProcessor!),
    workflowType: (node.itemProcessor!.processorConfig?.ExecutionType ?? 'STANDARD') as WorkflowType,
    label: typeof node.Label === 'string' ? node.Label : undefined,
  };

  function begin(visit: Visit): Work<Json> {
    const { track } = visit;
    const effective = flow.effectiveInput(visit);
    const unread = readerOf?.(visit, effective);
    const given = unread ? undefined : itemsOf(visit, effective);
    // With a reader nothing has been read yet (recorded).
    visit.recordAttempt('MapStateStarted', { length: given?.values.length ?? 0 });
    const limits = limitsOf(visit, effective);
    const mapRun = new MapRun(track.frame, children);
    track.record('MapRunStarted', { mapRunArn: mapRun.arn });
    const inputsOf = (items: ItemSet): Items => batch(visit, effective, select(visit, effective, items));
    return new MapRunVisit(visit, mapRun, { effective, unread, given, limits, inputsOf, write }).run();
  }

  return compileGroup(node, flow, begin);
}

interface MapRunParts {
  readonly effective: Json;
  /** Items that are still to be read, or those that were given. */
  readonly unread: UnreadItems | undefined;
  readonly given: ItemSet | undefined;
  readonly limits: MapLimits;
  /** What the children are given, from the items. */
  readonly inputsOf: (items: ItemSet) => Items;
  readonly write: WriteResults;
}

/** One Map Run in one visit, with its redrives. */
class MapRunVisit implements Resumable {
  readonly #visit: Visit;
  readonly #mapRun: MapRun;
  readonly #parts: MapRunParts;
  #inputs: Items | undefined;

  constructor(visit: Visit, mapRun: MapRun, parts: MapRunParts) {
    this.#visit = visit;
    this.#mapRun = mapRun;
    this.#parts = parts;
  }

  *goOn(): Work<Json> {
    this.#visit.begun = this;
    this.#mapRun.redrive(this.#visit);
    return yield* this.run();
  }

  /** Whatever goes wrong between MapRunStarted or MapRunRedriven and its end fails the Map Run. */
  *run(): Work<Json> {
    const visit = this.#visit;
    const { track } = visit;
    visit.begun = this;
    let result: Json;
    try {
      result = yield* this.#work();
    } catch (error) {
      const failure = visit.failureOf(error);
      const { errorName, causeText, isFatal } = failure;
      if (!isFatal) track.record('MapRunFailed', { error: errorName, cause: causeText });
      // These would fail again: a redrive begins a new Map Run (developer guide).
      if (isFatal || errorName === 'States.DataLimitExceeded') visit.begun = undefined;
      throw failure;
    }
    track.record('MapRunSucceeded');
    const note = { kind: 'items', state: visit.state.name, count: this.#inputs!.length } as const;
    track.frame.record('MapStateSucceeded', track.last, undefined, note);
    // If the state fails now, the Map Run has not failed: there is nothing in it to redrive.
    visit.begun = undefined;
    return result;
  }

  *#work(): Work<Json> {
    const visit = this.#visit;
    const { trial } = visit;
    const { effective, unread, given, limits, inputsOf, write } = this.#parts;
    // Once there are inputs, a redrive does not read the items again (developer guide).
    const inputs = (this.#inputs ??= inputsOf(trial?.itemsRead(unread?.source) ?? given ?? (yield* unread!.read())));
    if (trial?.options.standIn) return triedResult(trial, limits, inputs.length);
    try {
      yield* this.#mapRun.runChildren(visit, inputs, limits);
    } catch (error) {
      if (error instanceof StateFailure) yield* write.afterFailure(visit, effective, this.#mapRun);
      throw error;
    }
    return yield* write.result(visit, effective, this.#mapRun);
  }
}

/** TestState looks at the tolerance only where the Map states one, unlike a Map Run (recorded). */
function triedResult({ options }: Trial, limits: MapLimits, total: number): Json {
  const { toleratedCount, toleratedPercentage } = limits;
  const isLimited = toleratedCount !== undefined || toleratedPercentage !== undefined;
  if (isLimited && isExceeded(options.failedIterations ?? 0, total, limits)) throw thresholdExceeded();
  return options.standIn!();
}
