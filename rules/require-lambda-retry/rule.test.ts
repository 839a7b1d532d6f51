import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:work';
const invoke = 'arn:aws:states:::lambda:invoke';
const work = (Resource: string, more: object = {}) => ({
  StartAt: 'Work',
  States: { Work: { Type: 'Task', Resource, ...more, End: true } },
});
const retrying = (...ErrorEquals: unknown[]) => ({ Retry: [{ ErrorEquals }] });
const inside = (more: object) => ({
  StartAt: 'Both',
  States: { Both: { Type: 'Parallel', Branches: [work(arn)], ...more, End: true } },
});
const Retry = [
  {
    ErrorEquals: [
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
    ],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    JitterStrategy: 'FULL',
  },
];
/** The Task in Terraform's language, with that before its End. */
const terraform = (more: string): string => `resource "aws_sfn_state_machine" "work" {
  definition = jsonencode({
    StartAt = "Work"
    States = {
      Work = {
        Type     = "Task"
        Resource = "${arn}"
${more}        End      = true
      }
    }
  })
}
`;
const at = { at: '/States/Work', part: 'key' } as const;

const serviceError = 'Lambda.ServiceException';
const throttled = 'Lambda.TooManyRequestsException';

new AslRuleTester().run('require-lambda-retry', rule, {
  valid: [
    { name: 'no Resource', definition: { StartAt: 'Work', States: { Work: { Type: 'Task', End: true } } } },
    { definition: work(arn, retrying('Lambda.ServiceException')) },
    { definition: work(invoke, retrying('A', 'Lambda.TooManyRequestsException')) },
    { definition: work(arn, retrying('States.ALL')) },
    { definition: work(arn, retrying('States.TaskFailed')) },
    {
      name: 'not once: that is deliberate',
      definition: work(arn, { Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }] }),
    },
    {
      name: 'one of the errors is tried again',
      definition: work(arn, { Retry: [{ ErrorEquals: [serviceError], MaxAttempts: 0 }, { ErrorEquals: [throttled] }] }),
    },
    { name: 'around it', definition: inside(retrying('States.ALL')) },
    { name: 'names that are filled in', definition: work(arn, retrying('${Errors}')) },
    {
      name: 'a Retry that is filled in',
      code: `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${arn}","Retry":\${Retry},"End":true}}}`,
    },
    {
      name: 'a Retrier that is filled in',
      code: `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${arn}","Retry":[\${Retrier}],"End":true}}}`,
    },
    { name: 'what is called is not known', definition: work('${Work}') },
    { name: 'a state machine', definition: work('${LambdaOrder.Arn}:execution') },
    { name: 'an activity by its name', definition: work('${ReviewActivityArn}') },
    { name: 'another service', definition: work('arn:aws:states:::sqs:sendMessage') },
    { name: 'an activity', definition: work('arn:aws:states:us-east-1:123456789012:activity:review') },
  ],
  invalid: [
    {
      name: 'none of the errors is tried again, although others are',
      definition: work(arn, {
        Retry: [
          { ErrorEquals: Retry[0]!.ErrorEquals, MaxAttempts: 0 },
          { ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 },
        ],
      }),
      errors: [
        {
          message:
            '"Work" calls Lambda, whose service fails now and then, and does not try again, because "MaxAttempts" is 0 for "Lambda.ServiceException"; raise it',
          at: '/States/Work/Retry[0]/MaxAttempts',
        },
      ],
    },
    {
      name: 'one is listed, but never tried again',
      definition: work(arn, { Retry: [{ ErrorEquals: ['A', throttled], MaxAttempts: 0 }] }),
      errors: [{ messageId: 'never', at: '/States/Work/Retry[0]/MaxAttempts' }],
    },
    {
      name: 'the AWS SDK integration',
      definition: work('arn:aws:states:::aws-sdk:lambda:invoke'),
      errors: [
        {
          messageId: 'missing',
          ...at,
          suggestions: [{ messageId: 'add', output: work('arn:aws:states:::aws-sdk:lambda:invoke', { Retry }) }],
        },
      ],
    },
    {
      name: 'by its ARN',
      definition: work(arn),
      errors: [
        {
          message:
            '"Work" calls Lambda, whose service fails now and then, and does not try again; add a Retry on "Lambda.ServiceException" and the other transient errors',
          ...at,
          suggestions: [{ messageId: 'add', output: work(arn, { Retry }) }],
        },
      ],
    },
    ...['${WorkFunctionArn}', '${Work_Lambda.Arn}', '${aws_lambda_function.work.arn}'].map((placeholder) => ({
      name: `by the name of a placeholder: ${placeholder}`,
      definition: work(placeholder),
      errors: [
        {
          messageId: 'missing' as const,
          ...at,
          suggestions: [{ messageId: 'add' as const, output: work(placeholder, { Retry }) }],
        },
      ],
    })),
    {
      name: 'before Catch',
      definition: work(invoke, { Parameters: {}, Catch: [] }),
      errors: [
        {
          messageId: 'missing',
          ...at,
          suggestions: [{ messageId: 'add', output: work(invoke, { Parameters: {}, Retry, Catch: [] }) }],
        },
      ],
    },
    {
      name: 'a callback',
      definition: work(`${invoke}.waitForTaskToken`),
      errors: [
        {
          messageId: 'missing',
          ...at,
          suggestions: [{ messageId: 'add', output: work(`${invoke}.waitForTaskToken`, { Retry }) }],
        },
      ],
    },
    {
      name: 'only errors of its own',
      definition: work(arn, retrying('MyError', 'States.Timeout')),
      errors: [{ messageId: 'missing', ...at }],
    },
    {
      name: 'in a Parallel that tries other errors again',
      definition: inside(retrying('States.Timeout')),
      errors: [
        {
          messageId: 'missing',
          at: '/States/Both/Branches[0]/States/Work',
          part: 'key',
          suggestions: [
            {
              messageId: 'add',
              output: {
                StartAt: 'Both',
                States: {
                  Both: {
                    Type: 'Parallel',
                    Branches: [work(arn, { Retry })],
                    ...retrying('States.Timeout'),
                    End: true,
                  },
                },
              },
            },
          ],
        },
      ],
    },
    {
      name: 'on one line',
      code: `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${arn}","End":true}}}`,
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 26,
          endLine: 1,
          endColumn: 29,
          suggestions: [
            {
              messageId: 'add',
              output: `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${arn}","Retry": ${JSON.stringify(Retry)}, "End":true}}}`,
            },
          ],
        },
      ],
    },
    {
      name: 'as a string of JSON: no suggestion',
      code: JSON.stringify({
        Resources: {
          Orders: {
            Type: 'AWS::StepFunctions::StateMachine',
            Properties: { DefinitionString: JSON.stringify(work(arn)) },
          },
        },
      }),
      filename: 'template.json',
      errors: [{ messageId: 'missing', line: 1, column: 135, endLine: 1, endColumn: 143 }],
    },
    {
      name: 'in Terraform’s language',
      code: terraform(''),
      filename: 'main.tf',
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 11,
          suggestions: [
            {
              messageId: 'add',
              output: terraform(`        Retry = [
          {
            ErrorEquals = [${Retry[0]!.ErrorEquals.map((name) => `"${name}"`).join(', ')}]
            IntervalSeconds = 2
            MaxAttempts = 6
            BackoffRate = 2
            JitterStrategy = "FULL"
          },
        ]
`),
            },
          ],
        },
      ],
    },
  ],
});
