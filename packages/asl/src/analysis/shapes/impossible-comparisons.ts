import { ChoiceTest, type Field, type StateMachine } from '../../syntax';
import { dataFlowOf } from './data-flow';
import { partsOf } from './parts';
import type { DataRead } from './data-read';
import { typeOf, type ValueType } from './value-type';

/** A comparison of a JSONPath Choice that holds for no value that its path can lead to, for want of the right type. */
export interface ImpossibleComparison {
  readonly read: DataRead;
  /** The operator, with its operand. */
  readonly operator: Field;
  readonly expected: ValueType;
  /** What the values are instead. */
  readonly actual: readonly ValueType[];
  /** What messages call the contract that says so, if one does. */
  readonly by: string | undefined;
}

/** The comparisons of a machine whose Variable, or whose operand by a path, is surely of another type on every way. */
export function impossibleComparisonsOf(machine: StateMachine): readonly ImpossibleComparison[] {
  const found = new Map<string, { read: DataRead; types: Set<ValueType> | undefined; by: Set<string | undefined> }>();
  for (const read of dataFlowOf(machine).reads) {
    if (!comparisonOf(read)) continue;
    const place = String(read.expression.range[0]);
    const types = typesOf(read);
    const known = found.get(place);
    const by = partsOf(read.reading.shape).map((part) => (part.kind === 'object' ? undefined : part.by));
    if (!known) {
      found.set(place, { read, types, by: new Set(by) });
      continue;
    }
    for (const one of by) known.by.add(one);
    if (known.types && types) for (const type of types) known.types.add(type);
    else known.types = undefined;
  }
  return [...found.values()].flatMap(({ read, types, by }): ImpossibleComparison[] => {
    const comparison = comparisonOf(read)!;
    const isPossible = !types || types.size === 0 || types.has(comparison.expected);
    return isPossible ? [] : [{ read, ...comparison, actual: [...types], by: by.size === 1 ? [...by][0] : undefined }];
  });
}

function comparisonOf({ expression }: DataRead): Pick<ImpossibleComparison, 'operator' | 'expected'> | undefined {
  const { parent: test } = expression.parent;
  if (!(test instanceof ChoiceTest)) return undefined;
  const [name] = test.operators;
  const operator = name === undefined ? undefined : test.field(name);
  if (!operator || name!.startsWith('Is')) return undefined;
  const expected = name!.startsWith('Numeric') ? 'number' : name!.startsWith('Boolean') ? 'boolean' : 'string';
  return { operator, expected };
}

/** Undefined where the values may be of any type. */
function typesOf({ reading }: DataRead): Set<ValueType> | undefined {
  if (reading.missing === 'sure' || reading.shape.kind === 'unknown')
    return reading.missing === 'sure' ? new Set() : undefined;
  return new Set(partsOf(reading.shape).map(typeOf));
}
