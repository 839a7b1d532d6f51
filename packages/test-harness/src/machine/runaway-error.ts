/** Something goes on without end. AWS would let it go on for as long as its type may take. */
export class RunawayError extends Error {
  override readonly name = 'RunawayError';

  constructor(message: string) {
    super(`${message}, or raise "runawayLimit"`);
  }
}
