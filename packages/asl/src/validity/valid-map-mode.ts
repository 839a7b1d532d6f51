import { MapState, statesOf, type Field } from '../syntax';
import { quoted, schema, type ValidityCheck, type ValidityProblem } from './problem';

/** Fields that only a Map with ProcessorConfig Mode DISTRIBUTED has. */
const onlyDistributed = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'] as const;

/** What a Map may have in each of its modes. */
export const validMapMode: ValidityCheck = function* (machine) {
  for (const state of statesOf(machine)) {
    if (!(state instanceof MapState) || state.mode === undefined || !state.itemProcessor) continue;
    if (state.isDistributed) yield* missingExecutionType(state);
    else if (state.itemProcessor.processorConfig?.has('Mode')) {
      // Without a Mode the Map is inline, too, but whether AWS then refuses these fields is unverified.
      const fields = onlyDistributed.flatMap((name) => state.field(name) ?? []);
      for (const field of fields) yield inlineFault(field, state);
    }
  }
};

function inlineFault(field: Field, state: MapState): ValidityProblem {
  return {
    message: `"${field.name}" exists only in a distributed Map, and this one is inline; remove it or set "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }`,
    range: field.key.range,
    aws: schema(`Field '${field.name}' is only supported for Map states in DISTRIBUTED mode`, state.location),
  };
}

function* missingExecutionType(state: MapState): Generator<ValidityProblem> {
  const config = state.itemProcessor!.processorConfig;
  if (!config || config.has('ExecutionType')) return;
  yield {
    message: `A distributed Map needs an "ExecutionType"; add ${quoted(['STANDARD'])} or ${quoted(['EXPRESS'])}`,
    range: config.field('Mode')!.key.range,
    aws: schema('These fields are required: [ExecutionType]', config.location),
  };
}
