import type { JsonataNode } from './ast';

/** The name of what a node calls, `append` of `$append(...)`; undefined for what is no call, and for one of a computed function. */
export const calledVariable = (node: JsonataNode): string | undefined =>
  node.type === 'function' && node.procedure.type === 'variable' ? node.procedure.value : undefined;
