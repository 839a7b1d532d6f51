import {
  evaluatePath,
  isDefinite,
  type Field,
  type Json,
  type JsonPath,
  type PathResult,
  type ReferencePath,
} from '@stepproof/asl';
import { runtimeFailure } from '../recovery/state-failure';
import type { Visit } from '../states/visit';
import { FieldRoots } from './roots';

/** Finds what a path points at. */
export type PathReader = (roots: FieldRoots) => PathResult;

/** Makes a path ready to read. Plain member access, by far the most of all paths, needs no interpretation. */
export function compilePath(path: JsonPath | ReferencePath): PathReader {
  const names: string[] = [];
  for (const segment of path.segments) if (segment.kind === 'name') names.push(segment.name);
  const isPlain = path.root.kind === 'input' && names.length === path.segments.length && isDefinite(path);
  if (!isPlain) return (roots) => evaluatePath(path, roots);
  return (roots) => {
    let value: Json = roots.input;
    for (const name of names) {
      // What is not there, and why, is told by the evaluator.
      if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, name)) {
        return evaluatePath(path, roots);
      }
      value = (value as Readonly<Record<string, Json>>)[name]!;
    }
    return { found: true, value };
  };
}

/** The path of a field that holds one; undefined for a field that is not there or is null. */
export function pathOf(field: Field | undefined): JsonPath | ReferencePath | undefined {
  const parsed = field?.expressions[0]?.parsed;
  return parsed?.language === 'path' || parsed?.language === 'reference-path' ? parsed.result.value : undefined;
}

/** InputPath or OutputPath: null stands for an empty object. */
export function compileWholePath(field: Field | undefined): ((visit: Visit, value: Json) => Json) | undefined {
  if (!field) return undefined;
  if (field.json === null) return () => ({});
  if (field.json === '$') return undefined;
  const read = compilePathField(field);
  return (visit, value) => read(new FieldRoots(visit, value));
}

/** A path that must lead somewhere: AWS's words when it does not are recorded. */
export function compilePathField(field: Field): (roots: FieldRoots) => Json {
  const path = pathOf(field)!;
  const read = compilePath(path);
  return (roots) => {
    const result = read(roots);
    if (result.found) return result.value;
    throw runtimeFailure(`Invalid path '${path.text}' : ${result.reason}`);
  };
}
