import type { Range } from '../../text/located';

interface FaultBase {
  /** Where the fault is inside the parameters, `Overrides.ContainerOverrides[0]`; empty for their top level. */
  readonly inside: string;
  readonly range: Range;
}

/** The API has no member of that name. */
export interface NameFault extends FaultBase {
  readonly kind: 'name';
  /** As written, without `.$`. */
  readonly name: string;
  /** The name without `.$`, to be replaced. */
  readonly nameRange: Range;
  /** The member that was probably meant, which is not given itself. */
  readonly meant: string | undefined;
  /**
   * `case`: only capitals differ. `acronym`: it is the API's own name, which the SDK for Java writes otherwise
   * (DBInstances, DbInstances). `required`: the meant member must be there and is not. `none`: it may be newer than the
   * data.
   */
  readonly certainty: 'case' | 'acronym' | 'required' | 'none';
}

/** A member that each call must have, or of which it must have one, is not given. */
export interface MissingFault extends FaultBase {
  readonly kind: 'missing';
  readonly members: readonly string[];
  /** One of the members is enough. */
  readonly isChoice: boolean;
  /** Why it must be there, where that is not so for each call: `"QueueUrl" ends with ".fifo"`. */
  readonly because: string | undefined;
}

/** A literal value that the member cannot have. */
export interface ValueFault extends FaultBase {
  readonly kind: 'value';
  readonly member: string;
  /** `must be an array` */
  readonly problem: string;
  /** An instruction: `use "GET"`. */
  readonly remedy: string;
  /** The text that was meant, where that is certain. */
  readonly meant?: string;
}

export type ParameterFault = NameFault | MissingFault | ValueFault;
