import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const type = 'EXPRESS';
const machine = (States: object, more: object = {}) => ({ ...more, StartAt: Object.keys(States)[0], States });
const Key = { id: { 'S.$': '$.productId' } };
const get = (more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::dynamodb:getItem',
  Parameters: { TableName: 'stock', Key },
  ResultPath: '$.product',
  Next: 'Compute',
  ...more,
});
const compute = (value = 'States.MathAdd(States.StringToJson($.product.Item.n.N), -1)') => ({
  Type: 'Pass',
  Parameters: { 'left.$': value },
  ResultPath: '$.computed',
  Next: 'Save',
});
const update = (value: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::dynamodb:updateItem',
  Parameters: {
    TableName: 'stock',
    Key,
    UpdateExpression: 'SET n = :n',
    ExpressionAttributeValues: { ':n': { 'N.$': value } },
    ...more,
  },
  End: true,
});
const save = update("States.Format('{}', $.computed.left)");
const at = '/States/Save/Resource';
const jsonata = (value: string, Assign: object = {}, id = '{% $id %}') =>
  machine(
    {
      Load: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:getItem',
        Arguments: { TableName: 't', Key: { id: { S: '{% $id %}' } } },
        Assign,
        Next: 'Save',
      },
      Save: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Arguments: { TableName: 't', Item: { id: { S: id }, n: { N: value } } },
        End: true,
      },
    },
    { QueryLanguage: 'JSONata' },
  );

/** Written back is a value that the Output of the read has made. */
const output = (Output: string, value: string) =>
  machine(
    {
      Load: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:getItem',
        Arguments: { TableName: 't', Key: { id: { S: '{% $id %}' } } },
        Output,
        Next: 'Save',
      },
      Save: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Arguments: { TableName: 't', Item: { id: { S: '{% $id %}' }, n: { N: value } } },
        End: true,
      },
    },
    { QueryLanguage: 'JSONata' },
  );

/** The item is written when a Choice finds what was read of it so. */
const decided = (Variable: string, Default: string, more: object = {}) =>
  machine({
    Load: get({ Next: 'Free?' }),
    'Free?': { Type: 'Choice', Choices: [{ Variable, IsPresent: false, Next: 'Save' }], Default },
    Taken: { Type: 'Fail' },
    Save: update('$.wanted', more),
  });

/** A document or a parameter that is read, counted up and written back. */
const kept = (read: string, write: string, where: object, value: object, member: string) =>
  machine(
    {
      Load: {
        Type: 'Task',
        Resource: `arn:aws:states:::aws-sdk:${read}`,
        Arguments: where,
        Assign: { old: `{% $states.result.${member} %}` },
        Next: 'Save',
      },
      Save: {
        Type: 'Task',
        Resource: `arn:aws:states:::aws-sdk:${write}`,
        Arguments: { ...where, ...value },
        End: true,
      },
    },
    { QueryLanguage: 'JSONata' },
  );
const object = { Bucket: 'state', Key: '{% $states.context.Execution.Input.day %}' };
const body = { Body: "{% {'n': $parse($old).n + 1} %}" };
const next = { Value: '{% $string($number($old) + 1) %}', Overwrite: true };

new AslRuleTester().run('no-express-unconditional-writes', rule, {
  valid: [
    {
      name: 'what an Output has not made of the result',
      type,
      definition: output(
        "{% {'old': $states.result.Item, 'wanted': $states.input.wanted} %}",
        '{% $string($states.input.wanted) %}',
      ),
    },
    {
      name: 'an object, as it was read',
      type,
      definition: kept('s3:getObject', 's3:putObject', object, { ...body, IfMatch: '{% $tag %}' }, 'Body'),
    },
    {
      name: 'another object',
      type,
      definition: kept('s3:getObject', 's3:putObject', object, { ...body, Key: 'copy' }, 'Body'),
    },
    {
      name: 'an object of something else',
      type,
      definition: kept('s3:getObject', 's3:putObject', object, { Body: '{% $states.input %}' }, 'Body'),
    },
    {
      name: 'a parameter that is only made',
      type,
      definition: kept(
        'ssm:getParameter',
        'ssm:putParameter',
        { Name: 'n' },
        { ...next, Overwrite: false },
        'Parameter.Value',
      ),
    },
    { name: 'decided by something else', type, definition: decided('$.customer.vip', 'Taken') },
    { name: 'whatever the Choice finds', type, definition: decided('$.product.Item', 'Save') },
    {
      name: 'decided and guarded',
      type,
      definition: decided('$.product.Item', 'Taken', { ConditionExpression: 'attribute_not_exists(id)' }),
    },
    { name: 'Standard', definition: machine({ Load: get(), Compute: compute(), Save: save }) },
    {
      name: 'a condition',
      type,
      definition: machine({
        Load: get(),
        Compute: compute(),
        Save: update('$.computed.left', { ConditionExpression: 'n = :old' }),
      }),
    },
    {
      name: 'a value from elsewhere',
      type,
      definition: machine({ Load: get(), Compute: compute('$.wanted'), Save: save }),
    },
    {
      name: 'another table',
      type,
      definition: machine({
        Load: get(),
        Compute: compute(),
        Save: update('$.computed.left', { TableName: 'orders' }),
      }),
    },
    {
      name: 'another item',
      type,
      definition: machine({
        Load: get(),
        Compute: compute(),
        Save: update('$.computed.left', { Key: { id: { S: 'x' } } }),
      }),
    },
    {
      name: 'another item, of which the key is kept under another name',
      type,
      definition: jsonata('{% $string($number($n) + 1) %}', { n: '{% $states.result.Item.n.N %}' }, '{% $other %}'),
    },
    {
      name: 'the write comes first',
      type,
      definition: machine({
        Save: { ...save, Next: 'Load', End: undefined },
        Load: get(),
        Compute: { ...compute(), Next: undefined, End: true },
      }),
    },
    {
      name: 'the result is dropped',
      type,
      definition: machine({ Load: get({ ResultPath: null }), Compute: compute(), Save: save }),
    },
    {
      name: 'only the key is from there',
      type,
      definition: machine({ Load: get({ ResultPath: '$' }), Compute: { ...compute('$.wanted') }, Save: save }),
    },
  ],
  invalid: [
    {
      name: 'an object',
      type,
      definition: kept('s3:getObject', 's3:putObject', object, body, 'Body'),
      errors: [
        {
          message:
            '"Save" writes to "state/{% $states.context.Execution.Input.day %}" what it makes of "$old", which "Load" has read of the same object: an Express workflow may run twice, also at the same time, and then one update is lost or made twice; give "IfMatch" the "ETag" that was read',
          at,
        },
      ],
    },
    {
      name: 'a parameter',
      type,
      definition: kept('ssm:getParameter', 'ssm:putParameter', { Name: '/shop/next' }, next, 'Parameter.Value'),
      errors: [
        {
          message: /^"Save" writes to "\/shop\/next" .* of the same parameter: .*; keep it in an item of DynamoDB/,
          at,
        },
      ],
    },
    {
      name: 'an object, in JSONPath',
      type,
      definition: machine({
        Load: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
          Parameters: { Bucket: 'state', 'Key.$': '$.day' },
          ResultPath: '$.doc',
          Next: 'Save',
        },
        Save: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
          Parameters: { Bucket: 'state', 'Key.$': '$.day', 'Body.$': 'States.JsonMerge($.doc.Body, $.more, false)' },
          End: true,
        },
      }),
      errors: [{ messageId: 'unguarded', at }],
    },
    {
      name: 'a write that a Choice decides on by what was read',
      type,
      definition: decided('$.product.Item', 'Taken'),
      errors: [
        {
          message:
            '"Save" writes to "stock" when "Free?" finds "$.product" so, which "Load" has read of the same item: an Express workflow may run twice, also at the same time, and both find it so; add a "ConditionExpression" that the item is as it was read',
          at,
        },
      ],
    },
    {
      name: 'what is kept of the result by an Output as a whole',
      type,
      definition: output(
        "{% $merge([$states.input, {'row': $states.result.Item}]) %}",
        '{% $string($number($states.input.row.n.N) - 1) %}',
      ),
      errors: [{ messageId: 'unguarded', at }],
    },
    {
      name: 'what is made of the result by an Output as a whole',
      type,
      definition: output("{% {'left': $number($states.result.Item.n.N) - 1} %}", '{% $string($states.input.left) %}'),
      errors: [{ messageId: 'unguarded', at }],
    },
    {
      type,
      definition: machine({ Load: get(), Compute: compute(), Save: save }),
      errors: [
        {
          message:
            '"Save" writes to "stock" what it makes of "$.computed.left", which "Load" has read of the same item: an Express workflow may run twice, also at the same time, and then one update is lost or made twice; add a "ConditionExpression" that the item is as it was read',
          at,
        },
      ],
    },
    {
      name: 'directly, in a branch',
      type,
      definition: machine({
        Load: get({ Next: 'Both' }),
        Both: { Type: 'Parallel', Branches: [machine({ Save: update('$.product.Item.n.N') })], End: true },
      }),
      errors: [{ messageId: 'unguarded', at: '/States/Both/Branches[0]/States/Save/Resource' }],
    },
    {
      name: 'a ResultSelector',
      type,
      definition: machine({
        Load: get({ ResultSelector: { 'n.$': '$.Item.n.N' }, ResultPath: '$', Next: 'Save' }),
        Save: update('$.n'),
      }),
      errors: [{ message: /what it makes of "\$\.n", which "Load" has read/, at }],
    },
    {
      name: 'JSONata',
      type,
      definition: jsonata('{% $string($number($n) + 1) %}', { n: '{% $states.result.Item.n.N %}' }),
      errors: [{ message: /what it makes of "\$n", which "Load" has read/, at }],
    },
    {
      name: 'JSONata, from the input',
      type,
      definition: jsonata('{% $string($number($states.input.Item.n.N) + 1) %}'),
      errors: [{ message: /what it makes of "\$states\.input\.Item"/, at }],
    },
    {
      name: 'JSONata, where a variable keeps the key',
      type,
      definition: jsonata(
        '{% $string($number($n) + 1) %}',
        { n: '{% $states.result.Item.n.N %}', key: '{% $id %}' },
        '{% $key %}',
      ),
      errors: [{ message: /what it makes of "\$n", which "Load" has read/, at }],
    },
    {
      name: 'the key of the item that was read',
      type,
      definition: machine({
        Load: get({ Next: 'Save' }),
        Save: update('$.product.Item.n.N', { Key: { id: { 'S.$': '$.product.Item.id.S' } } }),
      }),
      errors: [{ message: /what it makes of "\$\.product"/, at }],
    },
    {
      name: 'a Pass that keeps the key',
      type,
      definition: machine({
        Load: get(),
        Compute: {
          Type: 'Pass',
          Parameters: { 'id.$': '$.productId', 'left.$': '$.product.Item.n.N' },
          Next: 'Save',
        },
        Save: update('$.left', { Key: { id: { 'S.$': '$.id' } } }),
      }),
      errors: [{ message: /what it makes of "\$\.left", which "Load" has read/, at }],
    },
  ],
});
