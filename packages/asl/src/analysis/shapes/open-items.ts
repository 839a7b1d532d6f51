import { openSequenceIn, type Span } from '../../expressions';
import { StateMachine, type Expression, type Field, type MapState } from '../../syntax';
import type { Located } from '../../text/located';
import { assignmentsOf } from '../variables/assignments';
import { isTested } from '../variables/reads';

/** An expression that gives a Map no list where it finds one value only. */
export interface OpenItems {
  readonly expression: Expression;
  /** Where it stands in the text of the expression. */
  readonly span: Span;
}

/** The Items of a Map, or the expression that its variable is assigned by, once and without being asked for. */
export function openItemsOf(map: MapState): OpenItems | undefined {
  const items = map.field('Items');
  const whole = items && wholeOf(items, items.value);
  const expression = whole && (assignedTo(map, whole) ?? whole);
  const span = expression?.jsonata && openSequenceIn(expression.jsonata);
  return span && { expression, span };
}

const wholeOf = (field: Field, of: Located): Expression | undefined =>
  field.expressions.find(({ value }) => value === of);

/** What is assigned to the variable that the expression is. */
function assignedTo(map: MapState, { jsonata }: Expression): Expression | undefined {
  const ast = jsonata?.ast;
  const machine = map.enclosing(StateMachine);
  if (!machine || ast?.type !== 'variable' || ast.predicate || ast.keepArray || isTested(machine, ast.value))
    return undefined;
  const [only, ...others] = assignmentsOf(machine).filter(({ name }) => name === ast.value);
  if (!only || others.length || only.field.value.kind !== 'object') return undefined;
  const entry = only.field.value.entries.find(({ key }) => key === only.key);
  return entry && wholeOf(only.field, entry.value);
}
