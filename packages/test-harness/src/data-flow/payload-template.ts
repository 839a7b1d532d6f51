import { evaluateIntrinsic, type Expression, type Field, type JsonPath, type ReferencePath } from '@stepproof/asl';
import { runtimeFailure, StateFailure, type UnplacedFailure } from '../recovery/state-failure';
import { compilePath } from './path-field';
import type { FieldRoots } from './roots';
import { compileTemplate, type Maker } from './template';

/** Makes a value out of what the paths and calls of a template find. */
export type Template = Maker<[FieldRoots]>;

/** A payload template: members whose names end in `.$` are paths or intrinsic calls, everything else is literal. */
export function compilePayloadTemplate(field: Field): Template {
  const makers = new Map(field.expressions.map((expression) => [expression.value, compileExpression(expression)]));
  return compileTemplate(field.value, makers, (name, isExpression) => (isExpression ? name.slice(0, -2) : name));
}

/** A path or an intrinsic call; AWS names the field, the path and the whole input when there is nothing (recorded). */
export function compileExpression({ parsed, key }: Expression): Template {
  if (parsed.language === 'intrinsic' && parsed.result.value) {
    const call = parsed.result.value;
    return (roots) => {
      const result = evaluateIntrinsic(call, roots, roots.visit.environment);
      if (result.ok) return result.value;
      if (result.missingPath) throw notFound(result.missingPath, key, roots);
      if (result.error === 'States.Runtime') throw runtimeFailure(result.cause);
      throw new StateFailure(result.error, result.cause);
    };
  }
  const path = parsed.language === 'path' || parsed.language === 'reference-path' ? parsed.result.value : undefined;
  // The validity checks have refused everything that is neither.
  if (!path) return () => null;
  const read = compilePath(path);
  return (roots) => {
    const result = read(roots);
    if (result.found) return result.value;
    throw notFound(path, key, roots);
  };
}

function notFound({ text, root }: JsonPath | ReferencePath, key: string, roots: FieldRoots): UnplacedFailure {
  const input = JSON.stringify(root.kind === 'context' ? roots.context : roots.input);
  return runtimeFailure(
    `The JSONPath '${text}' specified for the field '${key}' could not be found in the input '${input}'`,
  );
}
