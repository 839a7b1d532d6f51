import type { Json } from '../../text/located';
import type { ChoiceTest } from '../../syntax';
import { choiceOperatorOf } from './choice-operator';
import { instantOf, timestampOf } from './instants';
import { satisfyingTexts } from './satisfying-texts';
import { patternTerm } from './string-term';

/** A value at the edge of what a comparison takes; `missing` is no value at all. */
export interface BoundaryValue {
  readonly name:
    'equal' | 'just below' | 'just above' | 'missing' | 'null' | 'wrong type' | 'empty' | 'matching' | 'not matching';
  /** Undefined for `missing`. */
  readonly value: Json | undefined;
}

/** Values of Variable that are worth trying against a comparison with a literal; undefined for And, Or, Not and paths. */
export function boundaryValues(test: ChoiceTest): readonly BoundaryValue[] | undefined {
  const [name] = test.operators;
  const field = name === undefined ? undefined : test.field(name);
  const operator = name === undefined ? undefined : choiceOperatorOf(name);
  if (!field || !operator || name!.endsWith('Path') || field.isUnknown) return undefined;
  const { json } = field;
  switch (operator.kind) {
    case 'presence':
      return [{ name: 'equal', value: 'a' }, ...absences];
    case 'type':
      return [...typeExamples.map((value) => ({ name: 'wrong type' as const, value })), ...absences];
    case 'pattern':
      return [...patternEdges(typeof json === 'string' ? json : ''), { name: 'wrong type', value: 1 }, ...absences];
    case 'comparison': {
      const edges = edgesOf(operator.type, json);
      return edges && [...edges, ...absences];
    }
  }
}

/** A literal and what lies just beside it, in the order of what a comparison of its type takes. */
export function valuesNear(literal: Json): readonly Json[] {
  const near = (type: 'Numeric' | 'Timestamp' | 'String'): readonly Json[] | undefined =>
    edgesOf(type, literal)?.flatMap(({ name, value }) => (name !== 'wrong type' && value !== undefined ? [value] : []));
  return near('Numeric') ?? near('Timestamp') ?? near('String') ?? [literal];
}

const absences: readonly BoundaryValue[] = [
  { name: 'missing', value: undefined },
  { name: 'null', value: null },
];

const typeExamples: readonly Json[] = ['a', '', '2025-01-01T00:00:00Z', 0, 1.5, true, false, {}, []];

function edgesOf(
  type: 'String' | 'Numeric' | 'Timestamp' | 'Boolean' | 'Json',
  literal: Json,
): readonly BoundaryValue[] | undefined {
  if (type === 'Numeric' && typeof literal === 'number') {
    const step = stepOf(literal);
    return [
      { name: 'just below', value: rounded(literal - step, step) },
      { name: 'equal', value: literal },
      { name: 'just above', value: rounded(literal + step, step) },
      { name: 'wrong type', value: String(literal) },
    ];
  }
  if (type === 'Boolean' && typeof literal === 'boolean') {
    return [
      { name: 'equal', value: literal },
      { name: 'just below', value: !literal },
      { name: 'wrong type', value: String(literal) },
    ];
  }
  if (typeof literal !== 'string') return undefined;
  if (type === 'String') return textEdges(literal);
  const instant = instantOf(literal);
  if (instant === undefined) return undefined;
  const second = 1_000_000_000n;
  return [
    { name: 'just below', value: timestampOf(instant - second) },
    { name: 'equal', value: literal },
    { name: 'just above', value: timestampOf(instant + second) },
    { name: 'wrong type', value: 'a' },
    { name: 'empty', value: '' },
  ];
}

/** One unit of the last decimal place that the number is written with. */
function stepOf(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return 10 ** -decimals;
}

/** Takes away what binary fractions leave behind. */
const rounded = (value: number, step: number): number =>
  step >= 1 ? value : Number(value.toFixed(String(step).length));

/** The text without its last character is below it, the text with a blank behind it above. */
const textEdges = (text: string): readonly BoundaryValue[] => [
  ...(text === '' ? [] : [{ name: 'just below' as const, value: text.slice(0, -1) }]),
  { name: 'equal', value: text },
  { name: 'just above', value: `${text} ` },
  { name: 'wrong type', value: 1 },
  ...(text === '' ? [] : [{ name: 'empty' as const, value: '' }]),
];

function patternEdges(pattern: string): readonly BoundaryValue[] {
  const one = (matches: boolean, name: 'matching' | 'not matching'): readonly BoundaryValue[] => {
    const term = patternTerm(pattern, matches);
    const found = term && satisfyingTexts([term]).next();
    return found && !found.done ? [{ name, value: found.value }] : [];
  };
  return [...one(true, 'matching'), ...one(false, 'not matching'), { name: 'empty', value: '' }];
}
