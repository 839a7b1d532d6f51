import type { Located } from '../../text/located';
import { named, sameState, token } from './fact';
import { judge, onlyReads, repeated, settles, stabilityOfMember, undecided, type Judge, type Verdict } from './judge';
import { memberAt, textAt } from './parameters';
import { stabilityOf } from './stability';
import { accumulates } from './update-expression';
import { writtenKeysOf } from './written-keys';

/** A write whose key is another one each time leaves one item or object more each time. */
function writesElsewhere(name: string, parameters: Located | undefined): Verdict | undefined {
  for (const { path, value, isPath } of writtenKeysOf(parameters)) {
    const stability = stabilityOf(value, isPath);
    if (typeof stability !== 'object') continue;
    if (memberAt(parameters, 'ConditionExpression').is !== 'absent') {
      return undecided('C', name, 'it depends on the ConditionExpression');
    }
    const because = `${name} gets another "${path}" at each attempt, from ${stability.changesBy}: every repetition writes one more`;
    const remedies = [`set "${path}" to a value made from the input or from the Id of the execution`];
    return { class: 'N', repeatable: false, because, remedies };
  }
  return undefined;
}

const write: Judge = (fact, name, parameters) => writesElsewhere(name, parameters) ?? judge(fact, name, parameters);

/** SET and REMOVE settle an item; ADD, `n = n + :x` and list_append build on what is there, unless a condition stops them. */
const updateItem: Judge = (_fact, name, parameters) => {
  const otherItem = writesElsewhere(name, parameters);
  if (otherItem) return otherItem;
  const member = memberAt(parameters, 'UpdateExpression');
  const expression = textAt(parameters, 'UpdateExpression');
  if (member.is === 'absent') {
    // AttributeUpdates is what UpdateExpression replaced in 2014.
    return memberAt(parameters, 'AttributeUpdates').is === 'absent'
      ? settles(name)
      : undecided('C', name, '"AttributeUpdates" may add to what is there; use "UpdateExpression"');
  }
  if (expression === undefined) return undecided('C', name, 'it depends on the UpdateExpression');
  const isOf = (value: string, types: readonly string[]): boolean =>
    types.some((type) => memberAt(parameters, `ExpressionAttributeValues.${value}.${type}`).is === 'present');
  if (!accumulates(expression, (value) => isOf(value, ['SS', 'NS', 'BS']))) return settles(name);
  const accumulation = accumulates(expression, (value) => !isOf(value, ['N']));
  if (!accumulation) return undecided('C', name, 'it depends on whether ADD is given a number or a set');
  if (memberAt(parameters, 'ConditionExpression').is !== 'absent') {
    return undecided('C', name, 'it depends on whether the ConditionExpression refuses the second update');
  }
  return repeated(name, `does "${accumulation}" once more`, [
    'add a "ConditionExpression" that fails when the update was made, and catch its error',
    'write the new value with "SET attribute = :value" instead',
  ]);
};

/** Without a token a transaction may be repeated if each of its actions may. */
const transactWriteItems: Judge = (fact, name, parameters) => {
  const byToken = judge(fact, name, parameters);
  if (byToken.repeatable !== false || byToken.class !== 'T') return byToken;
  const verdicts = itemsAt(parameters, 'TransactItems')?.map((item) => {
    const update = memberAt(item, 'Update');
    if (update.is === 'present' && !update.isPath) return updateItem(fact, name, update.value);
    const isWritten = item.kind === 'object' && update.is === 'absent';
    return isWritten ? settles(name) : undecided('T', name, 'one of its items is not');
  });
  if (!verdicts) return undecided('T', name, 'its "TransactItems" are not');
  const worst = worstOf(verdicts) ?? settles(name);
  return worst.repeatable === false ? byToken : worst;
};

interface FifoMembers {
  /** The member that names the queue or topic. */
  readonly destination: string;
  /** The member with several messages; undefined for a call that sends one. */
  readonly entries?: string;
  readonly body: string;
}

/**
 * FIFO queues and topics take a message once in five minutes, by its MessageDeduplicationId or, if they are set so, by
 * its content. They demand a MessageGroupId, which standard queues allow, too (fair queues).
 */
const message =
  ({ destination, entries, body }: FifoMembers): Judge =>
  (fact, name, parameters) => {
    const standard = judge(fact, name, parameters);
    const where = memberAt(parameters, destination);
    const isFifo =
      where.is === 'present' && !where.isPath && where.value.kind === 'string' && where.value.value.endsWith('.fifo');
    const verdictOn = (sent: Located | undefined): Verdict => {
      const deduplication = memberAt(sent, 'MessageDeduplicationId');
      const group = memberAt(sent, 'MessageGroupId');
      const byId = token('MessageDeduplicationId', 'sends the message again', { length: [1, 128] });
      if (deduplication.is === 'present') return judge(byId, name, sent);
      if (deduplication.is === 'unknown' || group.is === 'unknown') {
        return undecided('N', name, 'its parameters are not');
      }
      if (isFifo) {
        const content = stabilityOfMember(memberAt(sent, body));
        if (typeof content !== 'object') return undecided('T', name, 'it depends on content-based deduplication');
        return judge(byId, name, sent);
      }
      return group.is === 'present' ? undecided('N', name, `it depends on "${destination}" being FIFO`) : standard;
    };
    if (!entries) return verdictOn(parameters);
    const sent = itemsAt(parameters, entries);
    return sent ? (worstOf(sent.map(verdictOn)) ?? standard) : undecided('N', name, `its "${entries}" are not`);
  };

const idempotencyKey = /^(x-)?idempotency-?(key|token)$/i;

/** By HTTP's semantics (RFC 9110, 9.2.2) all methods but POST and PATCH may be repeated. */
const http: Judge = (_fact, name, parameters) =>
  byMethod(name, parameters, (method) => {
    const headers = memberAt(parameters, 'Headers');
    const key = keyIn(headers.is === 'present' && !headers.isPath ? headers.value : undefined);
    if (headers.is !== 'absent' && key === undefined) return undecided('N', name, 'its "Headers" are not');
    if (key) return judge(token(`Headers.${key}`, `sends the ${method} again`), name, parameters);
    return repeated(name, `sends the ${method} again`, [
      'add the header "Idempotency-Key" with a value made from the Id of the execution and the name of the state, if the API honours it',
    ]);
  });

/** The name of the header with the key, '' if there is none, undefined if that cannot be told. */
function keyIn(headers: Located | undefined): string | undefined {
  if (headers?.kind !== 'object') return undefined;
  const names = headers.entries.map(({ key }) => key.value.replace(/\.\$$/, ''));
  return names.find((one) => idempotencyKey.test(one)) ?? (names.some((one) => one.includes('${')) ? undefined : '');
}

/** The API of Kubernetes creates an object of one name once. */
const kubernetes: Judge = (_fact, name, parameters) =>
  byMethod(name, parameters, (method) => {
    if (method === 'PATCH') return undecided('C', name, 'it depends on the patch');
    const objectName = named('RequestBody.metadata.name', 'EKS.409');
    return memberAt(parameters, objectName.name!).is === 'absent'
      ? repeated(name, `sends the ${method} again`, ['give the object a name of its own in "metadata.name"'])
      : judge(objectName, name, parameters);
  });

function byMethod(name: string, parameters: Located | undefined, other: (method: string) => Verdict): Verdict {
  const method = textAt(parameters, 'Method');
  switch (method) {
    case undefined:
      return undecided('N', name, 'its "Method" is not');
    case 'GET':
    case 'HEAD':
    case 'OPTIONS':
      return onlyReads(name);
    case 'PUT':
    case 'DELETE':
      return judge(sameState, name, parameters);
    default:
      return other(method);
  }
}

/** The elements of a member that is written out as an array. */
function itemsAt(parameters: Located | undefined, path: string): readonly Located[] | undefined {
  const member = memberAt(parameters, path);
  return member.is === 'present' && !member.isPath && member.value.kind === 'array' ? member.value.items : undefined;
}

function worstOf(verdicts: readonly Verdict[]): Verdict | undefined {
  return (
    verdicts.find(({ repeatable }) => repeatable === false) ??
    verdicts.find(({ repeatable }) => repeatable === 'unknown') ??
    verdicts[0]
  );
}

/** The actions whose parameters have to be read one by one, by `service:action`. */
export const judges: ReadonlyMap<string, Judge> = new Map([
  ['apigateway:invoke', http],
  ['dynamodb:putItem', write],
  ['dynamodb:transactWriteItems', transactWriteItems],
  ['dynamodb:updateItem', updateItem],
  ['eks:call', kubernetes],
  ['http:invoke', http],
  ['s3:copyObject', write],
  ['s3:putObject', write],
  ['sns:publish', message({ destination: 'TopicArn', body: 'Message' })],
  ['sns:publishBatch', message({ destination: 'TopicArn', entries: 'PublishBatchRequestEntries', body: 'Message' })],
  ['sqs:sendMessage', message({ destination: 'QueueUrl', body: 'MessageBody' })],
  ['sqs:sendMessageBatch', message({ destination: 'QueueUrl', entries: 'Entries', body: 'MessageBody' })],
]);
