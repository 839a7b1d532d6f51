import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const caught = (Next: string, ...lists: string[][]) => ({ Catch: lists.map((ErrorEquals) => ({ ErrorEquals, Next })) });
const call = (more: object, action = 'sqs:sendMessage') => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${action}`,
  ...more,
});
const read = 'arn:aws:states:::dynamodb:getItem';
const Failed = { Type: 'Fail' };
const only = (state: object) => machine({ Work: { ...state, End: true }, Failed });
/** A state that is paid for before, and what its Catch leads to. */
const paid = (errors: string[][], undo = 'Refund', pay: object = {}, refund: object = {}) =>
  machine({
    Pay: call({ ...caught('Failed', ['States.ALL']), ...pay, Next: 'Ship' }),
    Ship: call({ ...caught(undo, ...errors), End: true }),
    [undo]: call({ ...caught('Failed', ['States.ALL']), ...refund, Next: 'Failed' }),
    Failed,
  });
/** Two states whose Catch leads to a message after any error, and a third one. */
const told = (errors: string[][], Tell: object = { Type: 'Pass', Next: 'Failed' }, second = ['States.ALL']) =>
  machine({
    Load: call({ ...caught('Tell', ['States.ALL']), Next: 'Check' }, 'lambda:invoke'),
    Check: call({ ...caught('Tell', second), Next: 'Ship' }, 'lambda:invoke'),
    Ship: call({ ...caught('Tell', ...errors), End: true }, 'lambda:invoke'),
    Tell,
    Failed,
  });
/** A state after one whose Catch undoes what was paid. */
const later = (to: string, more: object = {}, deliver: object = {}) =>
  machine({
    Pay: call({ ...caught('Failed', ['States.ALL']), Next: 'Ship' }),
    Ship: call({ ...caught('Refund', ['States.ALL']), Next: 'Deliver' }),
    Deliver: call({ ...caught(to, ['States.ALL']), End: true, ...deliver }),
    Refund: call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }),
    Failed,
    ...more,
  });
/** What has been reserved and charged is undone in the opposite order when a state behind fails, by ways of their own. */
const saga = (afterShip: string, afterCharge = 'Release stock', more: object = {}) =>
  machine({
    'Reserve stock': call({ ...caught('Failed', ['States.ALL']), Next: 'Charge card' }),
    'Charge card': call({ ...caught(afterCharge, ['States.ALL']), Next: 'Ship' }),
    Ship: call({ ...caught(afterShip, ['States.ALL']), Next: 'Confirm' }),
    Confirm: call({ ...caught('Refund card', ['States.ALL']), End: true }),
    'Refund card': call({ ...caught('Alarm', ['States.ALL']), Next: 'Release stock' }),
    Alarm: call({ ...caught('Release stock', ['States.ALL']), Next: 'Release stock' }, 'sns:publish'),
    'Release stock': call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }),
    Failed,
    ...more,
  });
/** A user is deleted when one of the states fails, not when the last one does. */
const cleared = (state: 'Create user' | 'Grant access') => {
  const to = (name: string) => caught(name === state ? 'Delete user' : 'Failed', ['States.ALL']);
  return machine({
    'Create user': call({ ...to('Create user'), Next: 'Grant access' }),
    'Grant access': call({ ...to('Grant access'), Next: 'Enable' }),
    Enable: call({ ...to('Enable'), End: true }),
    'Delete user': call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }),
    Failed,
  });
};
/** The last of so many states fails without undoing what the first one did; those between undo it. */
const longSaga = (count: number) => {
  const numbers = Array.from({ length: count + 1 }, (_, index) => index);
  const to = (index: number) => caught(index > 0 && index < count ? 'Undo' : 'Failed', ['States.ALL']);
  return machine({
    ...Object.fromEntries(
      numbers.map((index) => [
        `Do ${index}`,
        call({ ...to(index), ...(index < count ? { Next: `Do ${index + 1}` } : { End: true }) }),
      ]),
    ),
    Undo: call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }),
    Failed,
  });
};
/** What was paid and reserved is undone when shipping fails; the Catch of the first state that undoes is another one. */
const chain = (to: string, catcher: object = {}, more: object = {}) =>
  machine({
    Pay: call({ ...caught('Failed', ['States.ALL']), Next: 'Ship' }),
    Ship: call({ ...caught('Refund', ['States.ALL']), End: true }),
    Refund: call({ Catch: [{ ErrorEquals: ['States.ALL'], ...catcher, Next: to }], Next: 'Release stock' }),
    'Release stock': call({ ...caught('Failed', ['States.ALL']), Next: 'Tell customer' }),
    'Tell customer': call(
      { Parameters: { 'Message.$': '$.order' }, ...caught('Failed', ['States.ALL']), Next: 'Failed' },
      'sns:publish',
    ),
    Failed,
    ...more,
  });
/** What is begun, done and ended in turn, all with a Catch. */
const span = (begin: object, end: object, more: { begin?: string; work?: object; failed?: object } = {}) =>
  machine({
    Begin: { Type: 'Task', ...caught(more.begin ?? 'Failed', ['States.ALL']), Next: 'Work', ...begin },
    Work: call({ ResultPath: null, ...caught('Failed', ['States.ALL']), Next: 'End', ...more.work }),
    End: { Type: 'Task', ...caught('Failed', ['States.ALL']), End: true, ...end },
    Failed,
    ...more.failed,
  });
const sdk = (action: string, Parameters: object, more: object = {}) => ({
  Resource: `arn:aws:states:::aws-sdk:${action}`,
  Parameters,
  ...more,
});
const database = { DbInstanceIdentifier: 'reports' };
const instance = { ImageId: 'ami-0', MinCount: 1, MaxCount: 1 };
const instances = { 'InstanceIds.$': '$.run.Instances[*].InstanceId' };
const running = sdk('ec2:runInstances', instance, { ResultPath: '$.run' });
const terminating = sdk('ec2:terminateInstances', instances);
const starting = sdk('rds:startDBInstance', database, { ResultPath: null });
const stopping = sdk('rds:stopDBInstance', database);
const emr = (action: string, Parameters: object, more: object = {}) => ({
  Resource: `arn:aws:states:::elasticmapreduce:${action}`,
  Parameters,
  ...more,
});
const cluster = (more: object = {}, alive = true) =>
  emr(
    'createCluster.sync',
    { Name: 'reports', Instances: { KeepJobFlowAliveWhenNoSteps: alive }, ...more },
    { ResultPath: '$.cluster' },
  );
const terminatingCluster = emr('terminateCluster', { 'ClusterId.$': '$.cluster.ClusterId' });
const stepOf = (ActionOnFailure?: string) =>
  emr('addStep.sync', {
    'ClusterId.$': '$.cluster.ClusterId',
    Step: { Name: 'sum', HadoopJarStep: { Jar: 'command-runner.jar' }, ActionOnFailure },
  });
const dynamodb = (action: string, Parameters: object) => ({
  Resource: `arn:aws:states:::dynamodb:${action}`,
  Parameters: { TableName: 'locks', ...Parameters },
  ResultPath: null,
});
const id = { 'S.$': '$.account' };
const locking = (more: object = {}, ConditionExpression = 'attribute_not_exists(id)') =>
  dynamodb('putItem', { Item: { id, ...more }, ConditionExpression });
const unlocking = (more: object = {}) => dynamodb('deleteItem', { Key: { id }, ...more });
const marking = dynamodb('updateItem', {
  Key: { id },
  UpdateExpression: 'SET #owner = :me',
  ConditionExpression: 'attribute_not_exists(#owner)',
});
const unmarking = (mark = '#owner') => dynamodb('updateItem', { Key: { id }, UpdateExpression: `REMOVE ${mark}` });
const stands = { messageId: 'left', at: '/States/Work/Catch[0]/Next' } as const;
const inMap = (state: object) =>
  only({
    Type: 'Map',
    ItemProcessor: machine({ Inner: { ...state, Next: 'Failure' }, Failure: { Type: 'Fail' } }),
    ...caught('Failed', ['States.ALL']),
  });
const first = { at: '/States/Work/Catch[0]/ErrorEquals[0]' } as const;

new AslRuleTester().run('require-complete-catch', rule, {
  valid: [
    { name: 'any error is told of', definition: told([['OutOfStock'], ['States.ALL']]) },
    { name: 'any error ends the execution anyway', definition: told([['OutOfStock']], Failed) },
    { name: 'each state has errors of its own', definition: told([['OutOfStock']], undefined, ['Invalid']) },
    { name: 'a later state undoes it as well', definition: later('Refund') },
    {
      name: 'a later state undoes it by a way of its own',
      definition: later('Take back', { 'Take back': call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }) }),
    },
    { name: 'a later state whose failure is none', definition: later('Done', { Done: { Type: 'Succeed' } }) },
    {
      name: 'a later state that only tells',
      definition: later('Failed', {}, { Resource: 'arn:aws:states:::sns:publish' }),
    },
    {
      name: 'what was done is undone on the way',
      definition: later('Failed', {
        Ship: call({ ...caught('Refund', ['States.ALL']), Next: 'Release hold' }),
        'Release hold': call({ ...caught('Failed', ['States.ALL']), Next: 'Deliver' }),
      }),
    },
    { name: 'all that was done is undone', definition: saga('Refund card') },
    {
      name: 'what was begun is ended after a failure, too',
      definition: span(starting, stopping, { work: caught('End', ['States.ALL']) }),
    },
    {
      name: 'another one is ended',
      definition: span(starting, sdk('rds:stopDBInstance', { DbInstanceIdentifier: 'old' })),
    },
    {
      name: 'an old key is deleted behind a new one',
      definition: span(
        sdk('iam:createAccessKey', { UserName: 'bot' }, { ResultPath: '$.key' }),
        sdk('iam:deleteAccessKey', { UserName: 'bot', 'AccessKeyId.$': '$.old' }),
      ),
    },
    {
      name: 'what is handled by code',
      definition: span(starting, stopping, {
        failed: { Failed: call({ Next: 'Fail' }, 'lambda:invoke'), Fail: Failed },
      }),
    },
    {
      name: 'what clears away by its name',
      definition: span(starting, stopping, {
        work: caught('Clean up', ['States.ALL']),
        failed: { 'Clean up': call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }, 'sns:publish') },
      }),
    },
    {
      name: 'it is ended on some ways only',
      definition: span(starting, stopping, {
        work: { Next: 'Keep?' },
        failed: {
          'Keep?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.keep', BooleanEquals: true, Next: 'Done' }],
            Default: 'End',
          },
          Done: { Type: 'Succeed' },
        },
      }),
    },
    { name: 'a cluster that ends with its steps', definition: span(cluster({}, false), terminatingCluster) },
    {
      name: 'a cluster that ends when it is idle',
      definition: span(cluster({ AutoTerminationPolicy: { IdleTimeout: 600 } }), terminatingCluster),
    },
    {
      name: 'a step that may end its cluster',
      definition: span(cluster(), terminatingCluster, { work: stepOf('TERMINATE_CLUSTER') }),
    },
    {
      name: 'an application that stops by itself',
      definition: span(
        sdk('emrserverless:startApplication', { ApplicationId: 'a' }),
        sdk('emrserverless:stopApplication', { ApplicationId: 'a' }),
      ),
    },
    {
      name: 'a job that ends by itself',
      definition: span(sdk('glue:startCrawler', { Name: 'a' }), sdk('glue:stopCrawler', { Name: 'a' })),
    },
    {
      name: 'a lock that comes free by itself',
      definition: span(locking({ expiresAt: { 'N.$': '$.end' } }), unlocking()),
    },
    {
      name: 'a lock that passes over an old one',
      definition: span(locking({}, 'attribute_not_exists(id) OR since < :old'), unlocking()),
    },
    {
      name: 'no lock, but an item of another key',
      definition: span(locking(), dynamodb('deleteItem', { Key: { id: { S: 'x' } } })),
    },
    { name: 'another mark is removed', definition: span(marking, unmarking('#since')) },
    { name: 'the mark is set anew', definition: span(marking, unmarking('#since SET #owner = :me')) },
    {
      name: 'who gives a lock back looks whose it is',
      definition: span(locking(), unlocking({ ConditionExpression: 'owner = :me' }), {
        begin: 'End',
        work: caught('End', ['States.ALL']),
      }),
    },
    {
      name: 'it is asked why a lock was not given',
      definition: span(locking(), unlocking(), {
        begin: 'Why?',
        work: caught('End', ['States.ALL']),
        failed: {
          'Why?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.Error', StringEquals: 'X', Next: 'End' }],
            Default: 'Failed',
          },
        },
      }),
    },
    {
      name: 'more that is begun than is looked at',
      definition: machine({
        ...Object.fromEntries(
          Array.from({ length: 12 }, (_, index) => [
            `Begin ${index}`,
            {
              Type: 'Task',
              ...starting,
              ...caught('Failed', ['States.ALL']),
              Next: index < 11 ? `Begin ${index + 1}` : 'End',
            },
          ]),
        ),
        End: { Type: 'Task', ...stopping, ...caught('Failed', ['States.ALL']), End: true },
        Failed,
      }),
    },
    {
      name: 'in a branch whose Parallel has a Catch',
      definition: only({
        Type: 'Parallel',
        Branches: [{ ...span(starting, stopping) }],
        ...caught('Failed', ['States.ALL']),
      }),
    },
    {
      name: 'what is undone instead may be everything',
      definition: saga('Undo', 'Undo', { Undo: call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }) }),
    },
    {
      name: 'two states that what undoes may be for',
      definition: saga('Release stock', 'Release stock', {
        Confirm: call({ ...caught('Refund card', ['States.ALL']), Next: 'Stamp card' }),
        'Stamp card': call({ ...caught('Refund card', ['States.ALL']), End: true }),
      }),
    },
    {
      name: 'what is done besides may undo the rest',
      definition: saga('Handle', 'Release stock', {
        Handle: { ...call({ Next: 'Release stock' }), Resource: 'arn:aws:states:::lambda:invoke' },
      }),
    },
    { name: 'what undoes goes on to undo when it fails', definition: chain('Release stock') },
    {
      name: 'what undoes tells of its failure by a state of its own',
      definition: chain('Alarm', {}, { Alarm: call({ Next: 'Failed' }, 'sns:publish') }),
    },
    { name: 'what undoes fails with an error of its own', definition: chain('Stuck', {}, { Stuck: Failed }) },
    {
      name: 'the message has the error of what undoes',
      definition: chain(
        'Tell customer',
        { ResultPath: '$.stuck' },
        { 'Tell customer': call({ Parameters: { 'Message.$': '$' }, Next: 'Failed' }, 'sns:publish') },
      ),
    },
    {
      name: 'the Fail state has the error of what undoes',
      definition: chain('Failed', {}, { Failed: { ...Failed, CausePath: '$.Cause' } }),
    },
    { name: 'what a state deletes that it has done in part', definition: cleared('Create user') },
    { name: 'more ways to what undoes than are looked at', definition: longSaga(32) },
    {
      name: 'names that have only fillers in common',
      definition: machine({
        'Charge Lambda': call({ ...caught('Failed', ['States.ALL']), Next: 'Ship' }),
        Ship: call({ ...caught('Failed', ['States.ALL']), Next: 'Confirm' }),
        Confirm: call({ ...caught('Void Lambda', ['States.ALL']), End: true }),
        'Void Lambda': call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }),
        Failed,
      }),
    },
    {
      name: 'nothing was done before the Catch that undoes',
      definition: machine({
        Ship: call({ ...caught('Cancel', ['States.ALL']), Next: 'Deliver' }),
        Deliver: call({ ...caught('Failed', ['States.ALL']), End: true }),
        Cancel: call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }),
        Failed,
      }),
    },
    { definition: only(call({ TimeoutSeconds: 9, ...caught('Failed', ['States.ALL']) })) },
    { definition: only(call({ TimeoutSeconds: 9, ...caught('Failed', ['States.TaskFailed'], ['States.Timeout']) })) },
    { name: 'without a timeout', definition: only(call(caught('Failed', ['States.TaskFailed']))) },
    { name: 'one error, the others are not meant', definition: only(call(caught('Failed', ['SQS.XException']))) },
    { name: 'no Catch is another finding', definition: only(call({ TimeoutSeconds: 9, Catch: [] })) },
    { name: 'errors that are filled in', definition: only(call(caught('Failed', ['States.Timeout', '${More}']))) },
    {
      name: 'a Catcher that is filled in',
      code: '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"a","Catch":[{"ErrorEquals":["States.Timeout"],"Next":"B"},${More}],"End":true},"B":{"Type":"Fail"}}}',
    },
    {
      name: 'in an item of a Map that has a Catch itself',
      definition: inMap(call({ TimeoutSeconds: 9, ...caught('Failure', ['States.TaskFailed']) })),
    },
    {
      name: 'a timeout that is caught inside, and one of an item in an execution of its own',
      definition: machine({
        Each: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
            ...machine({ Inner: call({ TimeoutSeconds: 9, End: true }) }),
          },
          ...caught('Failed', ['States.TaskFailed']),
          Next: 'Both',
        },
        Both: {
          Type: 'Parallel',
          Branches: [
            machine({
              Within: call({ TimeoutSeconds: 9, ...caught('Stopped', ['States.ALL']), Next: 'Stopped' }),
              Stopped: { Type: 'Pass', End: true },
            }),
          ],
          ...caught('Failed', ['States.TaskFailed']),
          End: true,
        },
        Failed,
      }),
    },
    { name: 'after any error', definition: paid([['CardDeclined'], ['States.ALL']]) },
    { name: 'what is led to undoes nothing', definition: paid([['CardDeclined']], 'Tell customer') },
    { name: 'nothing was done before', definition: paid([['CardDeclined']], 'Refund', { Resource: read }) },
    { name: 'nobody comes there', definition: machine({ End: Failed, Work: call(caught('End', ['States.Timeout'])) }) },
  ],
  invalid: [
    {
      name: 'any error of other states is told of',
      definition: told([['Lambda.TooManyRequestsException']]),
      errors: [
        {
          message:
            'The Catch of "Ship" leads to "Tell" after "Lambda.TooManyRequestsException" only, and any other failure passes it by, although those of "Load" and "Check" lead there after any; add a Catch on "States.ALL"',
          at: '/States/Ship/Catch[0]/ErrorEquals[0]',
        },
      ],
    },
    {
      name: 'a later state that fails without undoing',
      definition: later('Failed'),
      errors: [
        {
          message:
            '"Deliver" goes to "Failed" when it fails, and what "Pay" did stands, although "Refund" undoes it when "Ship" fails; lead to "Refund" from here, too',
          at: '/States/Deliver/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'an instance runs on',
      definition: span(running, terminating),
      errors: [
        {
          at: stands.at,
          message:
            '"Work" goes to "Failed" when it fails, and what "Begin" did stands, although "End" undoes it when nothing fails; lead to "End" from here, too',
        },
      ],
    },
    { name: 'a database that was started', definition: span(starting, stopping), errors: [stands] },
    {
      name: 'one that was stopped for the work',
      definition: span({ ...stopping, ResultPath: null }, starting),
      errors: [stands],
    },
    {
      name: 'a cluster whose step has failed',
      definition: span(cluster(), terminatingCluster, { work: stepOf('CONTINUE') }),
      errors: [stands],
    },
    {
      name: 'where the failure is told of',
      definition: span(starting, stopping, {
        failed: { Failed: call({ ...caught('Fail', ['States.ALL']), Next: 'Fail' }, 'sns:publish'), Fail: Failed },
      }),
      errors: [stands],
    },
    {
      name: 'in JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        ...machine({
          Begin: {
            Type: 'Task',
            Resource: 'arn:aws:states:::aws-sdk:ec2:runInstances',
            Arguments: instance,
            Assign: { ids: '{% $states.result.Instances.InstanceId %}' },
            Next: 'Work',
          },
          Work: call({ ...caught('Failed', ['States.ALL']), Next: 'End' }),
          End: {
            Type: 'Task',
            Resource: 'arn:aws:states:::aws-sdk:ec2:terminateInstances',
            Arguments: { InstanceIds: '{% $ids %}' },
            End: true,
          },
          Failed,
        }),
      },
      errors: [stands],
    },
    { name: 'a lock stays taken', definition: span(locking(), unlocking()), errors: [stands] },
    { name: 'a mark that was set in an item', definition: span(marking, unmarking()), errors: [stands] },
    {
      name: 'an expression of several lines',
      definition: span(marking, unmarking('#since,\n  #owner\nSET #free = :now')),
      errors: [stands],
    },
    {
      name: 'a lock of another execution is given back',
      definition: span(locking(), unlocking(), { begin: 'End', work: caught('End', ['States.ALL']) }),
      errors: [
        {
          message:
            '"Begin" goes on to "End" also when the lock is taken, and gives back what belongs to another execution; lead its Catch past "End", or give that a "ConditionExpression" on the owner',
          at: '/States/Begin/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'a later state that tells of its failure and undoes nothing',
      definition: later('Tell', {
        Tell: call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }, 'sns:publish'),
      }),
      errors: [{ messageId: 'skipped', at: '/States/Deliver/Catch[0]/Next' }],
    },
    {
      name: 'a later state, where a Choice leads to what undoes as well',
      definition: later('Failed', {
        Ship: call({ ...caught('Refund', ['States.ALL']), Next: 'Shipped?' }),
        'Shipped?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.MessageId', IsPresent: true, Next: 'Deliver' }],
          Default: 'Refund',
        },
      }),
      errors: [{ messageId: 'skipped', at: '/States/Deliver/Catch[0]/Next' }],
    },
    {
      name: 'a state between that undoes one of two',
      definition: saga('Release stock'),
      errors: [
        {
          message:
            '"Ship" goes to "Release stock" when it fails, and what "Charge card" did stands, although "Refund card" undoes it when "Confirm" fails; lead to "Refund card" from here, too',
          at: '/States/Ship/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'a state before the first one that undoes',
      definition: saga('Refund card', 'Failed'),
      errors: [{ messageId: 'skipped', at: '/States/Charge card/Catch[0]/Next' }],
    },
    {
      name: 'the last one of as many as are looked at',
      definition: longSaga(31),
      errors: [{ messageId: 'skipped', at: '/States/Do 31/Catch[0]/Next' }],
    },
    {
      name: 'what is deleted when another state fails',
      definition: cleared('Grant access'),
      errors: [
        {
          message:
            '"Enable" goes to "Failed" when it fails, and what "Create user" did stands, although "Delete user" undoes it when "Grant access" fails; lead to "Delete user" from here, too',
          at: '/States/Enable/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'one of two, and the failure noted in a table',
      definition: saga('Note', 'Release stock', {
        Note: call(
          {
            Parameters: { Item: { status: { S: 'FAILED' } } },
            ...caught('Failed', ['States.ALL']),
            Next: 'Release stock',
          },
          'dynamodb:putItem',
        ),
      }),
      errors: [{ messageId: 'skipped', at: '/States/Ship/Catch[0]/Next' }],
    },
    {
      name: 'a later state that undoes less, by names that do not tell what',
      definition: later('Release', {
        Refund: call({ ...caught('Release', ['States.ALL']), Next: 'Release' }),
        Release: call({ ...caught('Failed', ['States.ALL']), Next: 'Failed' }),
      }),
      errors: [
        {
          message:
            '"Deliver" goes to "Release" when it fails, past "Refund", which undoes more when "Ship" fails, an earlier state; lead to "Refund" from here, too',
          at: '/States/Deliver/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'what undoes fails past what is undone next',
      definition: chain('Failed', { ResultPath: '$.stuck' }),
      errors: [
        {
          message:
            '"Refund" goes to "Failed" when it fails, just as when all is undone, but past "Release stock", so that nobody learns of what still stands; lead the Catch to a state that tells of it and goes on to "Release stock"',
          at: '/States/Refund/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'the same by a message that is sent anyway',
      definition: chain('Tell customer', { ResultPath: null }),
      errors: [{ messageId: 'broken', at: '/States/Refund/Catch[0]/Next' }],
    },
    {
      name: 'the error takes the place of the data, and nothing reads it',
      definition: chain('Failed'),
      errors: [{ messageId: 'broken', at: '/States/Refund/Catch[0]/Next' }],
    },
    {
      name: 'the same in JSONata',
      definition: { QueryLanguage: 'JSONata', ...chain('Failed', {}, { 'Tell customer': call({ Next: 'Failed' }) }) },
      errors: [{ messageId: 'broken', at: '/States/Refund/Catch[0]/Next' }],
    },
    {
      name: 'all but the timeout',
      definition: only(call({ TimeoutSeconds: 9, ...caught('Failed', ['A', 'States.TaskFailed']) })),
      errors: [
        {
          message:
            '"States.TaskFailed" takes every error but a timeout, so that of "Work" passes the Catch of "Work"; add "States.Timeout", or use "States.ALL"',
          at: '/States/Work/Catch[0]/ErrorEquals[1]',
        },
      ],
    },
    {
      name: 'that of a Task inside',
      definition: only({
        Type: 'Parallel',
        Branches: [machine({ Inner: call({ HeartbeatSecondsPath: '$.beat', End: true }) })],
        ...caught('Failed', ['States.TaskFailed']),
      }),
      errors: [{ message: /so that of "Inner" passes the Catch of "Work"/, ...first }],
    },
    {
      name: 'only the timeout',
      definition: only(call(caught('Failed', ['States.Timeout'], ['States.HeartbeatTimeout']))),
      errors: [
        {
          message:
            'The Catch of "Work" takes timeouts only, and any other failure passes it; add a Catch on "States.ALL"',
          ...first,
        },
      ],
    },
    {
      name: 'what was done stands after any other error',
      definition: paid([['OutOfStock']]),
      errors: [
        {
          message:
            'The Catch of "Ship" leads to "Refund" after "OutOfStock" only, and any other failure leaves what "Pay" did standing; add a Catch on "States.ALL"',
          at: '/States/Ship/Catch[0]/ErrorEquals[0]',
        },
      ],
    },
    {
      name: 'what undoes fails otherwise',
      definition: paid([['States.ALL']], 'Refund', {}, caught('Failed', ['RefundRejected'])),
      errors: [
        {
          message:
            '"Refund" undoes something after a failure, and its Catch takes "RefundRejected" only: any other failure hides the first one; add a Catch on "States.ALL"',
          at: '/States/Refund/Catch[0]/ErrorEquals[0]',
        },
      ],
    },
  ],
});
