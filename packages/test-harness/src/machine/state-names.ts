/**
 * The names of the states of a definition whose type is known, those of inner scopes included: of an imported
 * `.asl.json` with `resolveJsonModule`, of an object literal. Of any other definition, every string.
 */
export type StateNames<Definition> = Definition extends { readonly States: infer States } ? NamesIn<States> : string;

type NamesIn<States> = string extends keyof States
  ? string
  : { [Name in keyof States & string]: Name | NamesInside<States[Name]> }[keyof States & string];

type NamesInside<State> =
  | (State extends { readonly Branches: readonly (infer Branch)[] } ? NamesOfScope<Branch> : never)
  | (State extends { readonly ItemProcessor: infer Processor } ? NamesOfScope<Processor> : never)
  | (State extends { readonly Iterator: infer Processor } ? NamesOfScope<Processor> : never);

type NamesOfScope<Scope> = Scope extends { readonly States: infer States } ? NamesIn<States> : never;
