import { buildsOnItself, splitAtCommas } from './update-expression';
import { isNamedLikeKey } from './written-keys';

/**
 * What an UPDATE of DynamoDB's PartiQL adds to what is there, quoted for messages: `SET n = n + 1`. Undefined when the item
 * ends up the same however often it runs, and when its WHERE may be a condition that refuses the second run: the keys of
 * the table are not in the statement, so an attribute beside the first counts as one only if it is called like one.
 */
export function accumulatesInPartiql(statement: string): string | undefined {
  const outline = statement.replace(/'[^']*'/g, "''");
  const [, sets, where] = /^\s*UPDATE\s+\S+\s+(SET\s.*?)\sWHERE\s(.*)$/is.exec(outline) ?? [];
  if (sets === undefined || !comparesKeysOnly(where!)) return undefined;
  const assignments = sets.split(/(?:^|\s)(?:SET|REMOVE)\s/i).flatMap(splitAtCommas);
  const accumulation = assignments.find((assignment) => buildsOnItself(unquoted(assignment)));
  return accumulation && `SET ${accumulation}`;
}

const unquoted = (text: string): string => text.replaceAll('"', '');

function comparesKeysOnly(where: string): boolean {
  const terms = unquoted(where)
    .replace(/\sRETURNING\s.*$/is, '')
    .split(/\sAND\s/i);
  const names = terms.map((term) => /^\s*([\w.-]+)\s*=[^=<>]+$/.exec(term)?.[1]);
  return names.every((name, at) => name !== undefined && (at === 0 || isNamedLikeKey(name)));
}
