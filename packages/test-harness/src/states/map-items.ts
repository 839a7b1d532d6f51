import type { Json, MapState } from '@stepproof/asl';
import { compileJsonataExpression, compileJsonataTemplate } from '../data-flow/jsonata-template';
import { compilePathField, pathOf } from '../data-flow/path-field';
import { compilePayloadTemplate } from '../data-flow/payload-template';
import { FieldRoots } from '../data-flow/roots';
import { runtimeFailure, UnplacedFailure } from '../recovery/state-failure';
import {
  inputsOf,
  isDataset,
  isItems,
  itemsOfState,
  mapContext,
  type Dataset,
  type Items,
  type ItemSet,
} from './item-set';
import type { Visit } from './visit';

/**
 * What a Map without an ItemReader iterates over: ItemsPath or Items, else its input. A distributed Map takes arrays and
 * objects (developer guide), an inline Map arrays only (recorded).
 */
export function compileItems(node: MapState): (visit: Visit, effectiveInput: Json) => ItemSet {
  return node.queryLanguage === 'JSONata' ? compileJsonataItems(node) : compileItemsPath(node);
}

function compileItemsPath(node: MapState): (visit: Visit, effectiveInput: Json) => ItemSet {
  const field = node.field('ItemsPath');
  const read = field && compilePathField(field);
  const text = pathOf(field)?.text ?? '$';
  const isIterable = iterableIn(node);
  return (visit, effectiveInput) => {
    const items = read ? read(new FieldRoots(visit, effectiveInput)) : effectiveInput;
    if (!isIterable(items)) throw runtimeFailure(`Reference path "${text}" must point to array.`);
    visit.trial?.inspect('afterItemsPath', items);
    return itemsOfState(items);
  };
}

function compileJsonataItems(node: MapState): (visit: Visit) => ItemSet {
  const field = node.field('Items');
  const isIterable = iterableIn(node);
  const whole = field?.expressions.find(({ value }) => value === field.value);
  const expected = node.isDistributed ? (['array', 'object'] as const) : (['array'] as const);
  const template = whole ? compileJsonataExpression(whole, ...expected) : field && compileJsonataTemplate(field);
  return (visit) => {
    const items = template ? template(visit, {}) : visit.input;
    if (isIterable(items)) return itemsOfState(items);
    const cause = `Map state input must be an array but was: ${JSON.stringify(items)}`;
    throw new UnplacedFailure('States.QueryEvaluationError', cause, { location: field && 'Items' });
  };
}

const iterableIn = ({ isDistributed }: MapState): ((value: Json) => value is Dataset) =>
  isDistributed ? isDataset : isItems;

/** What each iteration begins with: ItemSelector, in older definitions Parameters, else the item itself. */
export function compileItemSelector(node: MapState): (visit: Visit, effectiveInput: Json, items: ItemSet) => Items {
  const field = node.field('ItemSelector') ?? node.field('Parameters');
  if (!field) return (_visit, _effectiveInput, items) => inputsOf(items);
  if (node.queryLanguage === 'JSONata') {
    const template = compileJsonataTemplate(field);
    return (visit, _effectiveInput, items) => {
      const selected = items.values.map((_, index) => template(visit, { context: mapContext(items, index) }));
      visit.trial?.inspect('afterItemSelector', selected);
      return selected;
    };
  }
  const template = compilePayloadTemplate(field);
  return (visit, effectiveInput, items) => {
    const selected = items.values.map((_, index) =>
      template(new FieldRoots(visit, effectiveInput, mapContext(items, index))),
    );
    visit.trial?.inspect('afterItemSelector', selected);
    return selected;
  };
}
