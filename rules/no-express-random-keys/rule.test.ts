import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const type = 'EXPRESS';
const machine = (States: object, more: object = {}) => ({ ...more, StartAt: Object.keys(States)[0], States });
const made = { Type: 'Pass', Parameters: { 'id.$': 'States.UUID()' }, Next: 'Save' };
const put = (Item: unknown, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::dynamodb:putItem',
  Parameters: { TableName: 'orders', Item, ...more },
  End: true,
});
const byId = put({ id: { 'S.$': '$.id' } });
const each = (ItemSelector: object, States: object) => ({
  Type: 'Map',
  ItemSelector,
  ItemProcessor: machine(States),
  Next: 'Other',
});
const jsonata = (Make: object, id: string) =>
  machine(
    {
      Make: { Type: 'Pass', Next: 'Save', ...Make },
      Save: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Arguments: { TableName: 'orders', Item: { id: { S: id } } },
        End: true,
      },
    },
    { QueryLanguage: 'JSONata' },
  );

const call = (Resource: string, Parameters: object) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${Resource}`,
  Parameters,
  End: true,
});

new AslRuleTester().run('no-express-random-keys', rule, {
  valid: [
    {
      name: 'a Map inside has items of its own, and a state inside another value',
      type,
      definition: machine({
        Each: each(
          { 'id.$': 'States.UUID()', 'lines.$': '$$.Map.Item.Value' },
          { Inner: each({ 'id.$': '$$.Map.Item.Value' }, { Save: byId }) },
        ),
        Other: each(
          { 'id.$': 'States.UUID()' },
          { Make: { ...made, Parameters: { 'id.$': '$$.Execution.Id' } }, Save: byId },
        ),
      }),
    },
    {
      name: 'the UUID is not what the execution is named by',
      type,
      definition: machine({
        Make: made,
        Save: call('states:startExecution', { StateMachineArn: '${Child}', 'Name.$': '$.order', 'Input.$': '$.id' }),
      }),
    },
    { name: 'Standard runs each step once', definition: machine({ Make: made, Save: byId }) },
    { name: 'the key is from the input', type, definition: machine({ Save: byId }) },
    {
      name: 'the key is that of the execution',
      type,
      definition: machine({ Make: { ...made, Parameters: { 'id.$': '$$.Execution.Id' } }, Save: byId }),
    },
    {
      name: 'the UUID is no key',
      type,
      definition: machine({ Make: made, Save: put({ id: { 'S.$': '$.order' }, trace: { 'S.$': '$.id' } }) }),
    },
    {
      name: 'another place',
      type,
      definition: machine({ Make: { ...made, ResultPath: '$.made' }, Save: byId }),
    },
    {
      name: 'a longer name',
      type,
      definition: machine({ Make: made, Save: put({ id: { 'S.$': '$.idempotencyKey' } }) }),
    },
    {
      name: 'a condition',
      type,
      definition: machine({ Make: made, Save: put({ id: { 'S.$': '$.id' } }, { ConditionExpression: 'c' }) }),
    },
    {
      name: 'another state may fill the place',
      type,
      definition: machine({
        Make: made,
        Keep: { ...made, Parameters: { 'id.$': '$.order' } },
        Save: byId,
      }),
    },
    {
      name: 'no-express-non-idempotent-task has it',
      type,
      definition: machine({ Save: put({ id: { 'S.$': 'States.UUID()' } }) }),
    },
    {
      name: 'the parent of an Express child workflow has made it',
      definition: machine({
        Make: { ...made, Next: 'Each' },
        Each: {
          Type: 'Map',
          ItemSelector: { 'id.$': '$.id' },
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
            ...machine({ Save: byId }),
          },
          End: true,
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'under the condition that there is none of that key',
      type,
      definition: machine({
        Make: made,
        Save: put({ id: { 'S.$': '$.id' } }, { ConditionExpression: 'attribute_not_exists(id)' }),
      }),
      errors: [{ message: /^"Save" takes "Item\.id" from "\$\.id"/, at: '/States/Save/Parameters/Item/id/S.$' }],
    },
    {
      name: 'a Map makes it for each item',
      type,
      definition: machine({ Each: each({ 'id.$': 'States.UUID()', 'line.$': '$$.Map.Item.Value' }, { Save: byId }) }),
      errors: [
        {
          message: /^"Save" takes "Item\.id" from "\$\.id", which "Each" makes anew/,
          at: '/States/Each/ItemProcessor/States/Save/Parameters/Item/id/S.$',
        },
      ],
    },
    {
      name: 'an item of a batch',
      type,
      definition: machine({
        Make: made,
        Save: call('aws-sdk:dynamodb:batchWriteItem', {
          RequestItems: { orders: [{ PutRequest: { Item: { id: { 'S.$': '$.id' } } } }] },
        }),
      }),
      errors: [
        {
          message: /^"Save" takes "Item\.id" from "\$\.id", .*: each run writes one more; /,
          at: '/States/Save/Parameters/RequestItems/orders[0]/PutRequest/Item/id/S.$',
        },
      ],
    },
    {
      name: 'the name of an execution',
      type,
      definition: machine({
        Make: made,
        Save: call('states:startExecution', { StateMachineArn: '${Child}', 'Name.$': '$.id', 'Input.$': '$' }),
      }),
      errors: [
        {
          message:
            '"Save" takes "Name" from "$.id", which "Make" makes anew when the Express workflow runs again: each run starts another execution; make it from the input or from the Id of the execution, or make the workflow Standard, which runs each step once',
          at: '/States/Save/Parameters/Name.$',
        },
      ],
    },
    {
      name: 'the deduplication id of a message, and the token of a task',
      type,
      definition: machine({
        Make: made,
        Save: {
          ...call('sqs:sendMessage', { QueueUrl: '${Queue}', MessageBody: 'x', 'MessageDeduplicationId.$': '$.id' }),
          End: undefined,
          Next: 'Run',
        },
        Run: call('ecs:runTask', { TaskDefinition: 't', 'ClientToken.$': "States.Format('t-{}', $.id)" }),
      }),
      errors: [
        { message: /each run sends the message again/, at: '/States/Save/Parameters/MessageDeduplicationId.$' },
        { message: /each run runs more tasks/, at: '/States/Run/Parameters/ClientToken.$' },
      ],
    },
    {
      type,
      definition: machine({ Make: made, Save: byId }),
      errors: [
        {
          message:
            '"Save" takes "Item.id" from "$.id", which "Make" makes anew when the Express workflow runs again: each run writes one more; make it from the input or from the Id of the execution, or make the workflow Standard, which runs each step once',
          at: '/States/Save/Parameters/Item/id/S.$',
        },
      ],
    },
    {
      name: 'by way of another state',
      type,
      definition: machine({
        Make: { ...made, ResultPath: '$.made', Next: 'Name' },
        Name: { Type: 'Pass', Parameters: { 'key.$': "States.Format('orders/{}.json', $.made.id)" }, Next: 'Save' },
        Save: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
          Parameters: { Bucket: 'b', 'Key.$': '$.key', 'Body.$': '$' },
          End: true,
        },
      }),
      errors: [{ messageId: 'random', at: '/States/Save/Parameters/Key.$' }],
    },
    {
      name: 'a variable',
      type,
      definition: jsonata({ Assign: { id: '{% $uuid() %}' } }, '{% $id %}'),
      errors: [
        {
          message: /^"Save" takes "Item\.id" from "\$id", which "Make" makes anew /,
          at: '/States/Save/Arguments/Item/id/S',
        },
      ],
    },
    {
      name: 'the output',
      type,
      definition: jsonata({ Output: { order: { id: '{% $uuid() %}' } } }, "{% 'o#' & $states.input.order.id %}"),
      errors: [{ messageId: 'random', at: '/States/Save/Arguments/Item/id/S' }],
    },
  ],
});
