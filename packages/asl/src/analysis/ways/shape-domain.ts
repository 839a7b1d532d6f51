import { valuesOf, type ScalarShape } from '../shapes/data-shape';
import type { Evaluated } from '../shapes/evaluated';
import { partsOf, type Part } from '../shapes/parts';
import { domainOfOperator } from '../solver/choice-domain';
import { choiceOperatorOf } from '../solver/choice-operator';
import { countsUpTo } from '../solver/counts';
import { absent, common, domainOfKinds, nothing, only, type Domain } from '../solver/domain';

/** The values that a shape stands for, by kind and by what has been tested; of a count those beyond the bounds are any. */
export const domainOf = ({ shape, missing }: Evaluated, bounds: readonly number[]): Domain =>
  domainOfParts(partsOf(shape), missing, bounds);

const domainOfParts = (parts: readonly Part[], missing: Evaluated['missing'], bounds: readonly number[]): Domain =>
  parts.reduce<Domain>(
    (domain, part) => ({ ...domain, ...kindDomain(part, bounds) }),
    missing === 'no' ? nothing : absent,
  );

/** The same, value by value where the values are known: a domain for each of them, and one for all that is not. */
export function domainsOf({ shape, missing }: Evaluated, bounds: readonly number[]): readonly Domain[] {
  const known: Domain[] = [];
  const others: Part[] = [];
  for (const part of partsOf(shape)) {
    const values = part.kind === 'scalar' ? valuesOf(part) : undefined;
    if (values) known.push(...values.map(only));
    else others.push(part);
  }
  return others.length || missing !== 'no' ? [...known, domainOfParts(others, missing, bounds)] : known;
}

/** What the domain of a kind says of that kind alone. */
function kindDomain(part: Part, bounds: readonly number[]): Partial<Domain> {
  if (part.kind === 'object') return { objects: true };
  if (part.kind === 'array') return { arrays: part.items ? [part.items.length, part.items.length] : [0, Infinity] };
  const { booleans, numbers, strings } = domainOfScalar(part, bounds);
  switch (part.type) {
    case 'null':
      return { null: true };
    case 'boolean':
      return { booleans };
    case 'number':
      return { numbers };
    case 'string':
      return { strings };
  }
}

function domainOfScalar({ type, isCount, tested }: ScalarShape, bounds: readonly number[]): Domain {
  const all = domainOfKinds([type]);
  const start = isCount ? { ...all, numbers: countsUpTo(bounds) } : all;
  return [...(tested?.values() ?? [])].reduce((domain, { operator: name, literal, holds }) => {
    const operator = choiceOperatorOf(name);
    return operator ? common(domain, domainOfOperator(operator, literal, holds)) : domain;
  }, start);
}
