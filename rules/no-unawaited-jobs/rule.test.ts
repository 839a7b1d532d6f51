import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const done = { Done: { Type: 'Succeed' } };
const task = (Resource: string, Parameters: object, Next = 'Done', more: object = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${Resource}`,
  Parameters,
  ...more,
  Next,
});
const machine = (States: object, more: object = {}) => ({ ...more, StartAt: 'Start', States: { ...States, ...done } });

const query = { QueryString: 'SELECT 1', WorkGroup: 'reports' };
const startQuery = (Next = 'Get', more: object = {}) => task('athena:startQueryExecution', query, Next, more);
const getRows = (place = '$.QueryExecutionId', more: object = {}) =>
  task('athena:getQueryResults', { 'QueryExecutionId.$': place }, 'Done', more);
const wait = { Type: 'Wait', Seconds: 10, Next: 'Get' };
const keep = (Next = 'Get') =>
  task('sns:publish', { TopicArn: '${Topic}', Message: 'begun' }, Next, { ResultPath: null });
const at = '/States/Get/Resource';

const analyse = (Next = 'Get', more: object = {}) =>
  task('aws-sdk:textract:startDocumentAnalysis', { 'DocumentLocation.$': '$.at', FeatureTypes: ['FORMS'] }, Next, more);
const getAnalysis = (Next = 'Done') =>
  task('aws-sdk:textract:getDocumentAnalysis', { 'JobId.$': '$.JobId' }, Next, { ResultPath: '$.found' });
const statement = (more: object = {}) => ({ Sql: 'SELECT 1', Database: 'dev', WorkgroupName: 'w', ...more });

const jsonata = (start: object, get: object, more: object = {}) =>
  machine(
    {
      Start: {
        Type: 'Task',
        Resource: 'arn:aws:states:::athena:startQueryExecution',
        Arguments: query,
        ...start,
        Next: 'Get',
      },
      Get: {
        Type: 'Task',
        Resource: 'arn:aws:states:::athena:getQueryResults',
        Arguments: get,
        Next: 'Done',
      },
      ...more,
    },
    { QueryLanguage: 'JSONata' },
  );
const createTable = (TableName: string, Next = 'Get') =>
  task('aws-sdk:dynamodb:createTable', { TableName, AttributeDefinitions: [], KeySchema: [] }, Next);
const putItem = (TableName: string, more: object = {}) =>
  task('dynamodb:putItem', { TableName, Item: { id: { S: 'a' } } }, 'Done', more);

const sql = (Sql: string, Next = 'Done', more: object = {}) =>
  task('aws-sdk:redshiftdata:executeStatement', { Sql, Database: 'dev', WorkgroupName: 'w', ...more }, Next);
const create = 'CREATE TABLE IF NOT EXISTS public.staging (LIKE orders)';

new AslRuleTester().run('no-unawaited-jobs', rule, {
  valid: [
    {
      name: 'Step Functions waits',
      definition: machine({
        Start: { ...startQuery(), Resource: 'arn:aws:states:::athena:startQueryExecution.sync' },
        Get: getRows(),
      }),
    },
    { name: 'a Wait', definition: machine({ Start: startQuery('Wait'), Wait: wait, Get: getRows() }) },
    {
      name: 'a question',
      definition: machine({
        Start: startQuery('Ask', { ResultPath: '$.q' }),
        Ask: task('athena:getQueryExecution', { 'QueryExecutionId.$': '$.q.QueryExecutionId' }, 'Get', {
          ResultPath: '$.s',
        }),
        Get: getRows('$.q.QueryExecutionId'),
      }),
    },
    {
      name: 'what may take its time',
      definition: machine({
        Start: startQuery('Work', { ResultPath: '$.q' }),
        Work: task('lambda:invoke', { FunctionName: '${Wait}' }, 'Get', { ResultPath: null }),
        Get: getRows('$.q.QueryExecutionId'),
      }),
    },
    {
      name: 'attempts that wait',
      definition: machine({
        Start: startQuery(),
        Get: getRows(undefined, { Retry: [{ ErrorEquals: ['Athena.InvalidRequestException'], MaxAttempts: 20 }] }),
      }),
    },
    {
      name: 'a Catch that waits and comes back',
      definition: machine({
        Start: startQuery(),
        Get: getRows(undefined, { Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Wait' }] }),
        Wait: wait,
      }),
    },
    {
      name: 'another query',
      definition: machine({ Start: startQuery('Get', { ResultPath: null }), Get: getRows('$.old') }),
    },
    {
      name: 'the data are replaced',
      definition: machine({
        Start: startQuery('Find'),
        Find: task('dynamodb:getItem', { TableName: 'queries', Key: { id: { S: 'last' } } }, 'Get'),
        Get: getRows(),
      }),
    },
    {
      name: 'after the Wait of a loop',
      definition: machine({
        Start: startQuery('Enough?'),
        'Enough?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.waited', IsPresent: true, Next: 'Get' }],
          Default: 'Wait',
        },
        Wait: { Type: 'Wait', Seconds: 10, Next: 'Note' },
        Note: { Type: 'Pass', Result: true, ResultPath: '$.waited', Next: 'Enough?' },
        Get: getRows(),
      }),
    },
    {
      name: 'the Data API waits',
      definition: machine({
        Start: task('aws-sdk:redshiftdata:executeStatement', statement({ WaitTimeSeconds: 30 }), 'Get'),
        Get: task('aws-sdk:redshiftdata:getStatementResult', { 'Id.$': '$.Id' }),
      }),
    },
    {
      name: 'the status is looked at',
      definition: machine({
        Start: analyse(),
        Get: getAnalysis('Ready?'),
        'Ready?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.found.JobStatus', StringEquals: 'SUCCEEDED', Next: 'Done' }],
          Default: 'Not yet',
        },
        'Not yet': { Type: 'Fail' },
      }),
    },
    ...[
      machine({ Start: sql(create, 'Get'), Get: sql("COPY orders FROM 's3://staging/today'") }),
      machine({ Start: sql('SELECT * FROM staging', 'Get'), Get: sql('SELECT * FROM staging') }),
      machine({ Start: sql(create, 'Wait'), Wait: wait, Get: sql('SELECT * FROM staging') }),
      machine({ Start: sql(create, 'Get'), Get: sql('SELECT * FROM staging', 'Done', { Database: 'other' }) }),
      machine({ Start: sql(create, 'Get', { SessionId: '${Session}' }), Get: sql('SELECT * FROM staging') }),
      machine({ Start: sql('DROP TABLE ${Table}', 'Get'), Get: sql('SELECT * FROM ${Table}') }),
      machine({ Start: sql('DROP TABLE staging_${Day}', 'Get'), Get: sql('SELECT * FROM staging_2') }),
    ].map((definition) => ({ name: 'statements that need not wait for each other', definition })),
    { name: 'another table', definition: machine({ Start: createTable('a'), Get: putItem('b') }) },
    {
      name: 'in JSONata, a place that is not known',
      definition: jsonata({}, { QueryExecutionId: '{% $states.input.id %}' }),
    },
    {
      name: 'in JSONata, the input is handed on and has another',
      definition: jsonata(
        { Output: '{% $states.input %}' },
        { QueryExecutionId: '{% $states.input.QueryExecutionId %}' },
      ),
    },
  ],
  invalid: [
    {
      name: 'a statement on a table that one before makes',
      definition: machine({ Start: sql(create, 'Get'), Get: sql("COPY staging FROM 's3://orders/today'") }),
      errors: [
        {
          message:
            '"Get" names the table "public.staging", which the statement of "Start" changes, and nothing waits between the two: both run at the same time, in either order; ask "redshiftdata:describeStatement" in a loop with a Wait, or run them as one',
          at,
        },
      ],
    },
    {
      name: 'the last of several',
      definition: machine({
        Start: sql('DROP TABLE IF EXISTS "staging"', 'Wait'),
        Wait: { ...wait, Next: 'Make' },
        Make: sql(create, 'Fill'),
        Fill: sql("copy staging from 's3://orders/today'", 'Get'),
        Get: sql("UNLOAD ('SELECT * FROM staging') TO 's3://out/'"),
      }),
      errors: [
        { message: /of "Make" changes/, at: '/States/Fill/Resource' },
        { message: /of "Fill" changes/, at },
      ],
    },
    {
      name: 'a query of Athena that waits, behind one that does not',
      definition: machine({
        Start: task('athena:startQueryExecution', { QueryString: 'INSERT INTO sales SELECT 1', WorkGroup: 'w' }, 'Get'),
        Get: task('athena:startQueryExecution.sync', {
          'QueryString.$': "States.Format('SELECT * FROM sales WHERE day = {}', $.day)",
          WorkGroup: 'w',
        }),
      }),
      errors: [{ messageId: 'statement', at }],
    },
    {
      name: 'at once',
      definition: machine({ Start: startQuery(), Get: getRows() }),
      errors: [
        {
          message:
            '"Get" needs the query that "Start" has only started, and nothing waits between the two: "athena:getQueryResults" fails with "Athena.InvalidRequestException" until it is done; start it with "arn:aws:states:::athena:startQueryExecution.sync", or ask "athena:getQueryExecution" in a loop with a Wait',
          at,
        },
      ],
    },
    {
      name: 'after a message and a Pass, and attempts after other errors',
      definition: machine({
        Start: startQuery('Tell', { ResultSelector: { 'id.$': '$.QueryExecutionId' }, ResultPath: '$.q' }),
        Tell: keep('Copy'),
        Copy: { Type: 'Pass', Parameters: { 'query.$': '$.q.id' }, Next: 'Get' },
        Get: getRows('$.query', { Retry: [{ ErrorEquals: ['Athena.TooManyRequestsException'] }] }),
      }),
      errors: [{ messageId: 'fails', at }],
    },
    {
      name: 'on one of two ways',
      definition: machine({
        Start: startQuery('Long?', { ResultPath: '$.q' }),
        'Long?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.isLong', BooleanEquals: true, Next: 'Wait' }],
          Default: 'Get',
        },
        Wait: wait,
        Get: getRows('$.q.QueryExecutionId'),
      }),
      errors: [{ messageId: 'fails', at }],
    },
    ...[
      jsonata({}, { QueryExecutionId: '{% $states.input.QueryExecutionId %}' }),
      jsonata({ Output: '{% $states.result %}' }, { QueryExecutionId: '{% $states.input.QueryExecutionId %}' }),
      jsonata(
        { Output: { id: '{% $states.result.QueryExecutionId %}' } },
        { QueryExecutionId: '{% $states.input.id %}' },
      ),
      jsonata(
        { Assign: { id: '{% $states.result.QueryExecutionId %}' }, Output: '{% $states.input %}' },
        { QueryExecutionId: '{% $id %}' },
      ),
    ].map((definition) => ({ name: 'JSONata', definition, errors: [{ messageId: 'fails', at }] as const })),
    {
      name: 'a variable',
      definition: machine({
        Start: startQuery('Get', { Assign: { 'id.$': '$.QueryExecutionId' }, ResultPath: null }),
        Get: getRows('$id'),
      }),
      errors: [{ messageId: 'fails', at }],
    },
    {
      name: 'one of several errors',
      definition: machine({
        Start: task('aws-sdk:redshiftdata:executeStatement', statement(), 'Get'),
        Get: task('aws-sdk:redshiftdata:getStatementResult', { 'Id.$': '$.Id' }),
      }),
      errors: [
        {
          message:
            /"aws-sdk:redshiftdata:getStatementResult" fails until it is done; ask "redshiftdata:describeStatement" in a loop with a Wait$/,
          at,
        },
      ],
    },
    {
      name: 'an answer without the results',
      definition: machine({ Start: analyse(), Get: getAnalysis() }),
      errors: [
        {
          message:
            '"Get" reads the results of the job that "Start" has only started, and nothing waits between the two: until it is done, "aws-sdk:textract:getDocumentAnalysis" answers with "JobStatus" "IN_PROGRESS" and not with all "Blocks"; wait, and read again as long as "JobStatus" is "IN_PROGRESS"',
          at,
        },
      ],
    },
    {
      name: 'results of a query that has "Results" in its name',
      definition: machine({
        Start: task(
          'aws-sdk:cloudwatchlogs:startQuery',
          { StartTime: 0, EndTime: 1, QueryString: 'fields @message' },
          'Get',
        ),
        Get: task('aws-sdk:cloudwatchlogs:getQueryResults', { 'QueryId.$': '$.QueryId' }),
      }),
      errors: [{ message: /answers with "Status" "Running" and not with all "Results"; /, at }],
    },
    {
      name: 'of the same name',
      definition: machine({ Start: createTable('orders', 'Tell'), Tell: keep(), Get: putItem('orders') }),
      errors: [{ message: /needs the table .* fails with "DynamoDB.ResourceNotFoundException" until it is done;/, at }],
    },
    {
      name: 'each of several: the last before it is told',
      definition: machine({
        Start: createTable('orders', 'Once more'),
        'Once more': createTable('orders'),
        Get: putItem('orders'),
      }),
      errors: [{ message: /that "Once more" has only started/, at }],
    },
    {
      name: 'in a list',
      definition: machine({
        Start: task('aws-sdk:ec2:runInstances', { MinCount: 1, MaxCount: 1, ImageId: 'ami-1' }, 'Get'),
        Get: task('aws-sdk:ssm:sendCommand', {
          DocumentName: 'AWS-RunShellScript',
          'InstanceIds.$': 'States.Array($.Instances[0].InstanceId)',
        }),
      }),
      errors: [{ messageId: 'fails', at }],
    },
  ],
});
