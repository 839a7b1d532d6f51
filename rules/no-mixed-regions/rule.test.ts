import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const arn = (region: string, name = 'f') => `arn:aws:lambda:${region}:123456789012:function:${name}`;
const machine = (first: object, second: object, more: object = {}) => ({
  ...more,
  StartAt: 'First',
  States: { First: { Type: 'Task', ...first, Next: 'Second' }, Second: { Type: 'Task', ...second, End: true } },
});
const invoke = (FunctionName: string) => ({
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName },
});

new AslRuleTester().run('no-mixed-regions', rule, {
  valid: [
    { definition: machine({ Resource: arn('eu-west-1') }, invoke(arn('eu-west-1'))) },
    { definition: machine({ Resource: arn('eu-west-1') }, { Resource: arn('${AWS::Region}') }) },
    { name: 'a name without a region', definition: machine({ Resource: arn('eu-west-1') }, invoke('f')) },
    {
      name: 'what is named in data may be anywhere',
      definition: machine(
        { Resource: arn('eu-west-1'), Parameters: { replica: arn('us-east-1') } },
        { Resource: 'arn:aws:states:::sns:publish', Parameters: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:t' } },
      ),
    },
  ],
  invalid: [
    {
      name: 'functions by their ARNs',
      definition: machine({ Resource: arn('us-east-1') }, { Resource: arn('eu-west-1') }),
      errors: [
        {
          message:
            '"eu-west-1" is another region than "us-east-1", which 1 of 2 ARNs of what is called have, and a workflow calls what is in its own region only; write "us-east-1", or call it by way of an event bus or an HTTP endpoint',
          at: '/States/Second/Resource',
          find: 'eu-west-1',
        },
      ],
    },
    {
      name: 'a function as a parameter, and an activity',
      definition: machine(invoke(arn('us-east-1')), {
        Resource: 'arn:aws:states:eu-west-1:123456789012:activity:review',
      }),
      errors: [{ messageId: 'mixed', at: '/States/Second/Resource', find: 'eu-west-1' }],
    },
    {
      name: 'a state machine, in JSONata',
      definition: machine(
        { Resource: arn('us-east-1') },
        {
          Resource: 'arn:aws:states:::states:startExecution',
          Arguments: { StateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:m' },
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [{ messageId: 'mixed', at: '/States/Second/Arguments/StateMachineArn', find: 'eu-west-1' }],
    },
  ],
});
