import type { AslNode, MapState } from '../../../syntax';
import type { SymbolicValue } from '../symbolic-value';

/** How data goes through a state, in either query language: the counterpart of the interpreter's. */
export interface Flow {
  /** What the state works on. */
  effectiveInput(): SymbolicValue;
  /** What its work is given. */
  argumentsOf(effective: SymbolicValue): SymbolicValue;
  /** Goes on with what leaves the state after its work has given a result. */
  leaveWith(result: SymbolicValue): void;
  /** Goes on with what leaves a state without a result; `by` is the Choice rule that is taken. */
  passOn(effective: SymbolicValue, by?: AslNode): void;
  /** Goes on as the Catcher says. */
  leaveBy(catcher: AslNode, errorOutput: SymbolicValue): void;
  /** The number in a field, or where its `Path` form points; undefined if there is neither. */
  numberIn(name: string): { readonly value: SymbolicValue; readonly node: AslNode } | undefined;
  /** The items of a Map without an ItemReader. */
  itemsOf(node: MapState, effective: SymbolicValue): SymbolicValue;
  /** What an iteration of a Map begins with. */
  selected(node: MapState, effective: SymbolicValue, item: SymbolicValue, index: number): SymbolicValue;
}
