import type { JsonataNode } from '../../expressions';
import { ChoiceState, ChoiceTest, statesOf, type StateMachine } from '../../syntax';
import type { Range } from '../../text/located';
import { dataFlowOf } from './data-flow';
import type { DataShape, StatusRange } from './data-shape';
import { comparisonsIn } from './impossible-jsonata-comparisons';
import { shapeOfJsonata } from './jsonata-shape';
import { partsOf } from './parts';
import { pathStartOf, spanOfPath } from './plain-path';

/** A comparison of a Choice that asks for the status of a response with which the Task has failed already. */
export interface ImpossibleStatus {
  /** Where the comparison stands in the file. */
  readonly range: Range;
  readonly path: string;
  /** `NumericEquals 404`, `>= 400` */
  readonly comparison: string;
  readonly status: StatusRange;
}

/** In the order of the states. */
export function* impossibleStatusesOf(machine: StateMachine): Generator<ImpossibleStatus> {
  const found = new Map<ChoiceTest, { path: string; shapes: DataShape[] }>();
  for (const { expression, path, reading, state } of dataFlowOf(machine).reads) {
    const { parent: test } = expression.parent;
    if (!(state instanceof ChoiceState) || !(test instanceof ChoiceTest) || expression.parent.name !== 'Variable')
      continue;
    const known = found.get(test);
    if (known) known.shapes.push(reading.shape);
    else found.set(test, { path, shapes: [reading.shape] });
  }
  for (const [test, { path, shapes }] of found) {
    const [operator] = test.operators;
    const field = operator === undefined ? undefined : test.field(operator);
    const sign = signs[operator ?? ''];
    if (!field || sign === undefined || typeof field.json !== 'number') continue;
    const status = statusIn(shapes);
    if (!status || mayHold(sign, field.json, status)) continue;
    yield { range: field.value.range, path, comparison: `"${field.name}" ${field.json}`, status };
  }
  yield* inJsonata(machine);
}

function* inJsonata(machine: StateMachine): Generator<ImpossibleStatus> {
  for (const state of statesOf(machine)) {
    if (!(state instanceof ChoiceState) || state.queryLanguage !== 'JSONata') continue;
    const worlds = dataFlowOf(machine).worldsAt(state);
    for (const expression of state.choices.flatMap((rule) => rule.field('Condition')?.expressions ?? [])) {
      const { jsonata } = expression;
      if (!jsonata?.ast || !jsonata.isComplete || jsonata.hasPlaceholders) continue;
      for (const { lhs, rhs, value, position } of comparisonsIn(jsonata.ast)) {
        const path = pathStartOf(lhs, jsonata.text);
        if (position === undefined || !path?.isWhole || !isNumber(rhs)) continue;
        const shapes = worlds.map(
          ({ input, variables }) =>
            shapeOfJsonata({ ...jsonata, ast: lhs }, { input }, variables, () => undefined).shape,
        );
        const status = statusIn(shapes);
        if (!status || mayHold(value, rhs.value, status)) continue;
        const { start, end } = spanOfPath(path, jsonata.text);
        const range = expression.rangeOf({ start: position - value.length, end: position });
        yield { range, path: jsonata.text.slice(start, end), comparison: `"${value} ${rhs.value}"`, status };
      }
    }
  }
}

const isNumber = (node: JsonataNode): node is JsonataNode & { readonly value: number } =>
  node.type === 'number' && typeof node.value === 'number' && !node.predicate;

const signs: Readonly<Record<string, string>> = {
  NumericEquals: '=',
  NumericGreaterThan: '>',
  NumericGreaterThanEquals: '>=',
  NumericLessThan: '<',
  NumericLessThanEquals: '<=',
};

function mayHold(sign: string, literal: number, { least, greatest }: StatusRange): boolean {
  switch (sign) {
    case '=':
      return least <= literal && literal <= greatest;
    case '>':
      return greatest > literal;
    case '>=':
      return greatest >= literal;
    case '<':
      return least < literal;
    case '<=':
      return least <= literal;
    default:
      return true;
  }
}

/** Where all ways bring the status of the same kind of response. */
function statusIn(shapes: readonly DataShape[]): StatusRange | undefined {
  const [status, ...others] = new Set(
    shapes.map((shape) => {
      if (shape.kind === 'unknown') return undefined;
      const [part, ...more] = partsOf(shape);
      return part?.kind === 'scalar' && !more.length ? part.status : undefined;
    }),
  );
  return others.length ? undefined : status;
}
