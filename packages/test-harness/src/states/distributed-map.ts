import type { Json, MapState, WorkflowType } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/data-flow';
import type { CompileScope, ScopePlan, StatePlan } from '../plan/plan';
import { Recovery } from '../recovery/recovery';
import { StateFailure } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { join } from '../scheduler/join';
import type { ChildEnd } from './distributed-child';
import { exitTo, type Exit } from './exit';
import { compileItemBatcher } from './item-batcher';
import { compileItemReader, type ItemSource } from './item-reader';
import { compileItems, compileItemSelector, type Items } from './map-items';
import { compileMapLimits, type MapLimits } from './map-limits';
import { nextOf } from './next';
import { compileResultWriter } from './result-writer';
import type { Trial } from './trial';
import type { Visit } from './visit';

/** How many children of a Map Run run at once at most (quota). */
const maxChildren = 10_000;

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
  const scope = compileScope(node.itemProcessor!);
  const label = typeof node.Label === 'string' ? node.Label : undefined;
  const workflowType = (node.itemProcessor!.processorConfig?.ExecutionType ?? 'STANDARD') as WorkflowType;
  const next = nextOf(node);

  function itemSourceOf(visit: Visit, effective: Json): ItemSource {
    if (readerOf) return readerOf(visit, effective);
    const items = itemsOf(visit, effective);

    return { length: items.length, source: 'STATE_DATA', items };
  }

  function* attempt(visit: Visit): Work<Exit> {
    visit.beginAttempt();
    const { track } = visit;
    const effective = flow.effectiveInput(visit);
    const reader = itemSourceOf(visit, effective);
    track.record('MapStateStarted', { length: reader.length });
    const limits = limitsOf(visit, effective);
    const run = newMapRun(visit, label);
    track.record('MapRunStarted', { mapRunArn: run.arn });
    const result = yield* runOrFail(visit, runItems(visit, effective, reader, limits, run));
    track.record('MapRunSucceeded');
    track.frame.record('MapStateSucceeded', track.last);
    return exitTo(next, flow.outputOf(visit, result));
  }

  function* runItems(visit: Visit, effective: Json, reader: ItemSource, limits: MapLimits, run: NewMapRun): Work<Json> {
    const { trial } = visit;
    const read = trial?.options.itemReaderData ?? reader.items;
    const items = typeof read === 'function' ? yield* read() : read;
    const selected = select(visit, effective, items, reader.source);
    const inputs = batch(visit, effective, selected);
    if (trial?.options.standIn) return triedResult(trial, limits, inputs.length);
    const ended = yield* runChildren(visit, { scope, inputs, workflowType, label: run.label }, limits);
    return yield* write(visit, effective, { arn: run.arn, id: run.id, children: ended });
  }

  const recovery = new Recovery(node, attempt, (visit) => {
    visit.isClosed = true;
    visit.track.record('MapStateFailed');
  });
  return (visit) => recovery.run(visit);
}

interface NewMapRun {
  readonly arn: string;
  readonly id: string;
  readonly label: string;
}

/** Without a Label, Step Functions makes one up. */
function newMapRun(visit: Visit, givenLabel: string | undefined): NewMapRun {
  const { environment, identity } = visit.track.frame;
  const label = givenLabel ?? environment.uuid();
  const id = environment.uuid();
  return { id, label, arn: identity.arn(`mapRun:${identity.stateMachineName}/${label}:${id}`) };
}

/** Whatever goes wrong between MapRunStarted and its end fails the Map Run. */
function* runOrFail<T>(visit: Visit, work: Work<T>): Work<T> {
  try {
    return yield* work;
  } catch (error) {
    const failure = visit.failureOf(error);
    const { errorName, causeText, isFatal } = failure;
    if (!isFatal) visit.track.record('MapRunFailed', { error: errorName, cause: causeText });
    throw failure;
  }
}

interface Children {
  readonly scope: ScopePlan;
  readonly inputs: Items;
  readonly workflowType: WorkflowType;
  readonly label: string;
}

/** Runs the children, and fails as soon as more of them have failed than are tolerated. */
function* runChildren(visit: Visit, children: Children, limits: MapLimits): Work<readonly ChildEnd[]> {
  const { scheduler } = visit.track.frame;
  const { length } = children.inputs;
  const progress: Progress = { next: 0, failed: 0, ends: Array.from({ length }) };
  const concurrency = Math.min(limits.maxConcurrency || maxChildren, maxChildren, length);
  const works = Array.from({ length: concurrency }, () => runInTurn(visit, children, limits, progress));
  const end = yield* join(scheduler, works);
  if (end.kind === 'failed') throw end.error;
  return progress.ends;
}

interface Progress {
  next: number;
  failed: number;
  readonly ends: ChildEnd[];
}

function* runInTurn(visit: Visit, children: Children, limits: MapLimits, progress: Progress): Work<void> {
  const { frame, iterations } = visit.track;
  const { scope, inputs, workflowType, label } = children;
  while (progress.next < inputs.length) {
    const index = progress.next++;
    const child = { scope, input: inputs[index]!, workflowType, label, iterations: [index, ...iterations] };
    const end = (progress.ends[index] = yield* frame.runChild(child));
    if (end.status !== 'SUCCEEDED' && isExceeded(++progress.failed, inputs.length, limits)) throw thresholdExceeded();
  }
}

/** TestState looks at the tolerance only where the Map states one, unlike a Map Run (recorded). */
function triedResult({ options }: Trial, limits: MapLimits, total: number): Json {
  const { toleratedCount, toleratedPercentage } = limits;
  const isLimited = toleratedCount !== undefined || toleratedPercentage !== undefined;
  if (isLimited && isExceeded(options.failedIterations ?? 0, total, limits)) throw thresholdExceeded();
  return options.standIn!();
}

/** Either threshold is enough; without any, no failure is tolerated. */
function isExceeded(failed: number, total: number, { toleratedCount, toleratedPercentage }: MapLimits): boolean {
  if (toleratedCount === undefined && toleratedPercentage === undefined) return failed > 0;
  return (
    (toleratedCount !== undefined && failed > toleratedCount) ||
    (toleratedPercentage !== undefined && failed > (total * toleratedPercentage) / 100)
  );
}

const thresholdExceeded = (): StateFailure =>
  new StateFailure('States.ExceedToleratedFailureThreshold', 'The specified tolerated failure threshold was exceeded');
