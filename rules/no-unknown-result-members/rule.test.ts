import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const call = (action: string, more: object = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${action}`,
  Next: 'Use',
  ...more,
});
const use = (path: string) => ({ Type: 'Pass', Parameters: { 'x.$': path }, End: true });
const reads = (action: string, path: string, more: object = {}) =>
  machine({ Call: call(action, { ResultPath: '$.r', ...more }), Use: use(path) });
const keep = 'read one of these, or keep what an earlier state had';

const jsonata = (name: string, Output: unknown) => ({
  QueryLanguage: 'JSONata',
  ...machine({ Call: { Type: 'Task', Resource: `arn:aws:states:::${name}`, Arguments: {}, Output, End: true } }),
});

const imports = (action: string, ReaderConfig: object | undefined, item: string, result: string) =>
  machine({
    Import: {
      Type: 'Map',
      ItemReader: { Resource: `arn:aws:states:::s3:${action}`, ReaderConfig, Parameters: { Bucket: 'b' } },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Item',
        States: { Item: { Type: 'Pass', Parameters: { 'x.$': item }, End: true } },
      },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b' } },
      ResultPath: '$.run',
      Next: 'Use',
    },
    Use: use(result),
  });

const waits = (name: string, Parameters: object) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${name}`,
  Parameters,
  ResultPath: '$.r',
  Next: 'Use',
});

new AslRuleTester().run('no-unknown-result-members', rule, {
  valid: [
    ...['SdkHttpMetadata.HttpStatusCode', 'SdkHttpMetadata.HttpHeaders.Date', 'SdkResponseMetadata.RequestId'].map(
      (member) => ({ name: member, definition: reads('sns:publish', `$.r.${member}`) }),
    ),
    ...[
      '$.r.Contents[*].Key',
      '$.r.Contents[1:].Key',
      '$.r.Contents[?(@.Size > 1)].Key',
      '$.r.Contents[*].Owner.*',
      '$.r.CommonPrefixes[*]',
      '$.r..key',
      "$.r.Contents[*]['Key','Size']",
      '$.other[*].key',
    ].map((path) => ({ name: path, definition: reads('aws-sdk:s3:listObjectsV2', path) })),
    ...[{ ReturnValues: 'ALL_NEW' }, { 'ReturnValues.$': '$.what' }, { ReturnValues: '${What}' }].map((Parameters) => ({
      name: 'what a write is asked to tell',
      definition: reads('dynamodb:updateItem', '$.r.Attributes.n.N', { Parameters }),
    })),
    {
      name: 'what has been taken out of the data is read without the way to it, in a loop, in a tree',
      definition: machine({
        Order: { Type: 'Pass', InputPath: '$.order', Parameters: { 'x.$': '$.id' }, ResultPath: '$.x', Next: 'Keep' },
        Keep: { Type: 'Pass', InputPath: '$.order', ResultPath: '$.kept', Next: 'Read' },
        Read: { Type: 'Pass', Parameters: { 'x.$': '$.order.id', 'order.$': '$.order' }, Next: 'Made' },
        Made: { Type: 'Pass', OutputPath: '$.order', Next: 'Tree' },
        Tree: {
          Type: 'Pass',
          InputPath: '$.data',
          Parameters: { 'x.$': '$.data.id', 'list.$': '$.list' },
          Next: 'Down',
        },
        Down: { Type: 'Pass', InputPath: '$.list.rest', Next: 'More' },
        More: {
          Type: 'Choice',
          Choices: [{ Variable: '$.list.rest', IsPresent: true, Next: 'Down' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'the Payload, which has been taken out',
      definition: reads('lambda:invoke', '$.total', {
        Parameters: { FunctionName: 'f' },
        ResultPath: undefined,
        OutputPath: '$.Payload',
      }),
    },
    { definition: reads('dynamodb:getItem', '$.r.Item.status.S') },
    { name: 'names that the caller chooses', definition: reads('dynamodb:getItem', '$.r.Item.anything.M.more.S') },
    {
      name: 'metadata of optimized integrations',
      definition: reads('sqs:sendMessage', '$.r.SdkHttpMetadata.HttpStatusCode'),
    },
    {
      name: 'with a task token anybody sends the result',
      definition: reads('sqs:sendMessage.waitForTaskToken', '$.r.approved'),
    },
    {
      name: 'metadata of a nested execution that is only started',
      definition: reads('states:startExecution', '$.r.SdkHttpMetadata.HttpStatusCode'),
    },
    {
      name: 'what a nested execution may send back itself',
      definition: reads('states:startExecution.waitForTaskToken', '$.r.ExecutionArn'),
    },
    { name: 'what a job leaves', definition: reads('glue:startJobRun.sync', '$.r.Id') },
    {
      name: 'an exit code of a task that has run',
      definition: reads('ecs:runTask.sync', '$.r.Containers[0].ExitCode'),
    },
    { name: 'a job that is asked for otherwise', definition: reads('eks:createCluster.sync', '$.r.anything') },
    {
      name: 'what a function gives back itself',
      definition: machine({
        Call: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:total:live', Next: 'Use' },
        Use: use('$.sum'),
      }),
    },
    {
      name: 'JSONata: a filter and a block that read what is there',
      definition: machine(
        {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::aws-sdk:sqs:receiveMessage',
            Output: '{% ( $all := $states.result.Messages; $all[Body != ""].MessageId ) %}',
            End: true,
          },
        },
        { QueryLanguage: 'JSONata' },
      ),
    },
    { name: 'a child, its output as JSON', definition: reads('states:startExecution.sync:2', '$.r.Output.total') },
    { name: 'an HTTP endpoint', definition: reads('http:invoke', '$.r.ResponseBody.id') },
    { name: 'the name of a Glue job', definition: reads('glue:startJobRun', '$.r.JobName') },
    { name: 'an action that is not known', definition: reads('aws-sdk:s3:teleportObject', '$.r.Anything') },
    {
      name: 'a service of an AWS SDK integration',
      definition: reads('aws-sdk:s3:listObjectsV2', '$.r.Contents[0].Key'),
    },
    {
      name: 'selected before',
      definition: reads('dynamodb:getItem', '$.r.status', { ResultSelector: { 'status.$': '$.Item.status.S' } }),
    },
    { name: 'a placeholder', definition: reads('${Action}', '$.r.Anything') },
    {
      name: 'what lambda:invoke gives is on record: a finding of no-missing-paths',
      definition: reads('lambda:invoke', '$.r.body'),
    },
    {
      name: 'a Choice that asks for what may be there',
      definition: machine({
        Call: call('dynamodb:getItem'),
        Use: { Type: 'Choice', Choices: [{ Variable: '$.Item', IsPresent: true, Next: 'Done' }], Default: 'Done' },
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'a Choice that asks which way was taken',
      definition: machine({
        Call: { ...call('dynamodb:getItem'), Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Use' }] },
        Use: { Type: 'Choice', Choices: [{ Variable: '$.Error', IsPresent: true, Next: 'Done' }], Default: 'Done' },
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'what is listed',
      definition: imports('listObjectsV2', undefined, '$.Key', '$.run.ResultWriterDetails.Key'),
    },
    ...['$.run.ResultWriterDetails[*]', '$.run[*].Bucket', '$.run.*'].map((path) => ({
      name: `a wildcard that finds the members of an object: ${path}`,
      definition: imports('listObjectsV2', undefined, '$.Key', path),
    })),
    {
      name: 'what is read from the listed objects',
      definition: imports('listObjectsV2', { InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' }, '$.id', '$.run'),
    },
    {
      name: 'rows',
      definition: imports('getObject', { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }, '$.id', '$.run'),
    },
    {
      name: 'JSONata: what is read of the elements of a list',
      definition: jsonata('aws-sdk:ec2:describeInstances', {
        filter: "{% $states.result.Reservations.Instances[State.Name = 'running' and Tags[Key = 'x']].InstanceId %}",
        object: "{% $states.result.Reservations.Instances.{ 'id': InstanceId, 'name': Tags[Key = 'Name'].Value } %}",
        block: '{% $states.result.Reservations.Instances.($id := InstanceId; $id & State.Name) %}',
        order: '{% $states.result.Reservations.Instances^(>LaunchTime).ImageId[] %}',
        group: '{% $states.result.Reservations.Instances{ InstanceId: $count(Tags) } %}',
        parent: '{% $states.result.Reservations.Instances.{ "owner": %.OwnerId } %}',
        bound: '{% $states.result.Reservations@$r.Instances.{ "owner": $r.OwnerId, "any": owner } %}',
        called: '{% $map($states.result.Reservations, function($r, $at, $all) { [$r.OwnerId, $at.x, $all.x] }) %}',
        applied: '{% $states.result.Reservations ~> $filter(function($r) { $r.OwnerId }) %}',
        folded: '{% $reduce($states.result.Reservations, function($a, $r) { $a.x + $count($r.Instances) }, 0) %}',
        own: "{% ($map := function($l, $f) { $f({ 'own': $l }) }; $map($states.result, function($r) { $r.own })) %}",
      }),
    },
    {
      name: 'tests and elements in JSONata',
      definition: jsonata('aws-sdk:s3:listObjectsV2', {
        any: '{% $exists($states.result.Contents) %}',
        keys: '{% [$states.result.Contents.Key] %}',
        owners: '{% [$states.result.Contents.Owner.DisplayName] %}',
        own: '{% $exists($states.input.contents) %}',
      }),
    },
  ],
  invalid: [
    {
      name: 'what Step Functions tells of the answer',
      definition: reads('sns:publish', '$.r.SdkHttpMetadata.StatusCode'),
      errors: [
        {
          message:
            '"$.r.SdkHttpMetadata.StatusCode" leads to nothing: "$.r.SdkHttpMetadata" is what Step Functions tells of the answer and has no "StatusCode", only "AllHttpHeaders", "HttpHeaders" and "HttpStatusCode"; read one of these, or keep what an earlier state had',
          at: '/States/Use/Parameters/x.$',
          find: '$.r.SdkHttpMetadata.StatusCode',
        },
      ],
    },
    ...(
      [
        ['$.r.Contents[*].key', '"$.r.Contents[*]"', 'key', 'did you mean "Key"?'],
        ['$.r.Contents[1:].key', '"$.r.Contents[1:]"', 'key', 'did you mean "Key"?'],
        ['$.r.Contents[?(@.Size > 1)].key', '"$.r.Contents[?(@.Size > 1)]"', 'key', 'did you mean "Key"?'],
        ['$.r.contents[*]', '"$.r"', 'contents', 'did you mean "Contents"?'],
      ] as const
    ).map(([path, holder, name, remedy]) => ({
      name: path,
      definition: reads('aws-sdk:s3:listObjectsV2', path),
      errors: [
        {
          message: `"${path}" leads to nothing: ${holder} is the result of s3:listObjectsV2 in "Call" and has no "${name}"; ${remedy}`,
          at: '/States/Use/Parameters/x.$',
          find: path,
        },
      ],
    })),
    ...(
      [
        ['$.run.ResultWriterDetails[*].Key', '$.run.ResultWriterDetails'],
        ['$.run.ResultWriterDetails.*.Key', '$.run.ResultWriterDetails'],
        ['$.run[*].id', '$.run'],
      ] as const
    ).map(([path, holder]) => ({
      name: `a wildcard where a ResultWriter gives no list: ${path}`,
      definition: imports('listObjectsV2', undefined, '$.Key', path),
      errors: [
        {
          message: `"${path}" leads to nothing: "${holder}" is what the ResultWriter of "Import" gives, not an array; read its members by their names`,
          at: '/States/Use/Parameters/x.$',
          find: path,
        },
      ],
    })),
    ...[
      ['glue:getCrawler', '"Crawler"'],
      ['glue:startJobRun', '"JobRunId"'],
    ].map(([action, members]) => ({
      name: `only the optimized call of Glue repeats the name of the job: ${action}`,
      definition: reads(`aws-sdk:${action}`, '$.r.State'),
      errors: [
        {
          message: `"$.r.State" leads to nothing: "$.r" is the result of ${action} in "Call" and has no "State", only ${members}; ${keep}`,
          at: '/States/Use/Parameters/x.$',
          find: '$.r.State',
        },
      ],
    })),
    ...['dynamodb:updateItem', 'aws-sdk:dynamodb:deleteItem'].map((action) => ({
      name: `what ${action} is not asked to tell`,
      definition: reads(action, '$.r.Attributes.n.N', { Parameters: { TableName: 't' } }),
      errors: [
        {
          message: `"$.r.Attributes.n.N" leads to nothing: "$.r" is the result of ${action.replace('aws-sdk:', '')} in "Call", which has no "ReturnValues", and has no "Attributes", only "ConsumedCapacity"${action.startsWith('aws') ? ' and "ItemCollectionMetrics"' : ', "ItemCollectionMetrics" and others'}; ${keep}`,
          at: '/States/Use/Parameters/x.$',
          find: '$.r.Attributes.n.N',
        },
      ],
    })),
    {
      name: 'what dynamodb:updateItem is asked not to tell',
      definition: reads('dynamodb:updateItem', '$.r.Attributes.n.N', {
        Parameters: { TableName: 't', ReturnValues: 'NONE' },
      }),
      errors: [
        {
          message: /dynamodb:updateItem in "Call", whose "ReturnValues" are "NONE", and has no "Attributes"/,
          at: '/States/Use/Parameters/x.$',
          find: '$.r.Attributes.n.N',
        },
      ],
    },
    {
      name: 'what has been taken out of the data is read by the way to it',
      definition: machine({
        Order: {
          Type: 'Pass',
          InputPath: '$.order',
          Parameters: { 'x.$': '$.order.id' },
          ResultPath: '$.x',
          Next: 'Get',
        },
        Get: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: 'f' },
          ResultPath: '$.got',
          OutputPath: '$.got.Payload',
          Next: 'Use',
        },
        Use: use("States.Format('{}', $.got.Payload.text)"),
      }),
      errors: [
        {
          message:
            '"$.order.id" leads to nothing: "$" is already "$.order", by the "InputPath" of "Order"; read "$.id"',
          at: '/States/Order/Parameters/x.$',
          find: '$.order.id',
        },
        {
          message:
            '"$.got.Payload.text" leads to nothing: "$" is already "$.got.Payload", by the "OutputPath" of "Get"; read "$.text"',
          at: '/States/Use/Parameters/x.$',
          find: '$.got.Payload.text',
        },
      ],
    },
    {
      name: 'JSONata: by the way to it',
      definition: machine(
        {
          Order: { Type: 'Pass', Output: '{% $states.input.order %}', Next: 'Use' },
          Use: { Type: 'Pass', Output: '{% $states.input.order.lines[0].id %}', End: true },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          message:
            '"$states.input.order.lines[0].id" leads to nothing: "$states.input" is already "$states.input.order", by the "Output" of "Order"; read "$states.input.lines[0].id"',
          at: '/States/Use/Output',
          find: '$states.input.order.lines[0].id',
        },
      ],
    },
    ...(
      [
        ['$states.result.Contents[size > 0].Key', 'size', '$states.result.Contents', 'size', 'Size'],
        ['$states.result.Contents[Size > 0].key', 'key', '$states.result.Contents', 'key', 'Key'],
        ["$states.result.Contents.{ 'k': Key, 's': size }", 'size', '$states.result.Contents', 'size', 'Size'],
        ['$states.result.Contents.(owner.ID)', 'owner.ID', '$states.result.Contents', 'owner', 'Owner'],
        ['$states.result.Contents[Owner.iD = 1]', 'Owner.iD', '$states.result.Contents.Owner', 'iD', 'Id'],
        ['$states.result.Contents^(>size).Key', 'size', '$states.result.Contents', 'size', 'Size'],
        ['$states.result.Contents{ Key: size }', 'size', '$states.result.Contents', 'size', 'Size'],
        ['$states.result.Contents.key[]', '$states.result.Contents.key', '$states.result.Contents', 'key', 'Key'],
        ['$map($states.result.Contents, function($c) { $c.key })', '$c.key', '$c', 'key', 'Key'],
        ['$states.result.Contents ~> $filter(function($c) { $c.size })', '$c.size', '$c', 'size', 'Size'],
        ['$sort($states.result.Contents, function($a, $b) { $a.Size > $b.size })', '$b.size', '$b', 'size', 'Size'],
        ['($list := $states.result.Contents; $list[size > 1])', 'size', '$list', 'size', 'Size'],
        ['$count($states.result.Contents[Size > 0 and key]) = 0', 'key', '$states.result.Contents', 'key', 'Key'],
      ] as const
    ).map(([code, find, list, name, meant]) => ({
      name: code,
      definition: jsonata('aws-sdk:s3:listObjectsV2', `{% ${code} %}`),
      errors: [
        {
          message: `"${find.startsWith('$') ? find : `${find.includes('Owner') ? '$states.result.Contents' : list}.${find}`}" leads to nothing: "${list}" is the result of s3:listObjectsV2 in "Call" and has no "${name}"; did you mean "${meant}"?`,
          at: '/States/Call/Output',
          find,
        },
      ],
    })),
    {
      name: 'the Payload, though it has been taken out',
      definition: reads('lambda:invoke', '$.Payload.total', {
        Parameters: { FunctionName: 'f' },
        ResultPath: undefined,
        OutputPath: '$.Payload',
      }),
      errors: [
        {
          message:
            '"$.Payload.total" leads to nothing: "$" is what the function gives back in "Call", without the "Payload" that was around it; read "$.total"',
          at: '/States/Use/Parameters/x.$',
          find: '$.Payload.total',
        },
      ],
    },
    {
      name: 'JSONata: the Payload, though it has been taken out',
      definition: {
        QueryLanguage: 'JSONata',
        ...machine({
          Call: call('lambda:invoke', { Arguments: { FunctionName: 'f' }, Output: '{% $states.result.Payload %}' }),
          Use: { Type: 'Pass', Output: '{% $states.input.Payload.total %}', End: true },
        }),
      },
      errors: [
        { message: /; read "\$states\.input\.total"/, at: '/States/Use/Output', find: '$states.input.Payload.total' },
      ],
    },
    {
      name: 'the answer of a call whose result comes with its token',
      definition: reads('sqs:sendMessage.waitForTaskToken', '$.r.MessageId'),
      errors: [
        {
          message:
            '"$.r.MessageId" leads to nothing: "$.r" is what SendTaskSuccess brings "Call", and not the answer of the call, which has a "MessageId"; read what it brings, or let it bring a "MessageId"',
          at: '/States/Use/Parameters/x.$',
          find: '$.r.MessageId',
        },
      ],
    },
    {
      name: 'the same of an AWS SDK integration, in JSONata',
      definition: jsonata('aws-sdk:sns:publish.waitForTaskToken', '{% $states.result.MessageId %}'),
      errors: [{ messageId: 'missing', at: '/States/Call/Output', find: '$states.result.MessageId' }],
    },
    {
      name: 'the metadata of a callback',
      definition: reads('sns:publish.waitForTaskToken', '$.r.SdkHttpMetadata.HttpStatusCode'),
      errors: [{ messageId: 'missing', at: '/States/Use/Parameters/x.$', find: '$.r.SdkHttpMetadata.HttpStatusCode' }],
    },
    {
      name: 'metadata, which not all optimized integrations give',
      definition: reads('events:putEvents', '$.r.SdkHttpMetadata.HttpStatusCode'),
      errors: [{ messageId: 'missing', at: '/States/Use/Parameters/x.$', find: '$.r.SdkHttpMetadata.HttpStatusCode' }],
    },
    {
      name: 'nor a nested execution that has ended',
      definition: reads('states:startExecution.sync:2', '$.r.SdkHttpMetadata.HttpStatusCode'),
      errors: [{ messageId: 'missing', at: '/States/Use/Parameters/x.$', find: '$.r.SdkHttpMetadata.HttpStatusCode' }],
    },
    {
      name: 'a Payload around what a callback brings',
      definition: machine({ Call: waits('lambda:invoke.waitForTaskToken', {}), Use: use('$.r.Payload.total') }),
      errors: [
        {
          message:
            '"$.r.Payload.total" leads to nothing: "$.r" is what SendTaskSuccess brings "Call", and only "lambda:invoke" without a token puts a "Payload" around it; read "$.r.total", or let SendTaskSuccess bring a "Payload"',
          at: '/States/Use/Parameters/x.$',
          find: '$.r.Payload.total',
        },
      ],
    },
    {
      name: 'what a call that does not wait cannot give',
      definition: machine({ Call: waits('lambda:invoke', { InvocationType: 'Event' }), Use: use('$.r.Payload.total') }),
      errors: [
        {
          message: /is what "Call" gets for want of waiting \("InvocationType": "Event"\) and has no "total"/,
          at: '/States/Use/Parameters/x.$',
          find: '$.r.Payload.total',
        },
      ],
    },
    {
      name: 'what an ItemReader lists, and what a ResultWriter gives',
      definition: imports('listObjectsV2', undefined, '$.ObjectKey', '$.run.ResultWriterDetails.Manifest'),
      errors: [
        {
          message: /"\$" is an object that "Import" lists and has no "ObjectKey", only "Etag", "Key" and others/,
          at: '/States/Import/ItemProcessor/States/Item/Parameters/x.$',
          find: '$.ObjectKey',
        },
        {
          message: /is what the ResultWriter of "Import" gives and has no "Manifest", only "Bucket" and "Key"/,
          at: '/States/Use/Parameters/x.$',
          find: '$.run.ResultWriterDetails.Manifest',
        },
      ],
    },
    {
      name: 'a Choice that asks for what no result can have',
      definition: machine({
        Call: call('dynamodb:getItem'),
        Use: { Type: 'Choice', Choices: [{ Variable: '$.item', IsPresent: true, Next: 'Done' }], Default: 'Done' },
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          message: /"\$\.item" leads to nothing: .* did you mean "Item"\?$/,
          at: '/States/Use/Choices[0]/Variable',
          find: '$.item',
        },
      ],
    },
    {
      name: 'tests and elements in JSONata',
      definition: jsonata('aws-sdk:s3:listObjectsV2', {
        any: '{% $exists($states.result.contents) %}',
        count: '{% $count($states.result.Content) > 0 %}',
        keys: '{% [$states.result.Contents.ObjectKey] %}',
        owners: '{% $states.result.Contents.Owner.Name %}',
      }),
      errors: (
        [
          ['any', '$states.result.contents', /did you mean "Contents"\?$/],
          ['count', '$states.result.Content', /did you mean "Contents"\?$/],
          ['keys', '$states.result.Contents.ObjectKey', /"\$states\.result\.Contents" is .* has no "ObjectKey"/],
          ['owners', '$states.result.Contents.Owner.Name', /has no "Name"/],
        ] as const
      ).map(([name, find, message]) => ({ message, at: `/States/Call/Output/${name}` as const, find })),
    },
    {
      name: 'another case',
      definition: reads('dynamodb:getItem', '$.r.item.status.S'),
      errors: [
        {
          message:
            '"$.r.item.status.S" leads to nothing: "$.r" is the result of dynamodb:getItem in "Call" and has no "item"; did you mean "Item"?',
          at: '/States/Use/Parameters/x.$',
          find: '$.r.item.status.S',
        },
      ],
    },
    {
      name: 'the input that the result has replaced',
      definition: machine({ Call: call('sns:publish'), Use: use('$.orderId') }),
      errors: [
        {
          message: `"$.orderId" leads to nothing: "$" is the result of sns:publish in "Call" and has no "orderId", only "MessageId", "SequenceNumber" and others; ${keep}`,
          at: '/States/Use/Parameters/x.$',
          find: '$.orderId',
        },
      ],
    },
    {
      name: 'names as the API has them, where AWS SDK integrations have others',
      definition: reads('aws-sdk:rds:describeDBInstances', '$.r.DBInstances[0].DBInstanceStatus'),
      errors: [
        {
          message:
            '"$.r.DBInstances[0].DBInstanceStatus" leads to nothing: "$.r" is the result of rds:describeDBInstances in "Call" and has no "DBInstances"; did you mean "DbInstances"?',
          at: '/States/Use/Parameters/x.$',
          find: '$.r.DBInstances[0].DBInstanceStatus',
        },
      ],
    },
    {
      name: 'the contents of an object of S3, which are text',
      definition: reads('aws-sdk:s3:getObject', '$.r.Body.total'),
      errors: [
        {
          message:
            '"$.r.Body.total" leads to nothing: "$.r.Body" is a string; make JSON of it with States.StringToJson($.r.Body) first',
          at: '/States/Use/Parameters/x.$',
          find: '$.r.Body.total',
        },
      ],
    },
    {
      name: 'the output of a child, which .sync gives as text',
      definition: reads('states:startExecution.sync', '$.r.Output.total'),
      errors: [
        {
          message:
            '"$.r.Output.total" leads to nothing: "$.r.Output" is a string; make JSON of it with States.StringToJson($.r.Output) first',
          at: '/States/Use/Parameters/x.$',
          find: '$.r.Output.total',
        },
      ],
    },
    {
      name: 'on one of two ways',
      definition: machine({
        Which: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Call' }], Default: 'Use' },
        Call: call('http:invoke'),
        Use: use('$.body'),
      }),
      errors: [
        {
          message: `"$.body" leads to nothing on the way "Which" > "Call" > "Use": "$" is the result of http:invoke in "Call" and has no "body", only "Headers", "ResponseBody" and others; ${keep}`,
          at: '/States/Use/Parameters/x.$',
          find: '$.body',
        },
      ],
    },
    {
      name: 'JSONata, and an element of a list',
      definition: machine(
        {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::aws-sdk:sqs:receiveMessage',
            Output: '{% $states.result.Message %}',
            End: true,
          },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          message:
            '"$states.result.Message" leads to nothing: "$states.result" is the result of sqs:receiveMessage in "Call" and has no "Message"; did you mean "Messages"?',
          at: '/States/Call/Output',
          find: '$states.result.Message',
        },
      ],
    },
    {
      name: 'a member of a list',
      definition: reads('aws-sdk:sqs:receiveMessage', '$.r.Messages.Body'),
      errors: [
        {
          message:
            '"$.r.Messages.Body" leads to nothing: "$.r.Messages" is an array; read an element of it, "$.r.Messages[0].Body"',
          at: '/States/Use/Parameters/x.$',
          find: '$.r.Messages.Body',
        },
      ],
    },
    {
      name: 'a contract makes the model of the API narrower, and is not in its place',
      definition: {
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::aws-sdk:sqs:receiveMessage',
            Parameters: { QueueUrl: 'q' },
            Next: 'Use',
          },
          Use: { Type: 'Pass', Parameters: { 'a.$': '$.Messages[0].Body', 'x.$': '$.Message' }, End: true },
        },
      },
      contracts: { tasks: { Call: { result: { type: 'object', required: ['Messages'] } } } },
      errors: [
        {
          message:
            '"$.Message" leads to nothing: "$" is the result of sqs:receiveMessage in "Call" and has no "Message"; did you mean "Messages"?',
          at: '/States/Use/Parameters/x.$',
          find: '$.Message',
        },
      ],
    },
    {
      name: 'the Payload of a function that is called by its ARN',
      definition: machine({
        Call: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:123456789012:function:total:live',
          ResultPath: '$.r',
          Next: 'Use',
        },
        Use: use('$.r.Payload.sum'),
      }),
      errors: [
        {
          message:
            '"$.r.Payload.sum" leads to nothing: "$.r" is the result of the function "total" in "Call", and only "lambda:invoke" puts a "Payload" around what a function gives back; read "$.r.sum"',
          at: '/States/Use/Parameters/x.$',
          find: '$.r.Payload.sum',
        },
      ],
    },
    {
      name: 'an attribute of DynamoDB without its type',
      definition: reads('dynamodb:getItem', '$.r.Item.address.city'),
      errors: [
        {
          message: `"$.r.Item.address.city" leads to nothing: "$.r.Item.address" is the result of dynamodb:getItem in "Call" and has no "city", only "S", "N" and others; ${keep}`,
          at: '/States/Use/Parameters/x.$',
          find: '$.r.Item.address.city',
        },
      ],
    },
    {
      name: 'a job: what has started it, and the answer that describes it',
      definition: reads('glue:startJobRun.sync', '$.r.JobRun.JobRunState'),
      errors: [
        {
          message: `"$.r.JobRun.JobRunState" leads to nothing: "$.r" is the result of glue:startJobRun in "Call" and has no "JobRun", only "Id", "Attempt" and others; ${keep}`,
          at: '/States/Use/Parameters/x.$',
          find: '$.r.JobRun.JobRunState',
        },
      ],
    },
    {
      name: 'JSONata: in a block, behind a variable, in front of a filter',
      definition: machine(
        {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::dynamodb:getItem',
            Output: '{% ( $row := $states.result; { "open": $row.Items[state.S = "open"] } ) %}',
            End: true,
          },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [
        {
          message:
            '"$row.Items" leads to nothing: "$row" is the result of dynamodb:getItem in "Call" and has no "Items"; did you mean "Item"?',
          at: '/States/Call/Output',
          find: '$row.Items',
        },
      ],
    },
  ],
});
