import type { Declaration } from './scope';

/**
 * What messages call a machine: `"Order"`, and of a template that the CDK has made `"OrderB1C2D3" (Shop/Order)`, because
 * nobody has written the logical id. Undefined for a machine that nothing declares.
 */
export function declaredNameOf({ name, constructPath }: Declaration): string | undefined {
  if (name === undefined) return undefined;
  return constructPath === undefined ? `"${name}"` : `"${name}" (${constructPath})`;
}
