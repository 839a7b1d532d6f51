/**
 * How deep objects and arrays may nest. AWS refuses a definition long before that, so whoever walks a tree that
 * `parseText` has given may recurse.
 */
export const maxDepth = 500;

/** How many values a text may hold once its YAML aliases are written out. Stops "billion laughs". */
export const maxValues = 1_000_000;

export const tooDeep = `Objects and arrays nest deeper than ${maxDepth} levels here; remove the needless levels`;
