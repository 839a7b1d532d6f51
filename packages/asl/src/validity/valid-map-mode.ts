import { MapState, statesOf, type ProcessorConfig } from '../syntax';
import { schema, type ValidityCheck, type ValidityProblem } from './problem';

/** Fields that only a Map with ProcessorConfig Mode DISTRIBUTED has (developer guide). */
const onlyDistributed = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'] as const;

/** What a Map may have in each of its modes. */
export const validMapMode: ValidityCheck = function* (machine) {
  for (const state of statesOf(machine)) {
    if (!(state instanceof MapState)) continue;
    const config = state.itemProcessor?.processorConfig;
    if (!config || state.mode === undefined) continue;
    if (state.isDistributed) yield* missingExecutionType(config);
    // Without a Mode the Map is inline, too, but AWS has been seen to accept such fields there.
    else if (config.has('Mode')) yield* inlineFaults(state, config);
  }
};

function* missingExecutionType(config: ProcessorConfig): Generator<ValidityProblem> {
  if (config.has('ExecutionType')) return;
  yield {
    message: 'A distributed Map needs an "ExecutionType"; add "STANDARD" or "EXPRESS"',
    range: config.field('Mode')!.key.range,
    aws: schema('These fields are required: [ExecutionType]', config.location),
  };
}

/** That AWS refuses ExecutionType is measured (badmintoncryer/cdk-preflight, 2026-09-05); for the other fields it is (unverified). */
function* inlineFaults(state: MapState, config: ProcessorConfig): Generator<ValidityProblem> {
  const fields = [...onlyDistributed.flatMap((name) => state.field(name) ?? []), config.field('ExecutionType') ?? []];
  for (const field of fields.flat()) {
    yield {
      message: `"${field.name}" exists only in a distributed Map, and this one is inline; remove it, or set "Mode" to "DISTRIBUTED"`,
      range: field.key.range,
      aws: schema(`Field '${field.name}' is not supported`, field.parent.location),
    };
  }
}
