import {
  evaluateJsonata,
  StateNode,
  type AslNode,
  type Expression,
  type Field,
  type Json,
  type JsonataBindings,
} from '@stepproof/asl';
import { UnplacedFailure } from '../recovery/state-failure';
import type { Visit } from '../states/visit';
import { compileTemplate, type Maker } from './template';

/** What `$states` holds beside the input and the context: where it is readable, the result or the error output. */
export interface StatesExtra {
  readonly result?: Json;
  readonly errorOutput?: Json;
  /** More members of the context: `Map` while the items of a Map are made ready. */
  readonly context?: Readonly<Record<string, Json>>;
}

/** Makes a value out of a JSONata template. */
export type JsonataTemplate = Maker<[visit: Visit, extra: StatesExtra]>;

/** The kinds of values that fields want, in the words of AWS's messages. */
export type ExpectedType = 'array' | 'boolean' | 'number' | 'object' | 'string';

/** A JSONata template: every string in it may be an expression; everything else is literal. */
export function compileJsonataTemplate(field: Field): JsonataTemplate {
  const makers = new Map(
    field.expressions.map((expression) => [expression.value, compileJsonataExpression(expression)]),
  );
  return compileTemplate(field.value, makers);
}

/** One expression. `expected` is what the field can use; anything else is an evaluation error, as on AWS. */
export function compileJsonataExpression(
  expression: Expression,
  ...expected: readonly ExpectedType[]
): JsonataTemplate {
  const jsonata = expression.parsed.language === 'jsonata' ? expression.parsed.result.value : undefined;
  const location = placeInState(expression);
  // The validity checks have refused what does not parse.
  if (!jsonata) return () => null;
  const fail = (detail: string): UnplacedFailure => {
    const cause = `The JSONata expression '${jsonata.code}' specified for the field '${location}' ${detail}`;
    return new UnplacedFailure('States.QueryEvaluationError', cause, { location });
  };
  return (visit, extra) => {
    const result = evaluateJsonata(jsonata, bindings(visit, extra), visit.environment);
    switch (result.kind) {
      case 'undefined':
        throw fail('returned nothing (undefined).');
      case 'unsupported':
        throw fail('returned an unsupported result type.');
      case 'error': {
        const text = result.code === undefined ? result.message : `${result.code}: ${result.message}`;
        throw fail(`threw an error during evaluation. ${text}`);
      }
      case 'value': {
        const { value } = result;
        const actual = typeName(value);
        if (expected.length === 0 || expected.some((type) => type === actual)) return value;
        throw fail(
          `returned an unexpected result type. Expected '${expected[0]}', but was '${actual}' for value: ${JSON.stringify(value)}`,
        );
      }
    }
  };
}

function bindings(visit: Visit, { result, errorOutput, context }: StatesExtra): JsonataBindings {
  const states: Record<string, Json> = {
    input: visit.input,
    context: context ? { ...(visit.context as Record<string, Json>), ...context } : visit.context,
  };
  if (result !== undefined) states.result = result;
  if (errorOutput !== undefined) states.errorOutput = errorOutput;
  return { states, variables: visit.track.variables.all };
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Where an expression stands inside its state: `Output/total`, `Choices[1]/Condition`. */
export function placeInState({ parent, path }: Expression): string {
  const segments = [path];
  for (let node: AslNode | undefined = parent.parent; node && !(node instanceof StateNode); node = node.parent) {
    segments.unshift(node.segment);
  }
  return segments.join('/');
}
