import type { AslDocument, StateMachine } from '@stepproof/asl';

/** The place of a definition: a file, and which of the machines in it. */
export interface MachineSource {
  readonly document: AslDocument;
  /** The position among the machines of the document. */
  readonly index: number;
}

/** A definition that was read from a file. The node is the document's, unless a test has changed what it has imported. */
export class SourcedDefinition {
  readonly node: StateMachine;
  readonly source: MachineSource;

  constructor(node: StateMachine, source: MachineSource) {
    this.node = node;
    this.source = source;
  }
}
