import type { Node } from '@babel/types';
import type { Located } from '../../text/located';
import { blanked } from '../../text/placeholder';
import { rangeOf } from './parse-script';

const maxTokenLength = 80;

/** The placeholder for what a stretch of a source makes when it runs. */
export const tokenOf = (text: string): string => `\${${blanked(text.slice(0, maxTokenLength))}}`;

/** The value of an expression that is only known when the source runs. */
export function unknownValue(node: Node, source: string): Located {
  const range = rangeOf(node);
  return { kind: 'placeholder', text: tokenOf(source.slice(...range)), range };
}
