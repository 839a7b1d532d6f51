import type { FilterCondition, FilterOperand, FilterOperator, JsonPath, PathSegment } from './ast';

/** An index or a slice behind a filter all of whose matches have no elements, so that the path gives `[]` whatever the data is. */
export interface LostIndex {
  readonly filter: PathSegment;
  readonly index: PathSegment;
}

/**
 * Jayway applies what is behind a filter to each match, not to the list of them, and an object or a text has no element `[0]`:
 * https://github.com/json-path/JsonPath ("What is Returned When?"; an indefinite path without a match gives `[]`, recorded).
 */
export function lostIndexIn({ segments }: JsonPath): LostIndex | undefined {
  for (const [at, filter] of segments.entries()) {
    const index = segments[at + 1];
    if (filter.kind !== 'filter' || !index || !isOfElements(index)) continue;
    if (hasNoElements(filter.condition)) return { filter, index };
  }
  return undefined;
}

const isOfElements = ({ kind }: PathSegment): boolean => kind === 'index' || kind === 'indexes' || kind === 'slice';

/** Whether only what is no array passes: an object with some member, or a text, a number or a boolean. */
function hasNoElements(condition: FilterCondition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.operands.some(hasNoElements);
    case 'or':
      return condition.operands.every(hasNoElements);
    case 'not':
      return false;
    case 'exists':
      return isMember(condition.path);
    case 'comparison': {
      const { operator, left, right } = condition;
      if (isMember(left) || isMember(right)) return needsValue.has(operator);
      return isItself(left) && isScalar(right) && needsScalar.has(operator);
    }
  }
}

/** None of these holds where one of the paths leads nowhere: Jayway's UndefinedNode is equal to nothing, not to itself either. */
const needsValue: ReadonlySet<FilterOperator> = new Set<FilterOperator>([
  '==',
  '===',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'contains',
]);
const needsScalar: ReadonlySet<FilterOperator> = new Set<FilterOperator>(['==', '===', '<', '<=', '>', '>=']);

/** `@.name` */
const isMember = (operand: FilterOperand): boolean =>
  operand.kind === 'path' && operand.root.kind === 'current' && operand.segments[0]?.kind === 'name';

/** `@` */
const isItself = (operand: FilterOperand): boolean =>
  operand.kind === 'path' && operand.root.kind === 'current' && operand.segments.length === 0;

const isScalar = ({ kind }: FilterOperand): boolean => kind === 'string' || kind === 'number' || kind === 'boolean';
