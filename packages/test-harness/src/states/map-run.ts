import type { WorkflowType } from '@stepproof/asl';
import type { ScopePlan } from '../plan/plan';
import { runtimeFailure, StateFailure } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import { join } from '../scheduler/join';
import type { ChildEnd, ChildExecution } from './distributed-child';
import type { Frame } from './frame';
import type { Items } from './item-set';
import type { MapLimits } from './map-limits';
import type { Visit } from './visit';

/** How many children of a Map Run run at once at most (quota). */
const maxChildren = 10_000;

/** How often a Map Run is redriven at most (quota). */
const maxRedrives = 1000;

/** What the children of a Map Run are. */
export interface ChildPlan {
  readonly scope: ScopePlan;
  readonly workflowType: WorkflowType;
  /** Without a Label, Step Functions makes one up. */
  readonly label: string | undefined;
}

/** The children of a distributed Map: from the items of one attempt, over all redrives of it. */
export class MapRun {
  readonly id: string;
  readonly arn: string;
  readonly stateMachineArn: string;
  readonly #plan: ChildPlan;
  readonly #label: string;
  #inputs: Items = [];
  /** Those that have begun, in the order of their inputs. */
  readonly #children: ChildExecution[] = [];
  #redriveCount = 0;

  constructor({ environment, identity }: Frame, plan: ChildPlan) {
    this.#plan = plan;
    this.#label = plan.label ?? environment.uuid();
    this.id = environment.uuid();
    const name = `${identity.stateMachineName}/${this.#label}`;
    this.arn = identity.arn(`mapRun:${name}:${this.id}`);
    this.stateMachineArn = identity.arn(`stateMachine:${name}`);
  }

  /** What has become of the children that have begun. */
  ends(): readonly ChildEnd[] {
    return this.#children.map((child) => child.describe());
  }

  /** The inputs of the children that have not begun, since the Map Run failed before. */
  get pending(): Items {
    return this.#inputs.slice(this.#children.length);
  }

  redrive(visit: Visit): void {
    if (this.#redriveCount >= maxRedrives) {
      // The words are unverified.
      throw runtimeFailure(`The Map Run has been redriven ${maxRedrives} times and cannot be redriven again.`);
    }
    this.#redriveCount++;
    visit.track.record('MapRunRedriven', { mapRunArn: this.arn, redriveCount: this.#redriveCount });
  }

  /** Runs the children that have not succeeded yet, and fails as soon as more of them have failed than are tolerated. */
  *runChildren(visit: Visit, inputs: Items, limits: MapLimits): Work<void> {
    this.#inputs = inputs;
    let next = 0;
    let failed = 0;
    const runSome = function* (this: MapRun): Work<void> {
      while (next < inputs.length) {
        const child = yield* this.#run(visit, next++);
        if (child.status !== 'SUCCEEDED' && isExceeded(++failed, inputs.length, limits)) throw thresholdExceeded();
      }
    };
    const concurrency = Math.min(limits.maxConcurrency || maxChildren, maxChildren, inputs.length);
    const workers = Array.from({ length: concurrency }, () => runSome.call(this));
    const end = yield* join(visit.track.frame.scheduler, workers);
    if (end.kind === 'failed') throw end.error;
  }

  *#run(visit: Visit, index: number): Work<ChildExecution> {
    const before = this.#children[index];
    if (before?.status === 'SUCCEEDED') return before;
    const child = before ? before.again() : this.#start(visit, index);
    // What it ended with is final if it cannot be redriven: it counts as failed.
    if (!child) return before!;
    this.#children[index] = child;
    yield* child.untilOver();
    return child;
  }

  #start({ track }: Visit, index: number): ChildExecution {
    return track.frame.startChild({
      scope: this.#plan.scope,
      workflowType: this.#plan.workflowType,
      input: this.#inputs[index]!,
      label: this.#label,
      iterations: [index, ...track.iterations],
      mapRunArn: this.arn,
    });
  }
}

/** Either threshold is enough; without any, no failure is tolerated. */
export function isExceeded(failed: number, total: number, limits: MapLimits): boolean {
  const { toleratedCount, toleratedPercentage } = limits;
  if (toleratedCount === undefined && toleratedPercentage === undefined) return failed > 0;
  return (
    (toleratedCount !== undefined && failed > toleratedCount) ||
    (toleratedPercentage !== undefined && failed > (total * toleratedPercentage) / 100)
  );
}

export const thresholdExceeded = (): StateFailure =>
  new StateFailure('States.ExceedToleratedFailureThreshold', 'The specified tolerated failure threshold was exceeded');
