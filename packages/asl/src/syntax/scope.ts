import type { MachineContract } from './contract';
import type { Range } from '../text/located';
import type { FieldTable, QueryLanguage } from './field-spec';
import { maxSeconds } from './field-spec';
import { AslNode, defineNode } from './node';
import type { State } from './states';

/** A StartAt with its States: the machine itself, a branch of a Parallel, the processor of a Map. */
export abstract class Scope extends AslNode {
  declare readonly states: readonly State[];
  #statesByName: ReadonlyMap<string, State> | undefined;

  /** The state machine that the scope belongs to; the machine for itself. */
  get machine(): StateMachine {
    return this.enclosing(StateMachine)!;
  }

  /** The state of that name in this scope, not in scopes inside; of duplicates the last, as JSON parsers have it. */
  state(name: string): State | undefined {
    this.#statesByName ??= new Map(this.states.map((state) => [state.name, state]));
    return this.#statesByName.get(name);
  }

  /** The state that StartAt names. */
  get start(): State | undefined {
    const name = this.field('StartAt')?.json;
    return typeof name === 'string' ? this.state(name) : undefined;
  }
}

/** States comes first because AWS names missing fields in this order (recorded). */
const scopeFields = {
  States: { is: 'states', required: true },
  StartAt: { is: 'state-name', required: true },
  Comment: { is: 'string' },
} as const satisfies FieldTable;

const machineFields = {
  ...scopeFields,
  Version: { is: 'enum', values: ['1.0'] },
  TimeoutSeconds: { is: 'integer', min: 0, max: maxSeconds },
  QueryLanguage: { is: 'enum', values: ['JSONPath', 'JSONata'] },
} as const satisfies FieldTable;

export type WorkflowType = 'STANDARD' | 'EXPRESS';

/** What the place where a definition is declared says of it: a template's resource, a Serverless entry. */
export interface Declaration {
  /** The logical id or the key of the machine in the file that declares it. */
  readonly name?: string;
  /** Where the machine stands in the program of the CDK that has made the template: `Shop/Order`. */
  readonly constructPath?: string | undefined;
  /** Undefined when nothing declares the type, or when it is only known after deployment. */
  readonly workflowType?: WorkflowType;
  /** Whether its executions are written to a log; undefined when that is not known. */
  readonly isLogged?: boolean | undefined;
  /** Whether only one state of the machine is known, and no execution is of this one. */
  readonly isPart?: boolean | undefined;
  /** Where the type is given, in the file of the definition. */
  readonly typeRange?: Range | undefined;
}

/** The whole definition. */
export class StateMachine extends defineNode('StateMachine', machineFields, [], Scope) {
  declaration: Declaration = {};
  /** What is agreed on about its input, its output and its Tasks, where anybody has written that down. */
  contract: MachineContract | undefined;

  protected override ownQueryLanguage(): QueryLanguage {
    return this.QueryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath';
  }
}

/** An element of a Parallel's Branches. */
export class Branch extends defineNode('Branch', scopeFields, [], Scope) {}

const processorConfigFields = {
  Mode: { is: 'enum', values: ['INLINE', 'DISTRIBUTED'] },
  ExecutionType: { is: 'enum', values: ['STANDARD', 'EXPRESS'] },
} as const satisfies FieldTable;

export class ProcessorConfig extends defineNode('ProcessorConfig', processorConfigFields, [], AslNode) {}

const itemProcessorFields = {
  ...scopeFields,
  ProcessorConfig: { is: 'node', node: () => ProcessorConfig },
} as const satisfies FieldTable;

/** The ItemProcessor of a Map, or its old name Iterator. */
export class ItemProcessor extends defineNode('ItemProcessor', itemProcessorFields, [], Scope) {
  declare readonly processorConfig: ProcessorConfig | undefined;
}
