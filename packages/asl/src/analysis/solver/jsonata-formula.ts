import type { JsonataNode } from '../../expressions';
import type { ChoiceRule } from '../../syntax';
import { present, nothing } from './domain';
import { and, doubtful, literal, not, or, type Formula, type Outcome } from './formula';
import { comparisonOf, countTest, membershipTest, typeTest, valueTest, type Site } from './jsonata-comparison';
import { readExpression, readNode } from './query-reading';
import type { SymbolicRoots } from './read-path';
import { foreignDomains, valuesRelated } from './relation';
import { constantOf } from './symbolic-value';
import { truthTest } from './truth';

/** The Condition of a JSONata rule: true, false, or failing where it gives no boolean. */
export function conditionFormula(rule: ChoiceRule, roots: SymbolicRoots): Formula {
  const field = rule.field('Condition');
  const expression = field?.expressions[0];
  if (field?.isUnknown && !expression) return doubtful(field, 'Condition', 'the condition is a placeholder');
  if (!field || !expression) return literal(field?.json === true);
  const jsonata = expression.parsed.language === 'jsonata' ? expression.parsed.result.value : undefined;
  if (!jsonata?.ast || !jsonata.isComplete)
    return doubtful(field, expression.text ?? '', 'the condition is not complete');
  const states = new Map([
    ['input', roots.input],
    ['context', roots.context],
  ]);
  const site: Site = { roots: { states, variable: (name) => roots.variable(name) }, field, text: jsonata.code };
  const whole = readExpression(jsonata, site.roots, field);
  if (whole.kind === 'constant' || whole.kind === 'missing') return booleanTest(site, jsonata.ast, whole);
  return booleanTest(site, jsonata.ast, readNode(jsonata.ast, site.roots, field));
}

/** An expression that must give a boolean: anything else fails the execution, nothing at all included. */
function booleanTest(site: Site, node: JsonataNode, reading: ReturnType<typeof readNode>): Formula {
  if (!reading) return formulaOf(site, node, 'fails');
  return valueTest(
    site,
    reading,
    {
      true: valuesRelated('Boolean', [0], true),
      false: valuesRelated('Boolean', [0], false),
      fails: foreignDomains.Boolean,
    },
    { whenNothing: 'fails', about: 'boolean' },
  );
}

/** An expression of which only the truth matters. `whenNothing` is the outcome where it gives nothing. */
function truthOf(site: Site, node: JsonataNode, whenNothing: Outcome): Formula {
  const reading = readNode(node, site.roots, site.field);
  return reading ? truthTest(site, reading, whenNothing) : formulaOf(site, node, whenNothing);
}

/** An expression that gives a boolean or nothing, if we can tell what it does. */
function formulaOf(site: Site, node: JsonataNode, whenNothing: Outcome): Formula {
  const formula = translated(site, node, whenNothing);
  return formula ?? doubtful(site.field, site.text, 'the JSONata expression does more than compare values');
}

function translated(site: Site, node: JsonataNode, whenNothing: Outcome): Formula | undefined {
  switch (node.type) {
    case 'block':
      return node.expressions.length === 1 ? formulaOf(site, node.expressions[0]!, whenNothing) : undefined;
    case 'function':
      return callFormula(site, node, whenNothing);
    case 'binary': {
      const { value: operator, lhs, rhs } = node;
      // Nothing counts as false here.
      if (operator === 'and') return and(truthOf(site, lhs, 'false'), truthOf(site, rhs, 'false'));
      if (operator === 'or') return or(truthOf(site, lhs, 'false'), truthOf(site, rhs, 'false'));
      return binaryFormula(site, node, whenNothing);
    }
    default:
      return undefined;
  }
}

type Call = Extract<JsonataNode, { type: 'function' | 'partial' }>;

/** The only argument of a call of that function. */
function argumentOf(node: JsonataNode, ...names: readonly string[]): JsonataNode | undefined {
  if (node.type !== 'function' || node.arguments.length !== 1) return undefined;
  const { procedure } = node;
  return procedure.type === 'variable' && names.includes(procedure.value) ? node.arguments[0] : undefined;
}

function callFormula(site: Site, node: Call, whenNothing: Outcome): Formula | undefined {
  const negated = argumentOf(node, 'not');
  if (negated) return not(truthOf(site, negated, opposite[whenNothing]));
  const converted = argumentOf(node, 'boolean');
  if (converted) return truthOf(site, converted, whenNothing);
  const sought = argumentOf(node, 'exists');
  const reading = sought && readNode(sought, site.roots, site.field);
  return (
    reading && valueTest(site, reading, { true: present, false: nothing, fails: nothing }, { whenNothing: 'false' })
  );
}

const opposite: Readonly<Record<Outcome, Outcome>> = { true: 'false', false: 'true', fails: 'fails' };

function binaryFormula(
  site: Site,
  { value: operator, lhs, rhs }: Extract<JsonataNode, { type: 'binary' }>,
  whenNothing: Outcome,
): Formula | undefined {
  const [left, right] = [lhs, rhs].map((side) => readNode(side, site.roots, site.field));
  const constant = right && constantOf(right);
  if (operator === 'in') return left && Array.isArray(constant) ? membershipTest(site, left, constant) : undefined;
  if (left && right) return comparisonOf(site, operator, [left, right], whenNothing);
  if (constant === undefined) return undefined;
  const counted = argumentOf(lhs, 'count');
  const typed = argumentOf(lhs, 'type');
  const reading = (counted ?? typed) && readNode((counted ?? typed)!, site.roots, site.field);
  if (!reading) return undefined;
  return counted ? countTest(site, operator, reading, constant) : typeTest(site, operator, reading, constant);
}
