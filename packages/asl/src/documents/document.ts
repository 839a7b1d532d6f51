import type { LocatedComment, ParsedText, Range } from '../text/located';
import type { LineIndex } from '../text/line-index';
import type { StateMachine } from '../syntax';

/** A file with the state machines found in it: the root of the tree that the linter walks. */
export interface AslDocument {
  readonly type: 'AslDocument';
  readonly filename: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly range: Range;
  readonly machines: readonly StateMachine[];
  /** Why the file, or a definition inside it, could not be read; duplicate keys are kept apart. */
  readonly problems: ParsedText['problems'];
  readonly duplicateKeys: ParsedText['duplicateKeys'];
  readonly comments: readonly LocatedComment[];
}
