import type { AslNode, MapState } from '../../syntax';
import { contextShapeOf, mapContextOf } from './context-shape';
import { array, never, object, sure, unknown, withMember, type DataShape, type Member } from './data-shape';
import { itemOfReader } from './item-reader-shape';
import { joinAll } from './join';
import { shapeOfPayload, throughTemplate } from './json-path-flow';
import { shapeOfJsonataField, throughJsonata } from './jsonata-flow';
import { partsOf } from './parts';
import type { DataReader, DataRoots } from './reader';

/** What each iteration of a Map begins with; `never` if there is none. */
export function iterationInput(state: MapState, effective: DataShape, reader: DataReader): DataShape {
  const isJsonata = state.queryLanguage === 'JSONata';
  const through = (
    node: AslNode,
    name: string,
    roots: DataRoots,
    otherwise: DataShape,
    by: DataReader = reader,
  ): DataShape =>
    isJsonata ? throughJsonata(node, name, roots, by, otherwise) : throughTemplate(node, name, roots, by, otherwise);
  const roots = { input: effective };
  if (state.itemReader) through(state.itemReader, isJsonata ? 'Arguments' : 'Parameters', roots, unknown);
  const items = state.itemReader ? unknown : itemsOf(state, effective, reader);
  const item = state.itemReader ? itemOfReader(state, state.itemReader) : itemOf(items, state);
  if (item.kind === 'never') return never;
  // Without items nothing is made ready, so that nothing of it fails.
  const own = mayBeEmpty(items) ? reader.fork() : reader;
  const selected = through(
    state,
    state.has('ItemSelector') ? 'ItemSelector' : isJsonata ? '' : 'Parameters',
    { input: effective, context: contextOf(state, item) },
    item,
    own,
  );
  if (own !== reader && own.hasFailed()) return never;
  if (!state.itemBatcher) return state.has('ItemBatcher') ? unknown : selected;
  const batch = state.itemBatcher.field('BatchInput');
  const made = batch && (isJsonata ? shapeOfJsonataField(batch, roots, reader) : shapeOfPayload(batch, roots, reader));
  const members: [string, Member][] = [['Items', sure(array(selected))]];
  return object(made ? [['BatchInput', sure(made)], ...members] : members, 'closed', `a batch of "${state.name}"`);
}

function itemsOf(state: MapState, effective: DataShape, reader: DataReader): DataShape {
  if (state.queryLanguage === 'JSONata') return throughJsonata(state, 'Items', { input: effective }, reader, effective);
  const field = state.field('ItemsPath');
  if (!field) return effective;
  const [expression] = field.expressions;
  return expression ? reader.read(expression, { input: effective }) : unknown;
}

const mayBeEmpty = (items: DataShape): boolean =>
  items.kind === 'unknown' || partsOf(items).some((part) => part.kind !== 'array' || !part.items?.length);

/** A distributed Map goes over the members of an object, too. */
function itemOf(items: DataShape, { mode }: MapState): DataShape {
  if (items.kind === 'unknown') return unknown;
  return joinAll(
    partsOf(items).map((part) => {
      if (part.kind === 'array') return part.item;
      return part.kind === 'object' && mode !== 'INLINE' ? unknown : never;
    }),
  );
}

/** With `$$.Map.Item`, which only the fields that make an item ready can read. */
function contextOf(state: MapState, item: DataShape): DataShape {
  const context = contextShapeOf(state);
  return context.kind === 'object' ? withMember(context, 'Map', sure(mapContextOf(item))) : unknown;
}
