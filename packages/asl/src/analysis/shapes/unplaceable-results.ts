import type { ReferencePath } from '../../expressions';
import { ownNodesOf, statesOf, type Field, type State, type StateMachine } from '../../syntax';
import { dataFlowOf } from './data-flow';
import type { DataShape } from './data-shape';
import { partsOf } from './parts';
import { hasPlace } from './place';
import { readSegments } from './read-path';
import { typeOf, type ValueType } from './value-type';

/** A ResultPath that leads into what has no place for a result: a member of an array, or of a text. */
export interface UnplaceableResult {
  readonly state: State;
  /** Of the state or of one of its Catchers. */
  readonly field: Field;
  /** The path to what has no such place: `$`, `$.order`. */
  readonly holder: string;
  /** What that is, by all ways to the state. */
  readonly types: readonly ValueType[];
}

/** The results that can be placed on no way to their state, which fails then with States.ResultPathMatchFailure. */
export function* unplaceableResultsOf(machine: StateMachine): Generator<UnplaceableResult> {
  const flow = dataFlowOf(machine);
  for (const state of statesOf(machine)) {
    for (const node of ownNodesOf(state)) {
      const field = node.field('ResultPath');
      const parsed = field?.expressions[0]?.parsed;
      const path = parsed?.language === 'reference-path' ? parsed.result.value : undefined;
      if (!field || field.isUnknown || !path?.segments.length) continue;
      const inputs = flow.worldsAt(state).map(({ input }) => input);
      const fault = faultOf(path, inputs);
      if (fault) yield { state, field, ...fault };
    }
  }
}

function faultOf(
  { segments, text }: ReferencePath,
  inputs: readonly DataShape[],
): Pick<UnplaceableResult, 'holder' | 'types'> | undefined {
  if (!inputs.length || !inputs.every((input) => isUnplaceable(segments, input))) return undefined;
  // The first holder that stands in the way, in front of its segment.
  const length = segments.findIndex((_, at) =>
    inputs.every((input) => isUnplaceable(segments.slice(0, at + 1), input)),
  );
  const holders = inputs.map((input) => readSegments(segments.slice(0, length), input).shape);
  const types = new Set(holders.flatMap((holder) => partsOf(holder).map(typeOf)));
  return { holder: text.slice(0, segments[length]!.start), types: [...types] };
}

const isUnplaceable = (segments: ReferencePath['segments'], input: DataShape): boolean =>
  input.kind !== 'never' && !hasPlace(segments, input);
