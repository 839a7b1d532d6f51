import type { Json, MapState } from '@stepproof/asl';
import { compileJsonataExpression, compileJsonataTemplate } from '../data-flow/jsonata-template';
import { compilePathField, pathOf } from '../data-flow/path-field';
import { compilePayloadTemplate } from '../data-flow/payload-template';
import { FieldRoots } from '../data-flow/roots';
import { runtimeFailure, UnplacedFailure } from '../recovery/state-failure';
import type { Visit } from './visit';

export type Items = readonly Json[];

const isArray = (value: Json): value is Items => Array.isArray(value);

/** What a Map without an ItemReader iterates over: ItemsPath or Items, else its input. */
export function compileItems(node: MapState): (visit: Visit, effectiveInput: Json) => Items {
  return node.queryLanguage === 'JSONata' ? compileJsonataItems(node) : compileItemsPath(node);
}

function compileItemsPath(node: MapState): (visit: Visit, effectiveInput: Json) => Items {
  const field = node.field('ItemsPath');
  const read = field && compilePathField(field);
  const text = pathOf(field)?.text ?? '$';
  return (visit, effectiveInput) => {
    const items = read ? read(new FieldRoots(visit, effectiveInput)) : effectiveInput;
    if (!isArray(items)) throw runtimeFailure(`Reference path "${text}" must point to array.`);
    visit.trial?.inspect('afterItemsPath', items);
    return items;
  };
}

function compileJsonataItems(node: MapState): (visit: Visit) => Items {
  const field = node.field('Items');
  const whole = field?.expressions.find(({ value }) => value === field.value);
  const template = whole ? compileJsonataExpression(whole, 'array') : field && compileJsonataTemplate(field);
  return (visit) => {
    const items = template ? template(visit, {}) : visit.input;
    if (isArray(items)) return items;
    const cause = `Map state input must be an array but was: ${JSON.stringify(items)}`;
    throw new UnplacedFailure('States.QueryEvaluationError', cause, { location: field && 'Items' });
  };
}

/** What each iteration begins with: ItemSelector, in older definitions Parameters, else the item itself. */
export function compileItemSelector(
  node: MapState,
): (visit: Visit, effectiveInput: Json, items: Items, source: string) => Items {
  const field = node.field('ItemSelector') ?? node.field('Parameters');
  if (!field) return (_visit, _effectiveInput, items) => items;
  if (node.queryLanguage === 'JSONata') {
    const template = compileJsonataTemplate(field);
    return (visit, _effectiveInput, items, source) => {
      const selected = items.map((item, index) => template(visit, { context: mapContext(index, item, source) }));
      visit.trial?.inspect('afterItemSelector', selected);
      return selected;
    };
  }
  const template = compilePayloadTemplate(field);
  return (visit, effectiveInput, items, source) => {
    const selected = items.map((item, index) =>
      template(new FieldRoots(visit, effectiveInput, mapContext(index, item, source))),
    );
    visit.trial?.inspect('afterItemSelector', selected);
    return selected;
  };
}

/** `$$.Map.Item`, which only the fields that make an item ready can read. */
const mapContext = (index: number, value: Json, source: string): Readonly<Record<string, Json>> => ({
  Map: { Item: { Index: index, Value: value, Source: source } },
});
