import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...state, End: true } },
});
const invoke = (Parameters: object) => machine({ Parameters });

new AslRuleTester().run('require-lambda-qualifier', rule, {
  valid: [
    { definition: machine({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay:live' }) },
    { definition: machine({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay:${Alias}' }) },
    { name: 'the name may hold the alias', definition: machine({ Resource: '${PayFunction.Arn}' }) },
    {
      name: 'the rest may hold it',
      definition: machine({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:${Pay}' }),
    },
    { definition: invoke({ FunctionName: 'pay:live' }) },
    { name: 'a plain name', definition: invoke({ FunctionName: 'pay' }) },
    { definition: invoke({ FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:pay:3' }) },
    { definition: invoke({ FunctionName: 'pay', Qualifier: 'live' }) },
    { definition: invoke({ FunctionName: 'pay', 'Qualifier.$': '$.alias' }) },
    { definition: invoke({ FunctionName: '${PayFunction}' }) },
    { definition: invoke({ 'FunctionName.$': '$.function' }) },
    { definition: machine({ Arguments: { FunctionName: '{% $function %}' } }, { QueryLanguage: 'JSONata' }) },
    { name: 'another service', definition: machine({ Resource: 'arn:aws:states:::sqs:sendMessage' }) },
  ],
  invalid: [
    {
      name: 'an expression writes out the call',
      options: [{ names: true }],
      definition: machine({ Arguments: "{% {'FunctionName': 'pay', 'Payload': $x} %}" }, { QueryLanguage: 'JSONata' }),
      errors: [{ messageId: 'unqualified', at: '/States/Call/Arguments', find: "'pay'" }],
    },
    {
      definition: machine({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay' }),
      errors: [
        {
          message:
            '"pay" is called as it is at the time, so that an execution may meet two versions of the code; add the version or an alias at the end of the ARN',
          at: '/States/Call/Resource',
        },
      ],
    },
    {
      definition: machine({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay:$LATEST' }),
      errors: [{ messageId: 'unqualified', at: '/States/Call/Resource' }],
    },
    {
      definition: invoke({ FunctionName: 'arn:aws:lambda:${AWS::Region}:123456789012:function:pay' }),
      errors: [
        {
          message:
            '"pay" is called as it is at the time, so that an execution may meet two versions of the code; add the version or an alias to the name, or "Qualifier"',
          at: '/States/Call/Parameters/FunctionName',
        },
      ],
    },
    {
      definition: invoke({ FunctionName: 'pay', Qualifier: '$LATEST' }),
      errors: [{ messageId: 'unqualified', at: '/States/Call/Parameters/FunctionName' }],
    },
  ],
});
