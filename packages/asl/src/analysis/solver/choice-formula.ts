import type { ChoiceRule, ChoiceState, ChoiceTest, Field } from '../../syntax';
import { comparisonWays } from './comparison';
import { and, doubtful, literal, not, or, test, type Formula } from './formula';
import { conditionFormula } from './jsonata-formula';
import { readPath, type SymbolicRoots } from './read-path';
import { constant, unknown, type Reading } from './symbolic-value';

/** The formula that is true where the rule matches, whichever the query language. */
export function ruleFormula(rule: ChoiceRule, roots: SymbolicRoots): Formula {
  if (rule.hasUnknownParts) return filledIn(rule);
  return rule.queryLanguage === 'JSONata' ? conditionFormula(rule, roots) : testFormula(rule, roots);
}

/** The formula that is true where the rule of that number is taken, or Default for the number behind the last. */
export function takenFormula(choice: ChoiceState, index: number, roots: SymbolicRoots): Formula {
  const earlier = choice.choices.slice(0, index).map((rule) => not(ruleFormula(rule, roots)));
  const rule = choice.choices[index];
  return and(...earlier, ...(rule ? [ruleFormula(rule, roots)] : []));
}

/** A rule or condition in JSONPath. And comes before Or before Not, as in the interpreter, should there be several. */
export function testFormula(node: ChoiceTest, roots: SymbolicRoots): Formula {
  if (node.hasUnknownParts) return filledIn(node);
  if (node.and.length > 0) return and(...node.and.map((inner) => testFormula(inner, roots)));
  if (node.or.length > 0) return or(...node.or.map((inner) => testFormula(inner, roots)));
  if (node.not) return not(testFormula(node.not, roots));
  const [operator] = node.operators;
  const variable = node.field('Variable');
  if (operator === undefined || !variable) return literal(false);
  const field = node.field(operator)!;
  const text = `${variable.expressions[0]?.jsonPath?.text ?? 'Variable'} ${operator} ${JSON.stringify(field.json)}`;
  const [value, operand] = [readField(variable, roots), operandOf(field, operator, roots)];
  if (!value || !operand) return doubtful(node, text, 'a path cannot be read');
  const comparison = { operator, variable: value, operand, node };
  return test({ node, text, ways: (outcome) => comparisonWays(comparison, outcome) });
}

const filledIn = (node: ChoiceTest): Formula => doubtful(node, 'the test', 'the test is a placeholder');

function operandOf(field: Field, operator: string, roots: SymbolicRoots): Reading | undefined {
  if (operator.endsWith('Path')) return readField(field, roots);
  return field.isUnknown ? unknown('the operand is a placeholder', field) : constant(field.json);
}

function readField(field: Field, roots: SymbolicRoots): Reading | undefined {
  const path = field.expressions[0]?.jsonPath;
  return path && readPath(path, roots, field);
}
