import type { Json, MapState, WorkflowType } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/data-flow';
import type { CompileScope, StatePlan } from '../plan/plan';
import { Recovery } from '../recovery/recovery';
import { StateFailure } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { compileItemBatcher } from './item-batcher';
import { compileItemReader } from './item-reader';
import type { Items } from './item-set';
import { compileItems, compileItemSelector } from './map-items';
import { compileMapLimits, type MapLimits } from './map-limits';
import { isExceeded, MapRun, thresholdExceeded, type ChildPlan } from './map-run';
import { nextOf } from './next';
import { compileResultWriter } from './result-writer';
import type { Trial } from './trial';
import type { Visit } from './visit';

/**
 * Runs each item, or each batch of items, as an execution of its own. The history of the Map shows the Map Run only:
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function compileDistributedMap(node: MapState, compileScope: CompileScope): StatePlan['run'] {
  const flow = compileDataFlow(node);
  const recovery = new Recovery(node);
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
  const next = nextOf(node);

  function* begin(visit: Visit): Work<Json> {
    const { track, trial } = visit;
    const effective = flow.effectiveInput(visit);
    const unread = readerOf?.(visit, effective);
    const given = unread ? undefined : itemsOf(visit, effective);
    // With a reader nothing has been read yet (recorded).
    visit.recordAttempt('MapStateStarted', { length: given?.values.length ?? 0 });
    const limits = limitsOf(visit, effective);
    const mapRun = new MapRun(track.frame, children);
    track.record('MapRunStarted', { mapRunArn: mapRun.arn });
    let inputs: Items | undefined;

    const work = function* (): Work<Finished> {
      // Once there are inputs, a redrive does not read the items again (developer guide).
      inputs ??= batch(
        visit,
        effective,
        select(visit, effective, trial?.itemsRead(unread?.source) ?? given ?? (yield* unread!.read())),
      );
      const count = inputs.length;
      if (trial?.options.standIn) return { count, result: triedResult(trial, limits, count) };
      try {
        yield* mapRun.runChildren(visit, inputs, limits);
      } catch (error) {
        if (error instanceof StateFailure) yield* write.afterFailure(visit, effective, mapRun);
        throw error;
      }
      return { count, result: yield* write.result(visit, effective, mapRun) };
    };
    const goOn = function* (): Work<Json> {
      visit.goOn = goOn;
      mapRun.redrive(visit);
      return yield* complete(visit, work);
    };
    visit.goOn = goOn;
    return yield* complete(visit, work);
  }

  return (visit) =>
    recovery.run(
      visit,
      function* () {
        visit.beginAttempt();
        const goOn = visit.takeUp();
        const result = yield* goOn ? goOn() : begin(visit);
        return { ...flow.outputOf(visit, result), next };
      },
      () => {
        visit.isClosed = true;
        visit.track.record('MapStateFailed');
      },
    );
}

interface Finished {
  readonly result: Json;
  readonly count: number;
}

/** Whatever goes wrong between MapRunStarted or MapRunRedriven and its end fails the Map Run. */
function* complete(visit: Visit, work: () => Work<Finished>): Work<Json> {
  const { track } = visit;
  let finished: Finished;
  try {
    finished = yield* work();
  } catch (error) {
    const failure = visit.failureOf(error);
    const { errorName, causeText, isFatal } = failure;
    if (!isFatal) track.record('MapRunFailed', { error: errorName, cause: causeText });
    // These would fail again: a redrive begins a new Map Run (developer guide).
    if (isFatal || errorName === 'States.DataLimitExceeded') visit.goOn = undefined;
    throw failure;
  }
  track.record('MapRunSucceeded');
  const { result, count } = finished;
  track.frame.record('MapStateSucceeded', track.last, undefined, { kind: 'items', state: visit.state.name, count });
  // If the state fails now, the Map Run has not failed: there is nothing in it to redrive.
  visit.goOn = undefined;
  return result;
}

/** TestState looks at the tolerance only where the Map states one, unlike a Map Run (recorded). */
function triedResult({ options }: Trial, limits: MapLimits, total: number): Json {
  const { toleratedCount, toleratedPercentage } = limits;
  const isLimited = toleratedCount !== undefined || toleratedPercentage !== undefined;
  if (isLimited && isExceeded(options.failedIterations ?? 0, total, limits)) throw thresholdExceeded();
  return options.standIn!();
}
