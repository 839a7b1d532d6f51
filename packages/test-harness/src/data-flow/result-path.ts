import { placeAt, type Field, type Json, type ReferencePath } from '@stepproof/asl';
import { StateFailure } from '../recovery/state-failure';
import { pathOf } from './path-field';

/** Puts a result into a state's input. */
export type ResultPlacer = (input: Json, result: Json) => Json;

/** ResultPath, of a state or a Catcher: null drops the result, `$` replaces the input. */
export function compileResultPath(field: Field | undefined): ResultPlacer {
  if (!field || field.json === '$') return (_input, result) => result;
  if (field.json === null) return (input) => input;
  const path = pathOf(field) as ReferencePath;
  return (input, result) => {
    const placed = placeAt(path, input, result);
    if (placed.placed) return placed.value;
    throw new StateFailure(
      'States.ResultPathMatchFailure',
      `Unable to apply ReferencePath ${path.text} to input ${JSON.stringify(input)}`,
    );
  };
}
