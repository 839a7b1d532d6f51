import {
  evaluateIntrinsic,
  toJson,
  type Expression,
  type Field,
  type Json,
  type JsonPath,
  type Located,
  type ReferencePath,
} from '@stepproof/asl';
import { runtimeFailure, StateFailure, type UnplacedFailure } from '../recovery/state-failure';
import { compilePath } from './path-field';
import type { FieldRoots } from './roots';

/** Makes a value out of what the paths and calls of a template find. */
export type Template = (roots: FieldRoots) => Json;

/** A payload template: members whose names end in `.$` are paths or intrinsic calls, everything else is literal. */
export function compilePayloadTemplate(field: Field): Template {
  const expressions = new Map(field.expressions.map((expression) => [expression.value, expression]));
  return compileValue(field.value, expressions) ?? constant(toJson(field.value));
}

const constant = (value: Json): Template => () => value;

/** Undefined for a part without expressions: it is literal, and made only once. */
function compileValue(value: Located, expressions: ReadonlyMap<Located, Expression>): Template | undefined {
  if (value.kind === 'array') {
    const items = value.items.map((item) => compileValue(item, expressions));
    if (!items.some(Boolean)) return undefined;
    const templates = items.map((template, index) => template ?? constant(toJson(value.items[index]!)));
    return (roots) => templates.map((template) => template(roots));
  }
  if (value.kind !== 'object') return undefined;
  let isLiteral = true;
  const members = value.entries.map(({ key, value: member }): readonly [string, Template] => {
    const expression = expressions.get(member);
    const template = expression ? compileExpression(expression) : compileValue(member, expressions);
    if (template) isLiteral = false;
    return [expression ? key.value.slice(0, -2) : key.value, template ?? constant(toJson(member))];
  });
  if (isLiteral) return undefined;
  // fromEntries defines members where an assignment to `__proto__` would set the prototype
  return (roots) => Object.fromEntries(members.map(([name, template]) => [name, template(roots)]));
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
  const path = parsed.language === 'path' || parsed.language === 'reference-path' ? parsed.result.value! : undefined;
  // The validity checks have refused everything that is neither.
  if (!path) return constant(null);
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
