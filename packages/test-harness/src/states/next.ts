import type { AslNode } from '@stepproof/asl';

/** The state after this one; undefined where End says that there is none. */
export function nextOf(node: AslNode): string | undefined {
  const next = node.field('Next')?.json;
  return typeof next === 'string' ? next : undefined;
}
