/** A name that AWS refuses; `name` is that of its exception. */
export class InvalidNameError extends Error {
  override readonly name = 'InvalidName';
}

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html#StepFunctions-StartExecution-request-name */
// eslint-disable-next-line no-control-regex -- AWS forbids them
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff]/u;

/** Checks the name of a machine or of an execution. */
export function checkedName(name: string, what: string): string {
  if (name.length >= 1 && name.length <= 80 && !forbidden.test(name)) return name;
  throw new InvalidNameError(
    `Invalid Name: '${name}'; name the ${what} with 1 to 80 characters, without blanks and any of <>{}[]?*"#%\\^|~\`$&,;:/`,
  );
}
