import type { AslNode, Json } from '@stepproof/asl';
import { UnplacedFailure, runtimeFailure } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import type { Visit } from '../states/visit';
import { compileJsonataExpression } from './jsonata-template';
import { compilePathField, pathOf } from './path-field';
import { FieldRoots } from './roots';

/** A number that a field gives, from whichever form it was written in. */
export type NumberField = (visit: Visit, effectiveInput: Json) => Work<number | undefined>;

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
    // eslint-disable-next-line require-yield -- the JSONata counterpart waits
    return function* (visit, effectiveInput) {
      const value = read(new FieldRoots(visit, effectiveInput));
      if (!isOfKind(value, range)) {
        const shown = typeof value === 'string' ? value : JSON.stringify(value);
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
    return function* (visit) {
      const value = yield* evaluate(visit, {});
      const fault = isOfKind(value, range) ? range.fault(value) : `The ${name} field must be an integer: ${String(value)}`;
      if (fault === undefined) return value as number;
      throw new UnplacedFailure('States.QueryEvaluationError', fault, { location: expression.path });
    };
  }
  const literal = field?.json;
  // eslint-disable-next-line require-yield -- the JSONata counterpart waits
  return function* () {
    return typeof literal === 'number' ? literal : undefined;
  };
}

const isOfKind = (value: Json, { kind }: NumberRange): value is number =>
  kind === 'integer' ? Number.isInteger(value) : typeof value === 'number';
