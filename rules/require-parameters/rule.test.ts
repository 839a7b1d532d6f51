import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (task: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', ...task, End: true } },
});
const call = (name: string, more: object = {}) => machine({ Resource: `arn:aws:states:::${name}`, ...more });
const Resource = { at: '/States/Call/Resource' };

new AslRuleTester().run('require-parameters', rule, {
  valid: [
    { name: 'required-parameters has it', definition: call('lambda:invoke', { Parameters: {} }) },
    { definition: call('lambda:invoke', { Parameters: { FunctionName: 'f' } }) },
    {
      name: 'functions take anything',
      definition: machine({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' }),
    },
    { name: 'activities too', definition: machine({ Resource: 'arn:aws:states:us-east-1:123456789012:activity:a' }) },
    { name: 'an action that needs none', definition: call('aws-sdk:s3:listBuckets') },
    { name: 'an action newer than the models', definition: call('aws-sdk:s3:listMoons') },
    { name: 'a Resource that is filled in', definition: call('${Call}') },
    { name: 'the wrong one is found elsewhere', definition: call('lambda:invoke', { Arguments: {} }) },
  ],
  invalid: [
    {
      name: 'of what reads the items of a distributed Map',
      definition: {
        StartAt: 'Rows',
        States: {
          Rows: {
            Type: 'Map',
            ItemReader: { Resource: 'arn:aws:states:::s3:getObject' },
            ItemProcessor: { StartAt: 'Row', States: { Row: { Type: 'Pass', End: true } } },
            End: true,
          },
        },
      },
      errors: [
        {
          message:
            '"s3:getObject" needs "Bucket" and "Key", and the "ItemReader" has no "Parameters"; add "Parameters" with them',
          at: '/States/Rows/ItemReader/Resource',
        },
      ],
    },
    {
      definition: call('lambda:invoke'),
      errors: [
        {
          message: '"lambda:invoke" needs "FunctionName", and the state has no "Parameters"; add "Parameters" with it',
          ...Resource,
        },
      ],
    },
    {
      definition: machine({ Resource: 'arn:aws:states:::aws-sdk:sqs:sendMessage' }, { QueryLanguage: 'JSONata' }),
      errors: [
        {
          message:
            '"aws-sdk:sqs:sendMessage" needs "QueueUrl" and "MessageBody", and the state has no "Arguments"; add "Arguments" with them',
          ...Resource,
        },
      ],
    },
    {
      name: 'of a choice one is named',
      definition: call('sns:publish'),
      errors: [{ message: /needs "Message" and "TopicArn", /, ...Resource }],
    },
  ],
});
