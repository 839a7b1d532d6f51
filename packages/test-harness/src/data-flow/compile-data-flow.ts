import type { AslNode } from '@stepproof/asl';
import type { DataFlow } from './data-flow';
import { JsonPathFlow } from './json-path-flow';
import { JsonataFlow } from './jsonata-flow';

export function compileDataFlow(node: AslNode): DataFlow {
  return node.queryLanguage === 'JSONata' ? new JsonataFlow(node) : new JsonPathFlow(node);
}
