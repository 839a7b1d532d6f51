import { memberOf, type Located, type LocatedObject } from '../text/located';
import { workflowTypeOf, type DeclaredMachine, type Place } from './declared-machine';
import { resolveIntrinsics } from './intrinsics';
import { isLoggedBy } from './logging';
import { literalSubstitutions } from './substitutions';

/** The resource types that declare a state machine, and the properties that say STANDARD or EXPRESS and what is logged. */
const resourceTypes = new Map([
  ['AWS::StepFunctions::StateMachine', { type: 'StateMachineType', logging: 'LoggingConfiguration' }],
  ['AWS::Serverless::StateMachine', { type: 'Type', logging: 'Logging' }],
]);

/**
 * A state machine of CloudFormation or SAM. It is known by its Type and not by its place, so that resources inside a
 * Serverless file, a Terraform heredoc or a `Fn::ForEach` are found too.
 *
 * Properties: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
 * and https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-stepfunctions-statemachine.html
 */
export function cloudFormationMachine({ object, key }: Place): DeclaredMachine | undefined {
  const type = memberOf(object, 'Type');
  const names = type?.kind === 'string' ? resourceTypes.get(type.value) : undefined;
  if (names === undefined) return undefined;
  const properties = memberOf(object, 'Properties');
  const substitutions = memberOf(properties, 'DefinitionSubstitutions');
  return {
    declaration: {
      name: key,
      ...constructPathOf(object),
      workflowType: workflowTypeOf(memberOf(properties, names.type)),
      isLogged: properties?.kind === 'object' ? isLoggedBy(memberOf(properties, names.logging)) : undefined,
      typeRange: memberOf(properties, names.type)?.range,
      substitutions: literalSubstitutions(substitutions && resolveIntrinsics(substitutions)),
    },
    definition: memberOf(properties, 'Definition') ?? memberOf(properties, 'DefinitionString'),
    file: fileAt(memberOf(properties, 'DefinitionUri') ?? memberOf(properties, 'DefinitionS3Location')),
  };
}

/**
 * The CDK says in each resource from what construct it is; `Resource` is the one that stands for the construct itself:
 * https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html
 */
function constructPathOf(resource: LocatedObject): { readonly constructPath?: string } {
  const path = memberOf(memberOf(resource, 'Metadata'), 'aws:cdk:path');
  return path?.kind === 'string' ? { constructPath: path.value.replace(/\/Resource$/, '') } : {};
}

/**
 * A path that `sam build` and `aws cloudformation package` upload. An object or a URL names a file in a bucket; that of a
 * CDK asset is called by its hash, and lies beside the template until it is deployed.
 */
function fileAt(location: Located | undefined): string | undefined {
  const key = location?.kind === 'object' ? memberOf(location, 'Key') : undefined;
  if (key?.kind === 'string') return assetKey.test(key.value) ? `asset.${key.value}` : undefined;
  return location?.kind === 'string' && !/^\w+:\/\/|\$\{/.test(location.value) ? location.value : undefined;
}

const assetKey = /^[0-9a-f]{64}\.\w+$/;
