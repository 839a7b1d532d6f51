import type { Json } from '../../text/located';
import type { ReferencePath } from '../reference-path/reference-path';
import type { JsonPath, PathRoot } from './ast';
import { Evaluation, PathRefusal } from './evaluation';
import { isDefinite } from './is-definite';
import { renderSegments } from './render';
import type { PathRoots } from './roots';
import { select } from './select';

/**
 * `reason` is Jayway's message, which AWS quotes behind `Invalid path '$.a.b' : ` (recorded):
 * `No results for path: $['a']['b']`, or `Missing property in path $['a']` if a member on the way is not there.
 */
export type PathResult =
  { readonly found: true; readonly value: Json } | { readonly found: false; readonly reason: string };

/**
 * Evaluates a path as Jayway does. A definite path gives the value it points at, or none. An indefinite one gives the
 * array of its matches, `[]` if there are none; Step Functions does so even where a parent is missing (recorded:
 * `$.item.items[1:5]` on `{}`), where Jayway alone would fail.
 */
export function evaluatePath(path: JsonPath | ReferencePath, roots: PathRoots): PathResult {
  const start = valueOfRoot(path.root, roots);
  if (start === undefined) return { found: false, reason: `No value is assigned to the variable of ${path.text}` };
  const evaluation = new Evaluation(roots, start);
  try {
    const selected = select(path.segments, start, evaluation);
    if (!isDefinite(path)) return { found: true, value: 'values' in selected ? selected.values : [] };
    if (!('values' in selected)) return { found: false, reason: selected.absent };
    const value = selected.values.at(-1);
    if (value !== undefined) return { found: true, value };
    return { found: false, reason: `No results for path: $${renderSegments(path.segments)}` };
  } catch (refusal) {
    if (refusal instanceof PathRefusal) return { found: false, reason: refusal.message };
    throw refusal;
  }
}

function valueOfRoot(root: PathRoot, roots: PathRoots): Json | undefined {
  switch (root.kind) {
    case 'input':
    case 'current':
      return roots.input;
    case 'context':
      return roots.context;
    case 'variable':
      return roots.variable(root.name);
  }
}
