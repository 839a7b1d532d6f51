import type { LocatedComment, ParsedText, Range } from '../text/located';
import type { LineIndex } from '../text/line-index';
import type { MachineContract, StateMachine } from '../syntax';

/** A change of a text: what is put in the place of what stands at `range`. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** How definitions are written in a source that is no JSON or YAML. */
export interface HostSyntax {
  /** The edit of the file that edits the definition so. Undefined if the place cannot say it. */
  written(edit: TextEdit): TextEdit | undefined;
  /** Whether the member that stands at the offset has its name without quotes. */
  isNameAt(offset: number): boolean;
  /** The quotes that strings mostly have. */
  readonly quote: string;
}

/** What is agreed on about the machines of one document, wherever it comes from. */
export interface DocumentContracts {
  /** @param among all machines of the document */
  contractOf(machine: StateMachine, among: readonly StateMachine[]): MachineContract | undefined;
}

/** A file with the state machines found in it: the root of the tree that the linter walks. */
export interface AslDocument {
  readonly type: 'AslDocument';
  readonly filename: string;
  readonly text: string;
  /** Of a Terraform file also those of its siblings, behind its own: places there are for the sibling to tell of. */
  readonly lines: LineIndex;
  readonly range: Range;
  readonly machines: readonly StateMachine[];
  /** Why the file, or a definition inside it, could not be read; duplicate keys are kept apart. */
  readonly problems: ParsedText['problems'];
  readonly duplicateKeys: ParsedText['duplicateKeys'];
  readonly comments: readonly LocatedComment[];
  /** Of TypeScript and JavaScript; undefined where edits can be written as they are. */
  readonly host?: HostSyntax | undefined;
}
