/** The functions that CloudFormation lets one write as a YAML tag: `!Sub x` for `{ "Fn::Sub": x }`. */
const functions = [
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
];

const longForms = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...functions.map((name): [string, string] => [`!${name}`, `Fn::${name}`]),
]);

/** The member that a short tag stands for: `Fn::Sub` for `!Sub`. */
export function longFormOf(tag: string): string | undefined {
  return longForms.get(tag);
}
