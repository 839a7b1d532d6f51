/**
 * What an UpdateExpression of DynamoDB adds to what is there, quoted for messages: `ADD visits :one`. Undefined when the
 * item ends up the same however often the update runs. `isSet` tells of a value (`:v`) that it is a set: adding to a set
 * what it has already changes nothing.
 */
export function accumulates(expression: string, isSet: (value: string) => boolean): string | undefined {
  for (const { keyword, actions } of clausesOf(expression)) {
    for (const action of actions) {
      const adds =
        keyword === 'ADD' ? !isSet(action.split(/\s+/).at(-1)!) : keyword === 'SET' && buildsOnItself(action);
      if (adds) return `${keyword} ${action}`;
    }
  }
  return undefined;
}

/** What an action of an UpdateExpression does to an attribute. */
export interface AttributeWrite {
  /** As written: `#n`, `total.net`. */
  readonly path: string;
  readonly keyword: string;
  /** The `:value` that it adds to the number that is there, or takes from it. */
  readonly step: string | undefined;
}

export const writesOf = (expression: string): readonly AttributeWrite[] =>
  clausesOf(expression).flatMap(({ keyword, actions }) =>
    actions.map((action) => ({
      path: /^[\w.#[\]]+/.exec(action)?.[0] ?? '',
      keyword,
      step: keyword === 'ADD' ? action.split(/\s+/).at(-1) : stepOf(action),
    })),
  );

const stepOf = (assignment: string): string | undefined =>
  buildsOnItself(assignment) ? /[+-]\s*(:\w+)\s*$/.exec(assignment)?.[1] : undefined;

interface Clause {
  readonly keyword: string;
  readonly actions: readonly string[];
}

/** `SET a = :a, b = :b REMOVE c` */
function clausesOf(expression: string): readonly Clause[] {
  const keywords = [...expression.matchAll(/(?<![^\s])(SET|REMOVE|ADD|DELETE)(?=\s)/gi)];
  return keywords.map((keyword, index) => ({
    keyword: keyword[0].toUpperCase(),
    actions: splitAtCommas(expression.slice(keyword.index + keyword[0].length, keywords[index + 1]?.index)),
  }));
}

/** Commas inside a call (`list_append(a, :v)`) do not count. */
export function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()].filter(Boolean);
}

/** `n = n + :x` and `l = list_append(l, :v)`, but neither `n = m + :x` nor `n = if_not_exists(n, :x)`. */
export function buildsOnItself(assignment: string): boolean {
  const equals = assignment.indexOf('=');
  if (equals < 0) return false;
  const path = assignment.slice(0, equals).trim();
  const value = assignment.slice(equals + 1);
  // A "-" is an operator: names that have one stand behind a "#" of ExpressionAttributeNames.
  const operands = new Set(value.match(/[\w.:#[\]]+/g));
  return operands.has(path) && /[+-]|list_append/i.test(value);
}
