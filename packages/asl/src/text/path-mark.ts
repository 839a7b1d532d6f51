/** What a name ends with in JSONPath whose value is a path or an intrinsic call. */
const pathMark = '.$';

/** The name of a member as the call or the state gets it. */
export const withoutPathMark = (name: string): string =>
  name.endsWith(pathMark) ? name.slice(0, -pathMark.length) : name;
