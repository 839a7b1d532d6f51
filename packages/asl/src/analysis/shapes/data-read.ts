import type { Span } from '../../expressions';
import type { Expression, State } from '../../syntax';
import type { PathReading } from './read-path';
import type { World } from './world';

/** One look at the data, in one of the worlds that a state may find. */
export interface DataRead {
  readonly state: State;
  readonly expression: Expression;
  /** Where the path stands in the text of the expression. */
  readonly span: Span;
  /** The path as written. */
  readonly path: string;
  /** `result`: what an expression in JSONata gives as a whole; `item`: what a name without a `$` is looked up in. */
  readonly root: 'input' | 'context' | 'variable' | 'item' | 'result';
  readonly reading: PathReading;
  /** Whether the state fails where there is nothing. */
  readonly mustFind: boolean;
  readonly world: World;
}

/** Whether what is read is the value of the expression, and nothing made of it. */
export const isWholeRead = ({ expression, root }: Pick<DataRead, 'expression' | 'root'>): boolean =>
  expression.kind === 'jsonata' ? root === 'result' : expression.parsed.language !== 'intrinsic';

/** Where a read stands: the same for its looks from all worlds. */
export const placeOfRead = ({ expression, span }: DataRead): string => `${expression.range[0]} ${span.start}`;
