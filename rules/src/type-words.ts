/** `an array`, `a string`, `null`. */
export const withArticle = (type: string): string =>
  type === 'null' ? type : /^[ao]/.test(type) ? `an ${type}` : `a ${type}`;
