/**
 * The member that says in which file a definition stands that was imported as an object. A transformer for test runners
 * writes it; it is no field of the language.
 */
export const sourceMember = '$source';
