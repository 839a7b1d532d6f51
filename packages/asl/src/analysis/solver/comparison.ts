import { compareChoice } from '../../expressions';
import type { Json } from '../../text/located';
import { domainOfOperator } from './choice-domain';
import { choiceOperatorOf, kindOfType, type ChoiceOperator } from './choice-operator';
import { present } from './domain';
import type { Outcome, Way } from './formula';
import { foreignDomains, typeDomains } from './relation';
import { flipped, otherSigns } from './sign';
import { keyOf, type Origin, type Reference } from './place';
import { constantOf, type Reading } from './symbolic-value';
import { absenceWays, allWays, knownShape, presenceWays, waysInto } from './ways';

/** A comparison of a JSONPath Choice rule whose paths have been followed; a literal operand is a constant. */
export interface Comparison {
  readonly operator: string;
  readonly variable: Reading;
  readonly operand: Reading;
  readonly node: Origin;
}

/**
 * The ways in which a comparison comes to an outcome: what `compareChoice` says of values, and failing where one of the
 * paths leads nowhere, that of Variable being read first.
 */
export function comparisonWays(
  { operator: name, variable, operand, node }: Comparison,
  outcome: Outcome,
): readonly Way[] {
  const operator = choiceOperatorOf(name);
  if (!operator) return outcome === 'false' ? [{}] : [];
  if (operator.kind === 'presence') {
    const isPresent = constantOf(operand);
    if (isPresent === undefined) return [unknownOperand(node)];
    return outcome === 'fails' ? [] : single(variable, operator, isPresent, outcome === 'true');
  }
  if (outcome === 'fails') {
    return [...absenceWays(variable), ...allWays(presenceWays(variable), absenceWays(operand))];
  }
  const isTrue = outcome === 'true';
  const [left, right] = [knownShape(variable), knownShape(operand)];
  if (left?.value === undefined && left) return [];
  if (right?.value === undefined && right) return [];
  if (left?.value !== undefined && right?.value !== undefined) {
    return compareChoice(name, left.value, right.value) === isTrue ? [{}] : [];
  }
  if (right?.value !== undefined) return single(variable, operator, right.value, isTrue);
  if (operator.kind !== 'comparison') return [unknownOperand(node)];
  if (left?.value !== undefined) {
    return single(operand, { ...operator, signs: flipped(operator.signs) }, left.value, isTrue);
  }
  for (const side of ['variable', 'operand'] as const) {
    const reading = side === 'variable' ? variable : operand;
    if (reading.kind !== 'cases') continue;
    return reading.cases.flatMap(({ when, value }) =>
      allWays(when, comparisonWays({ operator: name, variable, operand, node, [side]: value }, outcome)),
    );
  }
  if (variable.kind === 'reference' && operand.kind === 'reference') return pair(operator, variable, operand, isTrue);
  const doubt = variable.kind === 'unknown' ? variable : operand.kind === 'unknown' ? operand : computed(node);
  return allWays(presenceWays(variable), presenceWays(operand), [{ doubt }]);
}

const unknownOperand = (node: Origin): Way => ({ doubt: { reason: 'the operand is not known', node } });

const computed = (node: Origin) => ({ reason: 'a computed value is compared with another value of the data', node });

/** One value that is not known against one that is. */
function single(reading: Reading, operator: ChoiceOperator, operand: Json, isTrue: boolean): readonly Way[] {
  const domain = domainOfOperator(operator, operand, isTrue);
  return waysInto(reading, domain, aboutOf(operator));
}

function aboutOf(operator: ChoiceOperator) {
  switch (operator.kind) {
    case 'comparison':
      return kindOfType[operator.type];
    case 'pattern':
      return 'string';
    case 'type':
      return operator.is === 'timestamp' ? 'string' : operator.is;
    case 'presence':
      return undefined;
  }
}

function pair(
  { type, signs }: Extract<ChoiceOperator, { kind: 'comparison' }>,
  left: Reference,
  right: Reference,
  isTrue: boolean,
): readonly Way[] {
  const about = kindOfType[type];
  const [ofType, foreign] = [typeDomains[type], foreignDomains[type]];
  if (keyOf(left) === keyOf(right)) {
    const isReflexive = signs.includes(0);
    if (isTrue) return isReflexive ? waysInto(left, ofType, about) : [];
    return waysInto(left, isReflexive ? foreign : present, about);
  }
  const related = (wanted: typeof signs): readonly Way[] =>
    allWays(waysInto(left, ofType, about), waysInto(right, ofType, about), [
      { relations: [{ type, left, right, signs: wanted }] },
    ]);
  if (isTrue) return related(signs);
  return [
    ...related(otherSigns(signs)),
    ...allWays(waysInto(left, foreign), waysInto(right, present)),
    ...allWays(waysInto(left, ofType, about), waysInto(right, foreign)),
  ];
}
