/** An execution records events without end. AWS would let it go on for as long as its type may take. */
export class RunawayError extends Error {
  override readonly name = 'RunawayError';

  constructor(events: number, state: string | undefined) {
    const where = state === undefined ? '' : `, the last of them in the state "${state}"`;
    super(
      `The execution has recorded ${events} events${where}, and does not end; give its loop a way out, or raise "runawayLimit"`,
    );
  }
}
