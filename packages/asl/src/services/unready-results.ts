import { optimizedServices } from './optimized';
import type { Shape } from './shapes/shape';
import { inputShape, outputShape } from './shapes/shapes';

/** A call that only begins something, and one that needs it done. Actions are named as in AWS SDK integrations. */
export interface UnreadyUse {
  /** The member that says which one: of the result of the start, or of its parameters where the caller names it. */
  readonly id: string;
  readonly isNamed: boolean;
  /** The parameter of the other call that takes it. */
  readonly member: string;
  /** What is begun, for messages: `query`. */
  readonly begun: string;
  readonly early: EarlyAnswer;
  readonly remedy: string;
}

/** What comes of the call while that is not done: errors, of which one is raised, or an answer whose status says so. */
export type EarlyAnswer =
  { readonly errors: readonly string[] } | { readonly status: string; readonly word: string; readonly results: string };

interface Row {
  readonly starts: readonly string[];
  readonly uses: readonly string[];
  readonly id: string;
  readonly isNamed?: true;
  /** Where the other call calls it otherwise. */
  readonly member?: string;
  readonly begun: string;
  readonly errors: readonly string[];
  /** What tells when it is done. */
  readonly ask: string;
}

/**
 * The pages of the APIs: "Query has not yet finished" (Athena), a volume "that is still being created" (IncorrectState in the error codes
 * of EC2), "tables that are not ACTIVE" (DynamoDB's CreateTable), the states of a function (Lambda), a DB snapshot that "is not
 * available" (RDS), nodes that Systems Manager does not know yet (SendCommand's InvalidInstanceId).
 */
const rows: readonly Row[] = [
  {
    starts: ['athena:startQueryExecution'],
    uses: ['athena:getQueryResults'],
    id: 'QueryExecutionId',
    begun: 'query',
    errors: ['InvalidRequestException'],
    ask: 'athena:getQueryExecution',
  },
  {
    starts: ['redshiftdata:executeStatement', 'redshiftdata:batchExecuteStatement'],
    uses: ['redshiftdata:getStatementResult', 'redshiftdata:getStatementResultV2'],
    id: 'Id',
    begun: 'statement',
    errors: ['ResourceNotFoundException', 'ValidationException'],
    ask: 'redshiftdata:describeStatement',
  },
  {
    starts: ['ec2:createVolume'],
    uses: ['ec2:attachVolume'],
    id: 'VolumeId',
    begun: 'volume',
    errors: ['Ec2Exception'],
    ask: 'ec2:describeVolumes',
  },
  {
    starts: ['ec2:createImage', 'ec2:copyImage'],
    uses: ['ec2:runInstances'],
    id: 'ImageId',
    begun: 'image',
    errors: ['Ec2Exception'],
    ask: 'ec2:describeImages',
  },
  {
    starts: ['ec2:runInstances'],
    uses: ['ssm:sendCommand'],
    id: 'Instances',
    member: 'InstanceIds',
    begun: 'instance',
    errors: ['InvalidInstanceIdException'],
    ask: 'ssm:describeInstanceInformation',
  },
  {
    starts: ['dynamodb:createTable'],
    uses: ['putItem', 'getItem', 'updateItem', 'deleteItem', 'query', 'scan'].map((action) => `dynamodb:${action}`),
    id: 'TableName',
    isNamed: true,
    begun: 'table',
    errors: ['ResourceNotFoundException'],
    ask: 'dynamodb:describeTable',
  },
  {
    starts: ['rds:createDBSnapshot'],
    uses: ['rds:restoreDBInstanceFromDBSnapshot'],
    id: 'DbSnapshotIdentifier',
    isNamed: true,
    begun: 'snapshot',
    errors: ['InvalidDbSnapshotStateException'],
    ask: 'rds:describeDBSnapshots',
  },
  {
    starts: ['lambda:updateFunctionCode', 'lambda:updateFunctionConfiguration'],
    uses: ['lambda:publishVersion', 'lambda:updateFunctionCode', 'lambda:updateFunctionConfiguration'],
    id: 'FunctionName',
    isNamed: true,
    begun: 'update',
    errors: ['ResourceConflictException'],
    ask: 'lambda:getFunctionConfiguration',
  },
];

/** Why one call comes too early right after another, both as `service:action`; undefined where it does not. */
export function unreadyUse(start: string, use: string): UnreadyUse | undefined {
  const key = `${start} ${use}`;
  if (!known.has(key)) known.set(key, listedUse(start, use) ?? resultsUse(start, use));
  return known.get(key);
}

const known = new Map<string, UnreadyUse | undefined>();

function listedUse(start: string, use: string): UnreadyUse | undefined {
  const row = rows.find(({ starts, uses }) => starts.includes(start) && uses.includes(use));
  return (
    row && {
      id: row.id,
      isNamed: row.isNamed === true,
      member: row.member ?? row.id,
      begun: row.begun,
      early: { errors: row.errors },
      remedy: remedyFor(start, row.ask),
    }
  );
}

function remedyFor(start: string, ask: string): string {
  const [service = '', action = ''] = start.split(':');
  const canWait = optimizedServices.get(service)?.actions.get(action)?.patterns.includes('sync');
  const asked = `ask "${ask}" in a loop with a Wait`;
  return canWait ? `start it with "arn:aws:states:::${start}.sync", or ${asked}` : asked;
}

/**
 * By the models: `start…` answers with the id that `get…` of the same thing takes, and this one answers page by page, and with a
 * status beside, what the job has found. While it is under way there is nothing to answer with, or a part.
 */
function resultsUse(start: string, use: string): UnreadyUse | undefined {
  const [service = '', action = ''] = start.split(':');
  const [sameService, get = ''] = use.split(':');
  const noun = action.replace(/^start/, '');
  if (service !== sameService || noun === action || ![`get${noun}`, `get${noun}Results`].includes(get))
    return undefined;
  const [input, output, started] = [inputShape(service, get), outputShape(service, get), outputShape(service, action)];
  if (input?.kind !== 'structure' || output?.kind !== 'structure' || started?.kind !== 'structure') return undefined;
  const [id, ...others] = input.required;
  const members = [...output.members];
  const results = members.find(([name, { kind }]) => kind === 'list' && !besideResults.test(name))?.[0];
  const isPaged = members.some(([name]) => name.endsWith('Token'));
  const [status, word] = members.flatMap(wordUnderWay);
  if (id === undefined || others.length || !started.members.has(id) || !results || !isPaged) return undefined;
  if (status === undefined || word === undefined) return undefined;
  return {
    id,
    isNamed: false,
    member: id,
    begun: 'job',
    early: { status, word, results },
    remedy: `wait, and read again as long as "${status}" is "${word}"`,
  };
}

const besideResults = /warning|error|metadata|types$/i;

/** The name of a status and its word for what is not done. */
function wordUnderWay([name, shape]: readonly [string, Shape]): readonly string[] {
  const values = shape.kind === 'string' ? shape.values : undefined;
  const word = values?.find((value) => /^(in_?progress|running|progressing)$/i.test(value));
  return word === undefined ? [] : [name, word];
}
