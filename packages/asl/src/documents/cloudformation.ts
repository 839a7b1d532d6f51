import { memberOf, type Located } from '../text/located';
import { workflowTypeOf, type DeclaredMachine, type Place } from './declared-machine';
import { literalSubstitutions } from './substitutions';

/** The resource types that declare a state machine, and the property that says STANDARD or EXPRESS. */
const typeProperties = new Map([
  ['AWS::StepFunctions::StateMachine', 'StateMachineType'],
  ['AWS::Serverless::StateMachine', 'Type'],
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
  const typeProperty = type?.kind === 'string' ? typeProperties.get(type.value) : undefined;
  if (typeProperty === undefined) return undefined;
  const properties = memberOf(object, 'Properties');
  return {
    declaration: {
      name: key,
      workflowType: workflowTypeOf(memberOf(properties, typeProperty)),
      substitutions: literalSubstitutions(memberOf(properties, 'DefinitionSubstitutions')),
    },
    definition: memberOf(properties, 'Definition') ?? memberOf(properties, 'DefinitionString'),
    file: localPath(memberOf(properties, 'DefinitionUri') ?? memberOf(properties, 'DefinitionS3Location')),
  };
}

/** A path that `sam build` and `aws cloudformation package` upload; an object names a bucket, and a URL too. */
function localPath(location: Located | undefined): string | undefined {
  return location?.kind === 'string' && !/^\w+:\/\/|\$\{/.test(location.value) ? location.value : undefined;
}
