import { isJsonata } from '../../expressions/jsonata/delimiters';
import { nearest } from '../../expressions/nearest';
import { isUnknown, type Located, type LocatedObject, type LocatedString, type Range } from '../../text/located';
import { constantAt, itemsAt, memberAt } from '../idempotency/parameters';
import { dynamodbReservedWords } from './dynamodb-reserved-words';
import { withoutPathMark } from '../../text/path-mark';

/** What DynamoDB says of the names in its expressions, which it refuses with a ValidationException. */
export interface ExpressionFault {
  readonly member: string;
  /** `uses "#state", which "ExpressionAttributeNames" does not define` */
  readonly problem: string;
  readonly remedy: string;
  readonly range: Range;
}

const expressionMembers = [
  'UpdateExpression',
  'ConditionExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
];

const kinds = [
  { member: 'ExpressionAttributeNames', mark: '#' },
  { member: 'ExpressionAttributeValues', mark: ':' },
];

/**
 * The `#names` and `:values` in the expressions of a call of DynamoDB, held against what defines them: each one that is
 * used must be defined, and each one that is defined must be used; and names that cannot stand there without a `#`. What is not written out is not looked at. Each item of
 * a transaction and each table of a batch has its own.
 */
export function* expressionFaults(parameters: LocatedObject): Generator<ExpressionFault> {
  yield* faultsIn(parameters);
  for (const { value, place } of partsOf(parameters)) {
    for (const fault of faultsIn(value)) yield { ...fault, member: `${place}.${fault.member}` };
  }
}

interface Part {
  readonly value: LocatedObject;
  /** `TransactItems[0].Update` */
  readonly place: string;
}

function partsOf(parameters: LocatedObject): readonly Part[] {
  const items = itemsAt(parameters, 'TransactItems') ?? [];
  const tables = constantAt(parameters, 'RequestItems');
  return [
    ...items.flatMap((item, index) => objectsIn(item, `TransactItems[${index}]`)),
    ...(tables ? objectsIn(tables, 'RequestItems') : []),
  ];
}

const objectsIn = (holder: Located, place: string): readonly Part[] =>
  holder.kind !== 'object'
    ? []
    : holder.entries.flatMap(({ key, value }) =>
        value.kind === 'object' ? [{ value, place: `${place}.${key.value}` }] : [],
      );

function* faultsIn(parameters: LocatedObject): Generator<ExpressionFault> {
  const given = expressionMembers.map((name) => ({ name, member: memberAt(parameters, name) }));
  const written: { readonly name: string; readonly text: LocatedString }[] = [];
  for (const { name } of given) {
    const value = constantAt(parameters, name);
    if (value?.kind === 'string') written.push({ name, text: value });
  }
  for (const { name, text } of written) yield* reservedNamesIn(name, text);
  const allWritten = given.every(({ member }) => member.is === 'absent' || isWritten(member));
  for (const { member, mark } of kinds) {
    const unmarked = unmarkedIn(parameters, member);
    if (unmarked) {
      const problem = `defines "${unmarked.name}", and its names begin with "${mark}"`;
      yield { member, problem, remedy: `write "${mark}${unmarked.name}"`, range: unmarked.range };
      continue;
    }
    const defined = definedBy(parameters, member, mark);
    if (!defined) continue;
    const used = written.flatMap(({ name, text }) => usesOf(mark, name, text));
    const unused = [...defined].filter(([name]) => !used.some((use) => use.attribute === name));
    const missing = used.filter(({ attribute }) => !defined.has(attribute));
    for (const { attribute, name, range } of missing) {
      const meant =
        nearest(
          attribute,
          unused.map(([other]) => other),
        ) ?? (unused.length === 1 ? unused[0]![0] : undefined);
      yield {
        member: name,
        problem: `uses "${attribute}", which "${member}" does not define`,
        remedy: meant === undefined ? 'define it there' : `define it there in place of "${meant}", or use that`,
        range,
      };
    }
    // What is missing was probably defined by another name.
    if (missing.length || !allWritten) continue;
    for (const [name, range] of unused) {
      yield { member, problem: `defines "${name}", which no expression uses`, remedy: 'remove it', range };
    }
  }
}

/** Names without a "#", but functions, keywords and `:values`. */
const barePattern = /(?<![\w#:])(?!(?:SET|REMOVE|ADD|DELETE|AND|OR|NOT|BETWEEN|IN)\b)[A-Za-z_]\w*(?!\w*\s*\(|\w)/gi;

function* reservedNamesIn(member: string, text: LocatedString): Generator<ExpressionFault> {
  for (const { 0: name, index } of text.value.matchAll(barePattern)) {
    if (!dynamodbReservedWords.has(name.toLowerCase())) continue;
    yield {
      member,
      problem: `uses "${name}", which is a reserved word of DynamoDB`,
      remedy: `write "#${name}", and define that in "ExpressionAttributeNames"`,
      range: [text.at(index), text.at(index + name.length)],
    };
  }
}

const isWritten = (member: ReturnType<typeof memberAt>): boolean =>
  member.is === 'present' && !member.isPath && member.value.kind === 'string' && isLiteral(member.value);

const isLiteral = (value: Located): boolean =>
  !isUnknown(value) && !(value.kind === 'string' && isJsonata(value.value));

interface Use {
  readonly attribute: string;
  /** The expression that uses it. */
  readonly name: string;
  readonly range: Range;
}

function usesOf(mark: string, name: string, text: LocatedString): Use[] {
  return [...text.value.matchAll(new RegExp(`${mark}[A-Za-z0-9_]+`, 'g'))].map(({ 0: attribute, index }) => ({
    attribute,
    name,
    range: [text.at(index), text.at(index + attribute.length)],
  }));
}

/** DynamoDB: "ExpressionAttributeValues contains invalid key: Syntax error; key: "id"". */
function unmarkedIn(parameters: LocatedObject, member: string) {
  const found = memberAt(parameters, member);
  if (found.is !== 'present' || found.isPath || found.value.kind !== 'object') return undefined;
  const key = found.value.entries.map((entry) => entry.key).find((one) => !isUnknown(one) && /^\w/.test(one.value));
  return key && { name: withoutPathMark(key.value), range: key.range };
}

/** The names that are defined, where all of them are known and written as DynamoDB reads them. */
function definedBy(parameters: LocatedObject, member: string, mark: string): ReadonlyMap<string, Range> | undefined {
  const found = memberAt(parameters, member);
  if (found.is === 'absent') return new Map();
  if (found.is !== 'present' || found.isPath || found.value.kind !== 'object') return undefined;
  const names = new Map<string, Range>();
  for (const { key } of found.value.entries) {
    const name = withoutPathMark(key.value);
    if (isUnknown(key) || !name.startsWith(mark) || !/^\w+$/.test(name.slice(1))) return undefined;
    names.set(name, key.range);
  }
  return names;
}
