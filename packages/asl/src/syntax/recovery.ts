import { isUnknown, type LocatedString } from '../text/located';
import type { FieldTable } from './field-spec';
import { maxSeconds } from './field-spec';
import { AslNode, defineNode } from './node';

const retrierFields = {
  ErrorEquals: { is: 'strings', required: true, nonEmpty: true },
  // The developer guide asks for a positive integer, but AWS accepts 0 (measured, badmintoncryer/cdk-preflight 2026-09-05).
  IntervalSeconds: { is: 'integer', min: 0, max: maxSeconds },
  MaxAttempts: { is: 'integer', min: 0, max: maxSeconds },
  BackoffRate: { is: 'number', min: 1 },
  MaxDelaySeconds: { is: 'integer', min: 1, max: 31_622_400 },
  JitterStrategy: { is: 'enum', values: ['NONE', 'FULL'] },
  Comment: { is: 'string' },
} as const satisfies FieldTable;

/** An element of Retry. */
export class Retrier extends defineNode('Retrier', retrierFields, [], AslNode) {
  get errorEquals(): readonly string[] {
    return this.errorNames.map(({ value }) => value);
  }

  /** The names in ErrorEquals with their places. */
  get errorNames(): readonly LocatedString[] {
    return errorNamesOf(this);
  }

  /** The same where all are written out; undefined where some are only known after deployment, or are no texts. */
  get knownErrorNames(): readonly LocatedString[] | undefined {
    return knownErrorNamesOf(this);
  }
}

const catcherFields = {
  ErrorEquals: { is: 'strings', required: true, nonEmpty: true },
  Next: { is: 'state-name', required: true },
  ResultPath: { is: 'reference-path', language: 'JSONPath', nullable: true, context: false, variable: false },
  Output: { is: 'jsonata-template', language: 'JSONata' },
  Assign: { is: 'assignments' },
  Comment: { is: 'string' },
} as const satisfies FieldTable;

/** An element of Catch. */
export class Catcher extends defineNode('Catcher', catcherFields, [], AslNode) {
  get errorEquals(): readonly string[] {
    return this.errorNames.map(({ value }) => value);
  }

  /** The names in ErrorEquals with their places. */
  get errorNames(): readonly LocatedString[] {
    return errorNamesOf(this);
  }

  /** The same where all are written out; undefined where some are only known after deployment, or are no texts. */
  get knownErrorNames(): readonly LocatedString[] | undefined {
    return knownErrorNamesOf(this);
  }
}

function errorNamesOf(node: Retrier | Catcher): readonly LocatedString[] {
  const value = node.field('ErrorEquals')?.value;
  return value?.kind === 'array' ? value.items.filter((item) => item.kind === 'string') : [];
}

function knownErrorNamesOf(node: Retrier | Catcher): readonly LocatedString[] | undefined {
  const value = node.field('ErrorEquals')?.value;
  const names = errorNamesOf(node);
  const isWhole = value?.kind === 'array' && value.items.length === names.length;
  return isWhole && !names.some(isUnknown) ? names : undefined;
}

/** Fields of the states that can fail and recover: Task, Parallel, Map. */
export const recovery = {
  Retry: { is: 'nodes', node: () => Retrier },
  Catch: { is: 'nodes', node: () => Catcher },
} as const satisfies FieldTable;
