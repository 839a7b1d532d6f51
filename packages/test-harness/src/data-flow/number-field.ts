import type { AslNode, Json } from '@stepproof/asl';
import { UnplacedFailure, runtimeFailure } from '../recovery/state-failure';
import type { Visit } from '../states/visit';
import { compileJsonataExpression, placeInState } from './jsonata-template';
import { compilePathField, pathOf } from './path-field';
import { FieldRoots } from './roots';

/** A number that a field gives, from whichever form it was written in. */
export type NumberField = (visit: Visit, effectiveInput: Json) => number | undefined;

/**
 * What the values of a field must be. AWS calls the kinds "integer" and "float"; `fault` says what is wrong with a
 * number of the right kind, in AWS's words.
 */
export interface NumberRange {
  readonly kind: 'integer' | 'float';
  fault(value: number): string | undefined;
}

/**
 * A number that is given literally, by a reference path in `<name>Path`, or as JSONata; undefined when not given.
 * The words for a path to something that is no number are recorded.
 */
export function compileNumberField(node: AslNode, name: string, range: NumberRange): NumberField {
  const pathField = node.field(`${name}Path`);
  if (pathField) {
    const read = compilePathField(pathField);
    const text = pathOf(pathField)!.text;
    return (visit, effectiveInput) => {
      const found = read(new FieldRoots(visit, effectiveInput));
      const value = typeof found === 'string' ? numberIn(found) : found;
      if (!isOfKind(value, range)) {
        const shown = typeof found === 'string' ? found : JSON.stringify(found);
        throw runtimeFailure(
          `The ${name}Path field refers to value "${shown}" which is not a valid ${range.kind}: ${text}`,
        );
      }
      const fault = range.fault(value);
      if (fault !== undefined) throw runtimeFailure(fault);
      return value;
    };
  }
  const field = node.field(name);
  const expression = field?.expressions[0];
  if (expression) {
    const evaluate = compileJsonataExpression(expression, 'number');
    return (visit) => {
      const value = evaluate(visit, {});
      const fault = isOfKind(value, range)
        ? range.fault(value)
        : `The ${name} field must be an integer: ${JSON.stringify(value)}`;
      if (fault === undefined) return value as number;
      throw new UnplacedFailure('States.QueryEvaluationError', fault, { location: placeInState(expression) });
    };
  }
  const literal = field?.json;
  return () => (typeof literal === 'number' ? literal : undefined);
}

const isOfKind = (value: Json, { kind }: NumberRange): value is number =>
  kind === 'integer' ? Number.isInteger(value) : typeof value === 'number';

/** A path may also lead to the text of a number (recorded for MaxConcurrencyPath). */
const numberIn = (text: string): Json => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
