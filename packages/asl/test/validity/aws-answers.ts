import { parseStateMachine, parseText, validityChecks, type ValidityCheckName, type WorkflowType } from '../../src';

/** What AWS is held to answer to what the check finds: code, message and, where it gives one, location. */
export function awsAnswers(
  check: ValidityCheckName,
  definition: object | string,
  workflowType: WorkflowType = 'STANDARD',
): (readonly string[] | undefined)[] {
  const { root } = parseText(typeof definition === 'string' ? definition : JSON.stringify(definition), 'json');
  return Array.from(validityChecks[check](parseStateMachine(root!), { workflowType }), ({ aws }) => {
    if (!aws) return undefined;
    const { code, message, location } = aws;
    return location === undefined ? [code, message] : [code, message, location];
  });
}

/** A machine with one state, called A. */
export const alone = (state: object, machine: object = {}): object => ({
  ...machine,
  StartAt: 'A',
  States: { A: state },
});
