import { openSequenceIn, type Span } from '../../expressions';
import { StateMachine, type Expression, type Field, type MapState } from '../../syntax';
import type { Located } from '../../text/located';
import { graphOf } from '../graph/graph';
import { assignmentsOf } from '../variables/assignments';
import { isTested } from '../variables/reads';

/** An expression that gives a Map no list where it finds one value only. */
export interface OpenItems {
  readonly expression: Expression;
  /** Where it stands in the text of the expression. */
  readonly span: Span;
}

/**
 * The Items of a Map, the expression that their variable is assigned by, once and without being asked for, or the one that the Output of
 * the only state before makes the member by.
 */
export function openItemsOf(map: MapState): OpenItems | undefined {
  const items = map.field('Items');
  const whole = items && wholeOf(items, items.value);
  const expression = whole && (assignedTo(map, whole) ?? madeBefore(map, whole) ?? whole);
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

/** What is made of the member of the input that the expression is. */
function madeBefore(map: MapState, { text = '' }: Expression): Expression | undefined {
  const [, name] = /^\{%\s*\$states\.input\.(\w+)\s*%\}$/.exec(text) ?? [];
  const graph = graphOf(map.parent);
  if (name === undefined || graph.isPartial || graph.start === map) return undefined;
  const [only, ...others] = graph.transitionsTo(map);
  const output = others.length ? undefined : only?.node.field('Output');
  if (output?.value.kind !== 'object') return undefined;
  const entry = output.value.entries.findLast(({ key }) => key.value === name);
  return entry && wholeOf(output, entry.value);
}
