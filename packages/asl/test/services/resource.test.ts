import fc from 'fast-check';
import { optimizedServices, parseResource } from '../../src/services';

const lambdaFunction = (name: string, qualifier?: string) => ({
  kind: 'lambda',
  region: 'eu-west-1',
  account: '123456789012',
  name,
  qualifier,
});

describe('Lambda functions', () => {
  test.each([
    ['arn:aws:lambda:eu-west-1:123456789012:function:pay', lambdaFunction('pay')],
    ['arn:aws-cn:lambda:eu-west-1:123456789012:function:pay', lambdaFunction('pay')],
    ['arn:aws:lambda:eu-west-1:123456789012:function:pay:7', lambdaFunction('pay', '7')],
    ['arn:aws:lambda:eu-west-1:123456789012:function:pay:live_v-2', lambdaFunction('pay', 'live_v-2')],
    ['arn:aws:lambda:eu-west-1:123456789012:function:pay:$LATEST', lambdaFunction('pay', '$LATEST')],
    ['arn:aws:lambda:eu-west-1:123456789012:function:pay:${Alias}', lambdaFunction('pay', '${Alias}')],
    ['arn:aws:lambda:eu-west-1:123456789012:function:${Fn}', lambdaFunction('${Fn}')],
    [
      'arn:${AWS::Partition}:lambda:eu-west-1:123456789012:function:${self:service}-${env:STAGE}',
      lambdaFunction('${self:service}-${env:STAGE}'),
    ],
  ])('%s', (text, expected) => {
    expect(parseResource(text)).toEqual(expected);
  });

  test.each([
    ['arn:aws:lambda:REGION:ACCOUNT_ID:function:NAME', 'REGION', 'ACCOUNT_ID'],
    ['arn:aws:lambda:region-1:1234567890:function:NAME', 'region-1', '1234567890'],
    ['arn:aws:lambda:::function:NAME', '', ''],
    ['arn:aws:lambda:xyz:XX:function:NAME', 'xyz', 'XX'],
    ['arn:<PARTITION>:lambda:<REGION>:{ACCOUNT-NUMBER}:function:NAME', '<REGION>', '{ACCOUNT-NUMBER}'],
    ['arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:NAME', '#{AWS::Region}', '#{AWS::AccountId}'],
  ])('%s is taken as it is', (text, region, account) => {
    expect(parseResource(text)).toEqual({ kind: 'lambda', region, account, name: 'NAME', qualifier: undefined });
  });
});

describe('activities', () => {
  test.each([
    ['arn:aws:states:eu-west-1:42:activity:sign', { region: 'eu-west-1', account: '42', name: 'sign' }],
    ['arn:aws:states:::activity:sign', { region: '', account: '', name: 'sign' }],
    ['arn:aws:states:${R}:${A}:activity:${N}', { region: '${R}', account: '${A}', name: '${N}' }],
  ])('%s', (text, expected) => {
    expect(parseResource(text)).toEqual({ kind: 'activity', ...expected });
  });
});

describe('integrations', () => {
  test.each([
    ['lambda:invoke', 'optimized', 'lambda', 'invoke', 'request-response'],
    ['lambda:invoke.waitForTaskToken', 'optimized', 'lambda', 'invoke', 'waitForTaskToken'],
    ['states:startExecution.sync', 'optimized', 'states', 'startExecution', 'sync'],
    ['states:startExecution.sync:2', 'optimized', 'states', 'startExecution', 'sync:2'],
    ['emr-serverless:startJobRun.sync', 'optimized', 'emr-serverless', 'startJobRun', 'sync'],
    ['bedrockagentcore:invokeHarness', 'optimized', 'bedrockagentcore', 'invokeHarness', 'request-response'],
    ['s3:getObject', 'optimized', 's3', 'getObject', 'request-response'],
    ['http:invoke', 'http', 'http', 'invoke', 'request-response'],
    ['aws-sdk:sqs:purgeQueue', 'aws-sdk', 'sqs', 'purgeQueue', 'request-response'],
    ['aws-sdk:sfn:startExecution.waitForTaskToken', 'aws-sdk', 'sfn', 'startExecution', 'waitForTaskToken'],
    ['aws-sdk:newerthanus:doThings', 'aws-sdk', 'newerthanus', 'doThings', 'request-response'],
    ['aws-sdk:constructor:__proto__', 'aws-sdk', 'constructor', '__proto__', 'request-response'],
  ])('%s', (name, kind, service, action, pattern) => {
    const expected = { kind, service, action, pattern };
    expect(parseResource(`arn:aws:states:::${name}`)).toEqual(expected);
    expect(parseResource(`arn:\${AWS::Partition}:states:::${name}`)).toEqual(expected);
    expect(parseResource(`arn:aws:states:eu-west-1:123456789012:${name}`)).toEqual(expected);
  });
});

describe('what is only known after deployment, or not known to us', () => {
  test.each([
    '${FnArn}',
    '${FnArn}:live',
    '${Prefix}function:pay',
    '<LAMBDA_ARN>',
    '{{ lambda_arn }}',
    '#{lambdaArn}',
    'arn:aws:states:::${Svc}',
    'arn:aws:states:::lambda:${Action}',
    'arn:aws:states:::lambda:invoke${Suffix}',
    'arn:aws:states:::aws-sdk:${Svc}:getItem',
    'arn:aws:${Svc}:eu-west-1:123456789012:function:pay',
    'arn:aws:lambda:${RegionAndAccount}:function:pay',
    'arn:aws:lambda:eu-west-1:${AccountAndType}:pay',
    'arn:aws:lambda:eu-west-1:42:${TypeAndName}',
    'arn:aws:lambda:eu-west-1:42:function:${NameAndAlias}:a:b',
    'arn:${Rest}',
    'arn:aws:swf:us-east-1:123456789012:task:X',
    'arn:aws:sns:eu-west-1:123456789012:topic',
    'arn:aws:resource:example',
  ])('%s', (text) => {
    expect(parseResource(text)).toEqual({ kind: 'unknown' });
  });
});

test('a version that envsubst fills in', () => {
  expect(parseResource('arn:aws:lambda:eu-west-1:42:function:pay:$STAGE')).toEqual({ kind: 'unknown' });
});

describe('what AWS does not take', () => {
  test.each([
    ['', '"" is not an ARN; use that of a Lambda function'],
    ['foo', '"foo" is not an ARN; use that of a Lambda function'],
    ['arn', 'is not an ARN'],
    ['arn:aws', 'is not an ARN'],
    ['arn:aws:lambda:eu-west-1', 'is not an ARN'],
    ['$.resource', '"$.resource" is not an ARN'],
    ['{% $resource %}', 'An expression cannot make the Resource; write its ARN out'],
    ['${lambdaArn', '"${lambdaArn" has a placeholder that is never closed; add the missing "}"'],
    ['arn:aws:lambda:eu-west-1:42:function:pay:', 'ends with ":" but no version or alias; add one, or drop the ":"'],
    ['arn:aws:lambda:${R}:${A}:function:pay:', 'ends with ":" but no version or alias'],
    ['arn:aws:lambda:eu-west-1:42:function:pay:$*#$7', '"$*#$7" is neither a version nor an alias'],
    ['arn:aws:lambda:eu-west-1:42:function:pay:$LATST', '"$LATST" is neither a version nor an alias'],
    ['arn:aws:lambda:eu-west-1:42:function:pay:$stage', '"$stage" is neither a version nor an alias'],
    ['arn:aws:lambda:eu-west-1:42:function:pay:a:b', 'has too many parts'],
    ['arn:aws:lambda:eu-west-1:42:function:', 'names no Lambda function'],
    ['arn:aws:lambda::123456789012:function:pay', 'names no region after ":lambda:"; write one there'],
    [
      'arn:aws:lambda::${R}:${A}:function:pay',
      'names no region after ":lambda:"; write one there, or drop the second ":"',
    ],
    ['arn:aws:states::${A}:activity:sign', 'names no region after ":states:"; write one there'],
    ['arn:aws:lambda:eu-west-1:42:layer:pay', 'names no Lambda function'],
    ['arn:aws:lambda:::invoke', 'is no integration; use "arn:aws:states:::lambda:invoke"'],
    ['arn:aws-cn:sns:::publish', 'is no integration; use "arn:aws-cn:states:::sns:publish"'],
    ['arn:aws:ecs:::runTask.sync', 'use "arn:aws:states:::ecs:runTask.sync"'],
    ['arn:aws:states:eu-west-1:42:activity:', 'names no activity'],
    ['arn:aws:states:eu-west-1:42:stateMachine:child', 'use "arn:aws:states:::states:startExecution"'],
    ['arn:aws:states:::lambda', 'names no service and action; end it in "service:action"'],
    ['arn:aws:states:::aws-sdk:s3', 'names no service and action; end it in "aws-sdk:service:action"'],
    [
      'arn:aws:states:::dynamodb:query',
      '"dynamodb" has no optimized integration of "query"; use "arn:aws:states:::aws-sdk:dynamodb:query"',
    ],
    [
      'arn:aws:states:::bedrock:converse',
      '"bedrock" has no optimized integration of "converse"; use "arn:aws:states:::aws-sdk:bedrockruntime:converse"',
    ],
    ['arn:aws:states:::lambda:Invoke', '"lambda" has no optimized integration of "Invoke"; did you mean "invoke"?'],
    ['arn:aws:states:::http:post', '"http" has no optimized integration of "post"; use "invoke"'],
    [
      'arn:aws:states:::textract:analyzeID',
      '"textract" is no service with an optimized integration; use "arn:aws:states:::aws-sdk:textract:analyzeID"',
    ],
    ['arn:aws:states:::lamda:invoke', '"lamda" is no service with an optimized integration; did you mean "lambda"?'],
    ['arn:aws:states:::constructor:name', '"constructor" is no service with an optimized integration; use an AWS SDK'],
    ['arn:aws:states:::sqs:sendMessage.sync', '"sqs:sendMessage" does not support ".sync"; drop it, or use ".waitFor'],
    ['arn:aws:states:::dynamodb:putItem.waitForTaskToken', '"dynamodb:putItem" does not support ".waitForTaskToken"'],
    ['arn:aws:states:::http:invoke.waitForTaskToken', '"http:invoke" does not support ".waitForTaskToken"; drop it'],
    [
      'arn:aws:states:::glue:startJobRun.sync:2',
      '"glue:startJobRun" does not support ".sync:2"; drop it, or use ".sync"',
    ],
    [
      'arn:aws:states:::aws-sdk:glue:startJobRun.sync',
      '"aws-sdk:glue:startJobRun" does not support ".sync"; use "arn:aws:states:::glue:startJobRun.sync"',
    ],
    [
      'arn:aws:states:::aws-sdk:sfn:startExecution.sync:2',
      '"aws-sdk:sfn:startExecution" does not support ".sync:2"; use "arn:aws:states:::states:startExecution.sync"',
    ],
    [
      'arn:aws:states:::aws-sdk:glue:startCrawler.sync',
      '"aws-sdk:glue:startCrawler" does not support ".sync"; drop it, and ask in a loop whether it has ended, because',
    ],
    [
      'arn:aws:states:::cloudformation:createStack.sync',
      'use "arn:aws:states:::aws-sdk:cloudformation:createStack", and ask in a loop whether it has ended, because',
    ],
    ['arn:aws:states:::dynamodb:updateItem.sync', '"dynamodb:updateItem" does not support ".sync"; drop it'],
    ['arn:aws:states:::lambda:invoke.', 'does not support "."'],
    ['arn:aws:states:::lambda:invoke ', '"lambda" has no optimized integration of "invoke "'],
    ['arn:aws:states:::lambda:invoke\n', 'has no optimized integration of'],
  ])('%j', (text, message) => {
    const resource = parseResource(text);
    expect(resource.kind === 'unrecognized' && resource.message).toContain(message);
  });
});

const arns = [...optimizedServices].flatMap(([service, { actions }]) =>
  [...actions].flatMap(([action, { patterns }]) =>
    patterns.map(
      (pattern) => `arn:aws:states:::${service}:${action}${pattern === 'request-response' ? '' : `.${pattern}`}`,
    ),
  ),
);

test('every optimized integration is recognized', () => {
  expect(arns.map(parseResource).filter(({ kind }) => kind !== 'optimized' && kind !== 'http')).toEqual([]);
});

test('a placeholder in place of any stretch of a sound ARN is no fault', () => {
  const sound = fc.constantFrom(
    ...arns,
    'arn:aws:lambda:eu-west-1:42:function:pay:live',
    'arn:aws:states:x:42:activity:a',
  );
  fc.assert(
    fc.property(sound, fc.nat(), fc.nat(), (arn, first, second) => {
      // A placeholder that begins inside the word "arn" is nothing that a template could hold.
      const [from, to] = [first % (arn.length + 1), second % (arn.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      fc.pre(from === 0 || from > 3);
      expect(parseResource(`${arn.slice(0, from)}\${Token}${arn.slice(to)}`).kind).not.toBe('unrecognized');
    }),
    { numRuns: 300 },
  );
});

test('any text is answered', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('arn', ':', 'aws', 'lambda', 'states', '${', '}', '<', '>', '{', '"', 'x')),
      (words) => {
        expect(parseResource(words.join(''))).toHaveProperty('kind');
      },
    ),
  );
  for (const piece of ['<', '{', '${', '${x}', ':', '.', '{%', '"']) {
    expect(parseResource(`arn:aws:states:::${piece.repeat(300_000)}`)).toHaveProperty('kind');
  }
});
