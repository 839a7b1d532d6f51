import type { IndexSegment, JsonPath, NameSegment, PathRoot, PathSegment } from '../json-path/ast';
import { parseJsonPath } from '../json-path/parse';
import type { ExpressionProblem, ExpressionResult } from '../result';
import type { Span } from '../span';

/** A path that can only mean one place: names and single indexes. */
export interface ReferencePath extends Span {
  readonly kind: 'reference-path';
  /** The path as written. */
  readonly text: string;
  readonly root: Exclude<PathRoot, { kind: 'current' }>;
  readonly segments: readonly (NameSegment | IndexSegment)[];
}

/** Which roots besides `$` the field takes. */
export interface ReferencePathOptions {
  /** `$$`, the context object. */
  readonly context?: boolean;
  /** `$name`, a variable. */
  readonly variable?: boolean;
}

/**
 * Parses a Reference Path. The specification also forbids the characters `@ , : ?` in names unless they are escaped;
 * whether the service does is unverified, so they are let through.
 */
export function parseReferencePath(text: string, options: ReferencePathOptions = {}): ExpressionResult<ReferencePath> {
  const { value: path, problems } = parseJsonPath(text);
  if (path === undefined) return { problems };
  const found: ExpressionProblem[] = [];
  const rootMessage = rootProblem(path.root, options);
  if (rootMessage !== undefined) {
    found.push({ message: rootMessage, start: path.start, end: path.segments[0]?.start ?? path.end });
  }
  for (const segment of path.segments) {
    const message = segmentProblem(segment, path);
    if (message !== undefined) found.push({ message, start: segment.start, end: segment.end });
  }
  if (found.length > 0) return { problems: found };
  const { text: written, start, end } = path;
  // The loop above has refused every other root and segment.
  const root = path.root as ReferencePath['root'];
  const segments = path.segments as ReferencePath['segments'];
  return { value: { kind: 'reference-path', text: written, root, segments, start, end }, problems: [] };
}

function rootProblem(root: PathRoot, options: ReferencePathOptions): string | undefined {
  if (root.kind === 'context' && !options.context) {
    return '"$$" is not allowed in this reference path; use a path into the state input, beginning with "$."';
  }
  if (root.kind === 'variable' && !options.variable) {
    return `"$${root.name}" is not allowed in this reference path; use a path into the state input, beginning with "$."`;
  }
  return undefined;
}

function segmentProblem(segment: PathSegment, path: JsonPath): string | undefined {
  const written = path.text.slice(segment.start - path.start, segment.end - path.start);
  const notAllowed = `"${written}" is not allowed in a reference path`;
  switch (segment.kind) {
    case 'name':
      return undefined;
    case 'index':
      return segment.index < 0 ? `${notAllowed}; use an index of 0 or more` : undefined;
    case 'descendants':
      return `${notAllowed}; write the whole path with "." between the names`;
    case 'names':
    case 'indexes':
    case 'slice':
    case 'wildcard':
    case 'filter':
      return `${notAllowed}; name one member or one element such as "[0]"`;
    case 'function':
      return `${notAllowed}; compute the value in an earlier state and refer to it`;
  }
}
