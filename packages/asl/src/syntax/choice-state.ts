import { anyState, assignment, inputOutput } from './common-fields';
import type { FieldSpec, FieldTable } from './field-spec';
import { AslNode, defineNode, type NodeClass } from './node';
import { StateNode } from './state';

const orders = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'] as const;
const comparisons: Record<string, FieldSpec> = {};
for (const order of orders) {
  comparisons[`String${order}`] = { is: 'string', language: 'JSONPath' };
  comparisons[`Numeric${order}`] = { is: 'number', min: -Infinity, language: 'JSONPath' };
  comparisons[`Timestamp${order}`] = { is: 'timestamp', language: 'JSONPath' };
  for (const type of ['String', 'Numeric', 'Timestamp']) {
    comparisons[`${type}${order}Path`] = { is: 'path', language: 'JSONPath' };
  }
}

/** The 39 comparison operators of JSONPath Choice rules, and the type of their operand. */
export const comparisonOperators: FieldTable = {
  ...comparisons,
  StringMatches: { is: 'string', language: 'JSONPath' },
  BooleanEquals: { is: 'boolean', language: 'JSONPath' },
  BooleanEqualsPath: { is: 'path', language: 'JSONPath' },
  ...Object.fromEntries(
    ['IsNull', 'IsPresent', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'].map((name) => [
      name,
      { is: 'boolean', language: 'JSONPath' } as const,
    ]),
  ),
};

/** Conditions hold conditions: the return type breaks the circle for the compiler. */
const condition = (): NodeClass<AslNode> => ChoiceCondition;

const testFields = {
  Comment: { is: 'string' },
  Variable: { is: 'path', language: 'JSONPath' },
  And: { is: 'nodes', node: condition, nonEmpty: true, language: 'JSONPath' },
  Or: { is: 'nodes', node: condition, nonEmpty: true, language: 'JSONPath' },
  Not: { is: 'node', node: condition, language: 'JSONPath' },
} as const satisfies FieldTable;

/** A rule or a condition inside one: And, Or, Not, or Variable with a comparison operator. */
export abstract class ChoiceTest extends AslNode {
  declare readonly and: readonly ChoiceCondition[];
  declare readonly or: readonly ChoiceCondition[];
  declare readonly not: ChoiceCondition | undefined;

  /** The names of the comparison operators given; a valid comparison has one. */
  get operators(): readonly string[] {
    return this.fields.map((field) => field.name).filter((name) => Object.hasOwn(comparisonOperators, name));
  }
}

/** A test inside And, Or, Not. */
export class ChoiceCondition extends defineNode(
  'ChoiceCondition',
  { ...testFields, ...comparisonOperators },
  [],
  ChoiceTest,
) {}

const ruleFields = {
  ...testFields,
  ...assignment,
  Condition: { is: 'condition', language: 'JSONata' },
  Next: { is: 'state-name', required: true },
  Output: { is: 'jsonata-template', language: 'JSONata' },
} as const satisfies FieldTable;

/** An element of Choices. */
export class ChoiceRule extends defineNode('ChoiceRule', { ...ruleFields, ...comparisonOperators }, [], ChoiceTest) {}

const choiceFields = {
  ...anyState,
  ...inputOutput,
  ...assignment,
  Choices: { is: 'nodes', node: () => ChoiceRule, required: true, nonEmpty: true },
  Default: { is: 'state-name' },
} as const satisfies FieldTable;

/** Goes on to the first rule that matches. */
export class ChoiceState extends defineNode('ChoiceState', choiceFields, [], StateNode) {
  declare readonly choices: readonly ChoiceRule[];
}
