import { madeTextOf } from '../../services';
import { memberAt, textAt } from '../../services/idempotency/parameters';
import { statesOf, TaskState, type StateMachine } from '../../syntax';
import { apiActionOf } from '../calls/api-action';
import { BegunWork } from './early-uses';

/** A statement of SQL that names a table which one before, still under way, changes. */
export interface EarlyStatement {
  readonly start: TaskState;
  readonly task: TaskState;
  /** As the first of them writes it. */
  readonly table: string;
  /** What tells when a statement is done. */
  readonly ask: string;
}

interface Database {
  readonly statement: string;
  /** What says where it runs. */
  readonly where: readonly string[];
  readonly ask: string;
}

/** Actions that run one statement, and answer when it has begun. */
const databases: ReadonlyMap<string, Database> = new Map([
  [
    'redshiftdata:executeStatement',
    {
      statement: 'Sql',
      where: ['ClusterIdentifier', 'WorkgroupName', 'Database'],
      ask: 'redshiftdata:describeStatement',
    },
  ],
  [
    'athena:startQueryExecution',
    {
      statement: 'QueryString',
      where: ['QueryExecutionContext.Catalog', 'QueryExecutionContext.Database'],
      ask: 'athena:getQueryExecution',
    },
  ],
]);

/** Statements of one scope between which, on some way, nothing waits: both run at the same time. */
export function earlyStatementsOf(machine: StateMachine): readonly EarlyStatement[] {
  const tasks = statesOf(machine).filter(
    (state): state is TaskState => state instanceof TaskState && runsStatement(state),
  );
  if (tasks.length < 2) return [];
  const starts = tasks
    .slice(0, mostStatements)
    .filter(isStarted)
    .map((start) => ({ begun: new BegunWork(machine, start), tables: changedTables(statementOf(start)) }));
  return tasks.flatMap((task) => {
    const text = withoutTexts(statementOf(task));
    const tableOf = (tables: readonly string[]) => tables.find((name) => names(text, name));
    const last = starts.findLast(
      ({ begun, tables }) =>
        begun.start !== task &&
        tableOf(tables) !== undefined &&
        runsWhere(begun.start, task) &&
        begun.comesAtOnceTo(task),
    );
    return last ? [{ start: last.begun.start, task, table: tableOf(last.tables)!, ask: databaseOf(task)!.ask }] : [];
  });
}

const runsStatement = (task: TaskState): boolean => databaseOf(task) !== undefined;

/** Each is held against all others. */
const mostStatements = 20;

const databaseOf = (task: TaskState): Database | undefined => databases.get(apiActionOf(task) ?? '');

/** Neither Step Functions waits nor the API, and no session has its statements one after the other. */
const isStarted = ({ resource, callParameters }: TaskState): boolean =>
  'pattern' in resource &&
  resource.pattern === 'request-response' &&
  ['WaitTimeSeconds', 'SessionId', 'SessionKeepAliveSeconds'].every(
    (name) => memberAt(callParameters, name).is === 'absent',
  );

function statementOf(task: TaskState): string {
  const member = memberAt(task.callParameters, databaseOf(task)!.statement);
  return member.is === 'present' && member.value.kind === 'string'
    ? madeTextOf(member.value, member.isPath).pattern
    : '';
}

const runsWhere = (start: TaskState, task: TaskState): boolean =>
  start.parent === task.parent &&
  databaseOf(start) === databaseOf(task) &&
  databaseOf(start)!.where.every((name) => textAt(start.callParameters, name) === textAt(task.callParameters, name));

const change =
  /\b(?:create\s+(?:or\s+replace\s+)?(?:external\s+|temp\s+|temporary\s+)?(?:table|view)|drop\s+(?:table|view)|alter\s+table|truncate(?:\s+table)?|insert\s+(?:into|overwrite)(?:\s+table)?|delete\s+from|update|copy|merge\s+into)\s+(?:if\s+(?:not\s+)?exists\s+)?([\w."`]+)(?![\w."`\uFFFC])/gi;

/** The tables and views that a statement makes, changes or drops. */
const changedTables = (sql: string): readonly string[] =>
  [...sql.matchAll(change)].flatMap(([, name = '']) => (/^(set|of|if)$/i.test(name) ? [] : name));

/** Places in S3 and values are texts; the statement of an UNLOAD is one as well. */
const withoutTexts = (sql: string): string => (/^\s*unload\b/i.test(sql) ? sql : sql.replace(/'[^']*'/g, "''"));

/** Whether a statement has the table, whether or not it names the schema. */
function names(sql: string, table: string): boolean {
  const own = bare(table).split('.').at(-1)!;
  return bare(sql)
    .split(/[^\w.\uFFFC]+/)
    .some((word) => word.split('.').at(-1) === own);
}

const bare = (text: string): string => text.replace(/["`]/g, '').toLowerCase();
