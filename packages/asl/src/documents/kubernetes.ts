import { memberOf, type Located } from '../text/located';
import { workflowTypeOf, type DeclaredMachine, type Place } from './declared-machine';
import { isLoggedBy } from './logging';

/** The API groups of the AWS controllers for Kubernetes and of Crossplane's providers, whatever the version. */
const group = /^sfn\.(?:services\.k8s\.aws|aws\.(?:m\.)?(?:upbound|crossplane)\.io)\//;

/**
 * A state machine of a Kubernetes manifest. The definition is a text; that of a Helm chart may hold `{{ ... }}` where JSON
 * wants a value, so it counts only if all of it can be read.
 *
 * Fields: https://aws-controllers-k8s.github.io/community/reference/sfn/v1alpha1/statemachine/
 * and https://marketplace.upbound.io/providers/upbound/provider-aws-sfn (`StateMachine`)
 */
export function kubernetesMachine({ object }: Place): DeclaredMachine | undefined {
  const version = memberOf(object, 'apiVersion');
  if (version?.kind !== 'string' || !group.test(version.value)) return undefined;
  if (textIn(memberOf(object, 'kind')) !== 'StateMachine') return undefined;
  const spec = memberOf(object, 'spec');
  const fields = memberOf(spec, 'forProvider') ?? spec;
  const definition = memberOf(fields, 'definition');
  const logging = memberOf(fields, 'loggingConfiguration');
  return {
    declaration: {
      name: textIn(memberOf(fields, 'name')) ?? textIn(memberOf(memberOf(object, 'metadata'), 'name')),
      workflowType: workflowTypeOf(memberOf(fields, 'type')),
      // Crossplane has it in a list of one
      isLogged: isLoggedBy(logging?.kind === 'array' ? logging.items[0] : logging),
      typeRange: memberOf(fields, 'type')?.range,
    },
    definition,
    isUncertain: textIn(definition)?.includes('{{') ?? false,
  };
}

const textIn = (value: Located | undefined): string | undefined => (value?.kind === 'string' ? value.value : undefined);
