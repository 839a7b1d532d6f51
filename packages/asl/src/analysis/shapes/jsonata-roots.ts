import type { DataShape } from './data-shape';

/** What `$states` holds in a field. */
export interface JsonataRoots {
  readonly input: DataShape;
  readonly result?: DataShape;
  readonly errorOutput?: DataShape;
  readonly context?: DataShape;
}

/** What a path begins with: a member of `$states`, or a variable. Undefined where nothing is known of it. */
export function rootOf(
  variable: string,
  member: string | undefined,
  roots: JsonataRoots,
  variables: ReadonlyMap<string, DataShape>,
): DataShape | undefined {
  if (variable !== 'states') return variables.get(variable);
  switch (member) {
    case 'input':
    case 'result':
    case 'errorOutput':
    case 'context':
      return roots[member];
    default:
      return undefined;
  }
}
