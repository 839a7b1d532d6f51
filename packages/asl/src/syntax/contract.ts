import type { Json } from '../text/located';

/** A JSON Schema that needs no other document: all that it refers to is in its own `$defs`, and `$schema` names its draft. */
export type JsonSchema = boolean | Readonly<Record<string, Json>>;

/** What is agreed on about one Task. */
export interface TaskContract {
  /** What the integration is called with: Parameters or Arguments evaluated, else the effective input. */
  readonly parameters?: JsonSchema;
  /** What the integration gives back, before ResultSelector. */
  readonly result?: JsonSchema;
  /** The errors of its own that it raises. */
  readonly errors?: readonly string[];
}

/** What a machine may be given, and what it and its Tasks give: docs/contracts.md. */
export interface MachineContract {
  /** What messages call it: `"order.contracts.json"`, or `the contract` if it comes from no file. */
  readonly name: string;
  readonly input?: JsonSchema;
  readonly output?: JsonSchema;
  /** By the names of Tasks. */
  readonly tasks: ReadonlyMap<string, TaskContract>;
  /** What is wrong with it. A part with a problem is left out. */
  readonly problems: readonly ContractProblem[];
}

export interface ContractProblem {
  /** What is wrong, with its place in the document as a JSON pointer, and what to do about it. */
  readonly message: string;
  /** Undefined for a contract that comes from no file. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
}
