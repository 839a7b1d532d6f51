import { statesOf, type StateMachine } from '@stepproof/asl';
import type { Execution } from '../../machine/execution';
import type { Invariant } from './invariant';

/**
 * Every item of a distributed Map is processed or reported: a Map Run that tolerates failures leaves the items that failed
 * out of its output, and only a ResultWriter writes down which ones they were. Where an item fails in another Map, the Map
 * itself fails.
 * https://docs.aws.amazon.com/step-functions/latest/dg/maprun-fail-threshold.html
 */
export const losesNoItems: Invariant = {
  name: 'loses no items',
  check({ execution, definition }) {
    for (const { state, child } of lostIn(execution)) {
      if (writesResults(definition, state)) continue;
      return {
        title: `an item of "${state}" failed, and "${state}" succeeded without saying which`,
        detail: `the item ${JSON.stringify(child.input)} failed with ${child.error ?? 'an error without a name'}; add a ResultWriter, or a Catch inside the Map`,
      };
    }
    return undefined;
  },
};

const writesResults = (definition: StateMachine, name: string): boolean =>
  [...statesOf(definition)].some((state) => state.name === name && state.has('ResultWriter'));

interface LostItem {
  readonly state: string;
  readonly child: Execution;
}

/** The children that failed in Map Runs that succeeded, with the names of their Maps. */
function* lostIn(execution: Execution): Generator<LostItem> {
  const children = execution.children;
  if (children.length === 0) return;
  const runs = succeededRuns(execution);
  for (const child of children) {
    const state = runs.get(child.mapRunArn!);
    if (state !== undefined && child.status !== 'SUCCEEDED') yield { state, child };
    yield* lostIn(child);
  }
}

/** The names of the Maps whose runs have succeeded, by the ARN of the run. */
function succeededRuns({ history }: Execution): ReadonlyMap<string, string> {
  const byId = new Map(history.map((event) => [event.id, event]));
  const runs = new Map<string, string>();
  for (const { type, previousEventId } of history) {
    if (type !== 'MapRunSucceeded') continue;
    let event = byId.get(previousEventId);
    let arn: string | undefined;
    while (event && event.type !== 'MapStateEntered') {
      arn ??= (event.mapRunStartedEventDetails ?? event.mapRunRedrivenEventDetails)?.mapRunArn;
      event = byId.get(event.previousEventId);
    }
    if (event && arn !== undefined) runs.set(arn, event.stateEnteredEventDetails!.name);
  }
  return runs;
}
