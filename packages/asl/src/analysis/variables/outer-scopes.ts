import { MapState, Scope } from '../../syntax';

/**
 * The scopes around whose variables can be seen here. The child workflows of a distributed Map see none, so their names
 * may be the same (developer guide; whether AWS refuses them nevertheless is unverified).
 */
export function outerScopes(scope: Scope): Scope[] {
  const { parent } = scope;
  if (!parent || (parent instanceof MapState && parent.mode !== 'INLINE')) return [];
  const outer = parent.enclosing(Scope)!;
  return [outer, ...outerScopes(outer)];
}
