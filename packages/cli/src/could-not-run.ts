/** The command cannot do what it was asked to. The message is one line that names the thing and the remedy. */
export class CouldNotRun extends Error {
  override readonly name = 'CouldNotRun';
}
