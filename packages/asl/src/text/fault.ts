/** A mistake at offsets of the text that is being parsed, which is not yet a place in the file. */
export interface Fault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}
