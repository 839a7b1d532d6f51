import type { AwsSdkResource, HttpResource, OptimizedResource } from '../task-resource';
import { sdkActionOf } from '../sdk-action';
import type { ListShape, NumberShape, Shape, TextShape } from '../shapes/shape';
import { arnOf } from './arn-of-service';

type Restriction = Partial<Omit<TextShape, 'kind'> & Omit<NumberShape, 'kind'> & Omit<ListShape, 'kind' | 'item'>>;

const json: Restriction = { isJson: true };

const queueUrl: Restriction = {
  refused: {
    pattern: /^arn:/,
    problem: 'is the URL of a queue and cannot be an ARN',
    remedy: 'use "https://sqs.<region>.amazonaws.com/<account>/<name>"',
  },
};
const bucket: Restriction = {
  refused: {
    pattern: /^s3:\/\//i,
    problem: 'is the name of a bucket and cannot begin with "s3://"',
    remedy: 'write the name alone',
  },
};
const stateMachine = arnOf('states', 'a state machine');
const topic = arnOf('sns', 'a topic');
const functionName: Restriction = {
  refused: {
    // Of another service, with less than five parts before "function", of no region, or of what is no function.
    pattern:
      /^arn:(?:[^:\uFFFC]+:(?!lambda:)[a-z]|(?!([^:]*:){4}function:)[^${}<>\uFFFC]*:function:|[^:]*:lambda::(?:\d{12}:|\uFFFC)|(?:[^:${}<>\uFFFC]*:){4}(?!function:)[^:${}<>\uFFFC]+(?::|$))/,
    problem: 'is a function and cannot be what is no ARN of one',
    remedy: 'write "arn:<partition>:lambda:<region>:<account>:function:<name>"',
  },
};
const executionName: Restriction = {
  refused: {
    // Those of the API reference (`StartExecution`).
    pattern: /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u,
    problem: 'has a character that the name of an execution cannot have (a blank, or one of <>{}[]?*"#%\\^|~`$&,;:/)',
    remedy: 'use others, such as "-"',
  },
};
/** "The parameter cannot be converted to a numeric value" (DynamoDB). */
const numberAsText: Restriction = {
  refused: {
    // A character that no number has, or, where all is known, what is none.
    pattern: /[^\d\s+\-.e\uFFFC]|^(?!\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$)[^\uFFFC]*$/i,
    problem: 'takes a number in quotes, and is given a text that is none, such as a time',
    remedy: 'give it a number, or store the text as "S"',
  },
};
const visibility: Restriction = { min: 0, max: 43_200 };
const oldItemOnly: Restriction = { values: ['NONE', 'ALL_OLD'] };

/** What the API references say and the models do not, by the members' places. */
const restrictions: Readonly<Record<string, Readonly<Record<string, Restriction>>>> = {
  'batch:submitJob': {
    JobName: {
      maxLength: 128,
      refused: {
        pattern: /[^\w\-\uFFFC]/,
        problem: 'has a character that the name of a job cannot have',
        remedy: 'use letters, digits, "-" and "_"',
      },
    },
    'ArrayProperties.Size': { min: 2, max: 10_000 },
    'Timeout.AttemptDurationSeconds': { min: 60 },
  },
  'dynamodb:deleteItem': { ReturnValues: oldItemOnly },
  'dynamodb:putItem': { ReturnValues: oldItemOnly },
  'dynamodb:updateItem': {
    UpdateExpression: {
      refused: {
        pattern: /^\s*(?!(set|remove|add|delete)\b)[^\s\uFFFC]/i,
        problem: 'begins with none of "SET", "REMOVE", "ADD" and "DELETE"',
        remedy: 'write one of them before what it does',
      },
    },
  },
  'ecs:runTask': { Count: { min: 1, max: 10 } },
  'eventbridge:putEvents': {
    'Entries[].Detail': json,
    'Entries[].Source': {
      refused: {
        pattern: /^aws\./,
        problem: 'begins with "aws.", which only services of AWS can write',
        remedy: 'use a name of your own',
      },
    },
  },
  'lambda:invoke': { FunctionName: functionName },
  's3:copyObject': {
    Bucket: bucket,
    CopySource: {
      refused: {
        pattern: /^s3:\/\//i,
        problem: 'is "bucket/key" and cannot begin with "s3://"',
        remedy: 'leave out "s3://"',
      },
    },
  },
  'sfn:sendTaskSuccess': { Output: json },
  'sfn:startExecution': { Input: json, Name: executionName, StateMachineArn: stateMachine },
  'sfn:startSyncExecution': { Input: json, Name: executionName, StateMachineArn: stateMachine },
  'sns:publish': { TopicArn: topic, Subject: { maxLength: 100 }, MessageStructure: { values: ['json'] } },
  'sns:publishBatch': { TopicArn: topic, PublishBatchRequestEntries: { maxItems: 10 } },
  'sqs:changeMessageVisibility': { QueueUrl: queueUrl, VisibilityTimeout: visibility },
  'sqs:deleteMessage': { QueueUrl: queueUrl },
  'sqs:receiveMessage': {
    QueueUrl: queueUrl,
    MaxNumberOfMessages: { min: 1, max: 10 },
    VisibilityTimeout: visibility,
    WaitTimeSeconds: { min: 0, max: 20 },
  },
  'sqs:sendMessage': {
    QueueUrl: queueUrl,
    DelaySeconds: { min: 0, max: 900 },
    MessageDeduplicationId: { maxLength: 128 },
    MessageGroupId: { maxLength: 128 },
  },
  'sqs:sendMessageBatch': {
    QueueUrl: queueUrl,
    Entries: { maxItems: 10 },
    'Entries[].DelaySeconds': { min: 0, max: 900 },
  },
};

/** Adds what is known of a member beside the model to its shape; the place is as faults name it, `Entries[0].Source`. */
export type Restrict = (shape: Shape, place: string) => Shape;

export function restrictionsOf(called: AwsSdkResource | OptimizedResource | HttpResource): Restrict {
  const action = called.kind === 'http' ? '' : sdkActionOf(called);
  const restrict = Object.hasOwn(restrictions, action) ? restrictBy(restrictions[action]!) : unrestricted;
  if (action.startsWith('dynamodb:')) return (shape, place) => restrictAttribute(restrict(shape, place), place);
  return restrict === unrestricted && action.startsWith('s3:') ? restrictBy({ Bucket: bucket }) : restrict;
}

const unrestricted: Restrict = (shape) => shape;

/** `Item.count.N` and `Item.counts.NS[0]`; an attribute may itself be called `N`. */
const restrictAttribute: Restrict = (shape, place) =>
  shape.kind === 'string' && /\.(N|N[Ss]\[\d+\])$/.test(place) && !place.startsWith('ExpressionAttributeNames.')
    ? { ...shape, ...numberAsText }
    : shape;

const restrictBy =
  (own: Readonly<Record<string, Restriction>>): Restrict =>
  (shape, place) => {
    const path = place.replace(/\[\d+\]/g, '[]');
    return Object.hasOwn(own, path) ? { ...shape, ...own[path] } : shape;
  };
