/** The members of the contract of a machine, of a Task, and of a file with several, with what they are. */
export const machineSchemas = {
  input: 'What the machine is started with.',
  output: 'What the machine gives when it succeeds.',
} as const;

export const taskSchemas = {
  parameters: 'What the integration is called with: Parameters or Arguments, evaluated.',
  result: 'What the integration gives back, before ResultSelector: of lambda:invoke with its Payload.',
} as const;

export const taskMembers = ['errors'] as const;

/** What a document may have beside what it is about: what its schemas refer to, and notes. */
export const documentMembers = ['$schema', '$comment', '$defs', 'definitions'] as const;

export const machineMembers = ['tasks', ...documentMembers] as const;
