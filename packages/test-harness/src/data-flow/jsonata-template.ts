import { evaluateJsonata, toJson, type Expression, type Field, type Jsonata, type Json, type Located } from '@stepproof/asl';
import { UnplacedFailure } from '../recovery/state-failure';
import { wait, type Work } from '../scheduler/fiber';
import type { Visit } from '../states/visit';

/** What `$states` holds beside the input and the context: where it is readable, the result or the error output. */
export interface StatesExtra {
  readonly result?: Json;
  readonly errorOutput?: Json;
  /** More members of the context: `Map` while the items of a Map are made ready. */
  readonly context?: Readonly<Record<string, Json>>;
}

/** Makes a value out of a JSONata template. */
export type JsonataTemplate = (visit: Visit, extra: StatesExtra) => Work<Json>;

/** The kinds of values that fields want, in the words of AWS's messages. */
export type ExpectedType = 'array' | 'boolean' | 'number' | 'string' | 'object';

/** A JSONata template: every string in it may be an expression; everything else is literal. */
export function compileJsonataTemplate(field: Field): JsonataTemplate {
  const expressions = new Map(field.expressions.map((expression) => [expression.value, expression]));
  return compileJsonataValue(field.value, expressions);
}

export function compileJsonataValue(
  value: Located,
  expressions: ReadonlyMap<Located, Expression>,
): JsonataTemplate {
  return compileValue(value, expressions) ?? constant(toJson(value));
}

function constant(value: Json): JsonataTemplate {
  // A literal takes no time; it is work only because its neighbours are.
  // eslint-disable-next-line require-yield
  return function* () {
    return value;
  };
}

function compileValue(
  value: Located,
  expressions: ReadonlyMap<Located, Expression>,
): JsonataTemplate | undefined {
  const expression = expressions.get(value);
  if (expression) return compileJsonataExpression(expression);
  if (value.kind === 'array') {
    const items = value.items.map((item) => compileValue(item, expressions));
    if (!items.some(Boolean)) return undefined;
    const templates = items.map((template, index) => template ?? constant(toJson(value.items[index]!)));
    return function* (visit, extra) {
      const made: Json[] = [];
      for (const template of templates) made.push(yield* template(visit, extra));
      return made;
    };
  }
  if (value.kind !== 'object') return undefined;
  const members = value.entries.map(
    (entry) => [entry.key.value, compileValue(entry.value, expressions), entry.value] as const,
  );
  if (!members.some(([, template]) => template)) return undefined;
  const templates = members.map(([name, template, literal]) => [name, template ?? constant(toJson(literal))] as const);
  return function* (visit, extra) {
    const made: [string, Json][] = [];
    for (const [name, template] of templates) made.push([name, yield* template(visit, extra)]);
    return Object.fromEntries(made);
  };
}

/** One expression. `expected` is what the field can use; anything else is an evaluation error, as on AWS. */
export function compileJsonataExpression(expression: Expression, expected?: ExpectedType): JsonataTemplate {
  const jsonata = expression.parsed.language === 'jsonata' ? expression.parsed.result.value! : undefined;
  const location = expression.path;
  // The validity checks have refused what does not parse.
  if (!jsonata) return constant(null);
  return function* (visit, extra) {
    const value = yield* evaluate(jsonata, location, visit, extra);
    const actual = typeName(value);
    if (expected === undefined || actual === expected) return value;
    const detail = `returned an unexpected result type. Expected '${expected}', but was '${actual}' for value: ${JSON.stringify(value)}`;
    throw evaluationFailure(jsonata, location, detail);
  };
}

function* evaluate(jsonata: Jsonata, location: string, visit: Visit, extra: StatesExtra): Work<Json> {
  const { track, environment } = visit;
  const outcome = evaluateJsonata(jsonata, bindings(visit, extra), environment);
  const end = yield* wait(track.frame.scheduler.answerOf(outcome));
  if (end.kind === 'failed') throw end.error;
  switch (end.value.kind) {
    case 'value':
      return end.value.value;
    case 'undefined':
      throw evaluationFailure(jsonata, location, 'returned nothing (undefined).');
    case 'unsupported':
      throw evaluationFailure(jsonata, location, 'returned an unsupported result type.');
    case 'error': {
      const { code, message } = end.value;
      const text = code === undefined ? message : `${code}: ${message}`;
      throw evaluationFailure(jsonata, location, `threw an error during evaluation. ${text}`);
    }
  }
}

function bindings(visit: Visit, { result, errorOutput, context }: StatesExtra) {
  const states: Record<string, Json> = { input: visit.input };
  // Built only if it is read: most expressions do not.
  Object.defineProperty(states, 'context', {
    enumerable: true,
    get: () => (context ? { ...(visit.context as Record<string, Json>), ...context } : visit.context),
  });
  if (result !== undefined) states.result = result;
  if (errorOutput !== undefined) states.errorOutput = errorOutput;
  return { states, variables: visit.track.variables.all };
}

function evaluationFailure(jsonata: Jsonata, location: string, detail: string): UnplacedFailure {
  const cause = `The JSONata expression '${jsonata.code}' specified for the field '${location}' ${detail}`;
  return new UnplacedFailure('States.QueryEvaluationError', cause, { location });
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
