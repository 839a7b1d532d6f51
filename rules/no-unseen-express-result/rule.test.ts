import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const definition = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };
const template = (Properties: object, Type = 'AWS::Serverless::StateMachine', more: object = {}) => ({
  Resources: { Orders: { Type, Properties }, ...more },
});
const text = (value: object) => JSON.stringify(value, null, 2);
const sam = (more: object, others: object = {}) =>
  text(template({ Type: 'EXPRESS', Definition: definition, ...more }, 'AWS::Serverless::StateMachine', others));
const cfn = (more: object) =>
  text(
    template(
      { StateMachineType: 'EXPRESS', DefinitionString: JSON.stringify(definition), ...more },
      'AWS::StepFunctions::StateMachine',
    ),
  );
const serverless = (more: string) => `stepFunctions:
  stateMachines:
    orders:
      type: EXPRESS
${more}      definition:
        StartAt: Done
        States:
          Done: { Type: Succeed }
`;
const terraform = (more: string) => `resource "aws_sfn_state_machine" "orders" {
  type       = "EXPRESS"
  definition = <<EOF
${text(definition)}
EOF
${more}}
`;
const filename = 'template.json';
/** A stack of the CDK: `new sfn.StateMachine(...)` where `$` stands. */
const stack = (more: string, around = '$;', construct = 'StateMachine') => {
  const body = construct === 'StateMachine' ? 'definitionBody: sfn.DefinitionBody.fromString(text)' : 'definition';
  const made = `new sfn.${construct}(scope, 'Orders', {
    stateMachineType: sfn.StateMachineType.EXPRESS,${more}
    ${body},
  })`;
  return {
    filename: 'stack.ts',
    code: `const definition = ${text(definition)};
const text = JSON.stringify(definition);
function add(scope) {
  ${around.replace('$', made)}
}
`,
  };
};
const inStack = [
  { messageId: 'unseen', data: { machine: '"Orders"' }, line: 12, column: 23, endLine: 12, endColumn: 51 },
] as const;

new AslRuleTester().run('no-unseen-express-result', rule, {
  valid: [
    { name: 'a log in the CDK', ...stack('\n    logs: { destination },') },
    {
      name: 'a log of a CfnStateMachine',
      ...stack("\n    loggingConfiguration: { level: 'ALL' },", '$;', 'CfnStateMachine'),
    },
    { name: 'options that are spread', ...stack('\n    ...options,') },
    { name: 'it is returned', ...stack('', 'return $;') },
    { name: 'it is a property of the construct', ...stack('', 'this.orders = $;') },
    { name: 'it is given to a construct of the app', ...stack('', 'const orders = $; new Api(scope, { orders });') },
    {
      name: 'somebody waits for it in the CDK',
      ...stack('', 'const orders = $; orders.grantStartSyncExecution(api);'),
    },
    {
      name: 'an escape hatch',
      ...stack('', "const orders = $; orders.node.defaultChild.addPropertyOverride('LoggingConfiguration', log);"),
    },
    { name: 'nobody declares it', definition, type: 'EXPRESS' },
    { name: 'Standard', filename, code: sam({ Type: 'STANDARD' }) },
    { name: 'a type that is filled in', filename, code: sam({ Type: { Ref: 'Type' } }) },
    { name: 'a log in SAM', filename, code: sam({ Logging: { Level: 'ERROR' } }) },
    { name: 'a log in CloudFormation', filename, code: cfn({ LoggingConfiguration: { Level: 'ALL' } }) },
    { name: 'a level that is filled in', filename, code: cfn({ LoggingConfiguration: { Level: { Ref: 'Level' } } }) },
    { name: 'a log that is filled in', filename, code: cfn({ LoggingConfiguration: { 'Fn::If': ['A', {}, {}] } }) },
    {
      name: 'a policy lets somebody wait for it',
      filename,
      code: sam({}, { Policy: { Type: 'AWS::IAM::Policy', Properties: { Action: 'states:StartSyncExecution' } } }),
    },
    {
      name: 'a pipe waits for it',
      filename,
      code: sam({}, { Pipe: { Type: 'AWS::Pipes::Pipe', Properties: { Enrichment: { Ref: 'Orders' } } } }),
    },
    { name: 'Serverless', filename: 'serverless.yml', code: serverless('      loggingConfig: { level: ERROR }\n') },
    { name: 'Terraform', filename: 'main.tf', code: terraform('  logging_configuration {\n    level = "ALL"\n  }\n') },
    {
      name: 'a call of the API is no declaration of all that there is',
      filename: 'request.json',
      code: text({ type: 'EXPRESS', definition }),
    },
  ],
  invalid: [
    { name: 'no log in the CDK', ...stack(''), errors: [...inStack] },
    {
      name: 'a log of the CDK that is off',
      ...stack('\n    logs: { level: sfn.LogLevel.OFF },'),
      errors: [...inStack],
    },
    { name: 'a CfnStateMachine', ...stack('', '$;', 'CfnStateMachine'), errors: [...inStack] },
    {
      name: 'a rule of EventBridge starts it',
      ...stack('', 'const orders = $; rule.addTarget(new targets.SfnStateMachine(orders));'),
      errors: [...inStack],
    },
    {
      name: 'no log in SAM',
      filename,
      code: sam({}),
      errors: [
        {
          message:
            '"Orders" is an Express workflow without a log, and nothing here starts it with "StartSyncExecution": an Express workflow has no history, so nobody sees what an execution gives back, or that it failed; add a log with the level "ERROR" or "ALL"',
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a template of the CDK',
      filename,
      code: cfn({}).replace('"Type"', '"Metadata": { "aws:cdk:path": "Shop/Orders/Resource" }, "Type"'),
      errors: [
        {
          messageId: 'unseen',
          data: { machine: '"Orders" (Shop/Orders)' },
          line: 6,
          column: 29,
          endLine: 6,
          endColumn: 38,
        },
      ],
    },
    {
      name: 'a log that is off',
      filename,
      code: cfn({ LoggingConfiguration: { Level: 'OFF' } }),
      errors: [{ messageId: 'unseen', line: 6, column: 29, endLine: 6, endColumn: 38 }],
    },
    {
      name: 'a log without a level',
      filename,
      code: cfn({ LoggingConfiguration: { IncludeExecutionData: true } }),
      errors: [{ messageId: 'unseen', line: 6, column: 29, endLine: 6, endColumn: 38 }],
    },
    {
      name: 'Serverless',
      filename: 'serverless.yml',
      code: serverless(''),
      errors: [{ messageId: 'unseen', line: 4, column: 13, endLine: 4, endColumn: 20 }],
    },
    {
      name: 'Terraform',
      filename: 'main.tf',
      code: terraform(''),
      errors: [{ messageId: 'unseen', line: 2, column: 16, endLine: 2, endColumn: 25 }],
    },
  ],
});
