import type { Located } from '../../text/located';
import { named, sameState, token } from './fact';
import {
  batchExecuteStatement,
  executeStatement,
  executeTransaction,
  statementIn,
  transactWriteItems,
  updateItem,
} from './dynamodb-judges';
import { holdsKey } from './consumer-key';
import { judge, onlyReads, repeated, stabilityOfMember, undecided, worstOf, type Judge, type Verdict } from './judge';
import { itemsAt, memberAt, textAt } from './parameters';
import { write } from './write-judge';
import { withoutPathMark } from '../../text/path-mark';

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
      return group.is === 'present'
        ? undecided('N', name, `it depends on "${destination}" being FIFO`)
        : judge(fact, name, sent);
    };
    if (!entries) return verdictOn(parameters);
    const sent = itemsAt(parameters, entries);
    return sent
      ? (worstOf(sent.map(verdictOn)) ?? judge(fact, name, parameters))
      : undecided('N', name, `its "${entries}" are not`);
  };

const idempotencyKey = /^(x-)?idempotency[-_]?(key|token)$/i;

/** By HTTP's semantics (RFC 9110, 9.2.2) all methods but POST and PATCH may be repeated. */
const http: Judge = (_fact, name, parameters) =>
  byMethod(name, parameters, (method) => {
    const headers = memberAt(parameters, 'Headers');
    const key = keyIn(headers.is === 'present' && !headers.isPath ? headers.value : undefined);
    if (key) return judge(token(`Headers.${key}`, `sends the ${method} again`), name, parameters);
    const body = memberAt(parameters, 'RequestBody');
    const inBody = body.is === 'present' && !body.isPath ? keyPathIn(body.value) : undefined;
    if (inBody !== undefined)
      return judge(token(`RequestBody.${inBody}`, `sends the ${method} again`), name, parameters);
    if (headers.is !== 'absent' && key === undefined) return undecided('N', name, 'its "Headers" are not');
    const query = memberAt(parameters, 'QueryParameters');
    if ([body, query].some((member) => member.is === 'present' && holdsKey(member.value, member.isPath)))
      return undecided('N', name, 'it depends on who receives it');
    return repeated(name, `sends the ${method} again`, [
      'add the header "Idempotency-Key" with a value made from the Id of the execution and the name of the state, if the API honours it',
    ]);
  });

/** The name of the header with the key, '' if there is none, undefined if that cannot be told. */
function keyIn(headers: Located | undefined): string | undefined {
  if (headers?.kind !== 'object') return undefined;
  const names = headers.entries.map(({ key }) => withoutPathMark(key.value));
  return names.find((one) => idempotencyKey.test(one)) ?? (names.some((one) => one.includes('${')) ? undefined : '');
}

/** Where the body of a request has the key, for APIs that take it there: `payment.idempotency_key`. */
function keyPathIn(body: Located): string | undefined {
  if (body.kind !== 'object') return undefined;
  for (const { key, value } of body.entries) {
    const name = withoutPathMark(key.value);
    if (idempotencyKey.test(name)) return name;
    const inside = keyPathIn(value);
    if (inside !== undefined) return `${name}.${inside}`;
  }
  return undefined;
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

/** The actions whose parameters have to be read one by one, by `service:action`. */
export const judges: ReadonlyMap<string, Judge> = new Map([
  ['apigateway:invoke', http],
  ['dynamodb:batchExecuteStatement', batchExecuteStatement],
  ['dynamodb:batchWriteItem', write],
  ['dynamodb:executeStatement', executeStatement],
  ['dynamodb:executeTransaction', executeTransaction],
  ['dynamodb:putItem', write],
  ['dynamodb:transactWriteItems', transactWriteItems],
  ['dynamodb:updateItem', updateItem],
  ['eks:call', kubernetes],
  ['http:invoke', http],
  ['rdsdata:executeStatement', statementIn('Sql')],
  ['s3:copyObject', write],
  ['s3:putObject', write],
  ['sns:publish', message({ destination: 'TopicArn', body: 'Message' })],
  ['sns:publishBatch', message({ destination: 'TopicArn', entries: 'PublishBatchRequestEntries', body: 'Message' })],
  ['sqs:sendMessage', message({ destination: 'QueueUrl', body: 'MessageBody' })],
  ['sqs:sendMessageBatch', message({ destination: 'QueueUrl', entries: 'Entries', body: 'MessageBody' })],
]);
