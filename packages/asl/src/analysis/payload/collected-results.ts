import type { Expression, MapState } from '../../syntax';
import { dataFlowOf } from '../shapes/data-flow';
import { knownValueOf } from '../shapes/known-value';

/**
 * Whether a distributed Map hands on the results of all the items that it reads from S3, however many these are. Few items,
 * and results that are written out, are small enough together; so are the results of which only a part is handed on.
 */
export function collectsAllResults(map: MapState): boolean {
  if (!map.isDistributed || !map.itemReader || map.has('ResultWriter') || map.hasUnknownFields) return false;
  return !isLimited(map) && keepsResults(map) && !isWrittenOut(map);
}

/** Who sets a number of items in the data has thought of it. */
function isLimited({ itemReader }: MapState): boolean {
  const config = itemReader?.readerConfig;
  if (itemReader?.has('ReaderConfig') && !config) return true;
  if (config?.hasUnknownFields || config?.has('MaxItemsPath')) return true;
  const most = config?.field('MaxItems');
  return most !== undefined && !(typeof most.json === 'number' && (most.json === 0 || most.json > few));
}

/** With 256 bytes for each result, that many have room. */
const few = 1000;

function keepsResults(map: MapState): boolean {
  if (map.queryLanguage === 'JSONata') {
    const made = [map.field('Output'), map.field('Assign')].flatMap((field) => field?.expressions ?? []);
    return !map.has('Output') || made.some(isWholeResult);
  }
  if (map.has('OutputPath') || map.field('ResultPath')?.value.kind === 'null') return false;
  const selector = map.field('ResultSelector');
  return !selector || selector.expressions.some(({ text = '' }) => allElements.test(text));
}

/** `$`, `$[*].id`, `$..id` */
const allElements = /^\$(?:$|\[\*\]|\[:\]|\.\.)/;

/** As the value of the expression or of a member in it, and not as what a function is given. */
const isWholeResult = ({ text = '' }: Expression): boolean =>
  /(?:^\{%|[:,[])\s*\$states\.result\s*(?:%\}$|[,}\]])/.test(text);

/** What is the same for each item has been made small on purpose. */
const isWrittenOut = ({ parent, itemProcessor }: MapState): boolean =>
  itemProcessor !== undefined && knownValueOf(dataFlowOf(parent.machine).outputOf(itemProcessor)) !== undefined;
