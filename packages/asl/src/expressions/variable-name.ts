/** UAX #31: one ID_Start, then ID_Continue. Sticky, for reading a name out of a longer text. */
export const variableNamePattern = /\p{ID_Start}\p{ID_Continue}*/uy;

const wholeName = new RegExp(`^(?:${variableNamePattern.source})$`, 'u');
const maximumLength = 80;

/** What keeps `name`, a key of an Assign, from naming a variable; undefined if nothing does. */
export function variableNameProblem(name: string): string | undefined {
  if (name === '') return 'The variable name is empty; write a name that starts with a letter';
  if (name === 'states') return '"states" is reserved for "$states"; choose another variable name';
  if (!wholeName.test(name)) {
    return `"${name}" is not a variable name; use letters, digits and "_", beginning with a letter`;
  }
  const length = Array.from(name).length;
  if (length > maximumLength) {
    return `The variable name "${name}" is ${length} characters long; use at most ${maximumLength}`;
  }
  return undefined;
}
