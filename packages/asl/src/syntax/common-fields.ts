import type { FieldTable } from './field-spec';

/** Fields of every state. */
export const anyState = {
  Type: {
    is: 'enum',
    values: ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map'],
    required: true,
  },
  Comment: { is: 'string' },
  QueryLanguage: { is: 'enum', values: ['JSONPath', 'JSONata'] },
} as const satisfies FieldTable;

/** Fields of the states that go on to another one. */
export const transition = {
  Next: { is: 'state-name' },
  End: { is: 'boolean' },
} as const satisfies FieldTable;

/** Exactly one of Next and End: what AWS demands of every state but Choice, Succeed and Fail. */
export const nextOrEnd = { fields: ['Next', 'End'], required: true } as const;

/** What the state reads and hands on: all states but Fail. */
export const inputOutput = {
  InputPath: { is: 'path', language: 'JSONPath', nullable: true },
  OutputPath: { is: 'path', language: 'JSONPath', nullable: true },
  Output: { is: 'jsonata-template', language: 'JSONata' },
} as const satisfies FieldTable;

export const assignment = {
  Assign: { is: 'assignments' },
} as const satisfies FieldTable;

/** What becomes of the result of a Task, Parallel or Map. */
export const result = {
  ResultSelector: { is: 'payload-template', language: 'JSONPath' },
  ResultPath: { is: 'reference-path', language: 'JSONPath', nullable: true, context: false, variable: false },
} as const satisfies FieldTable;
