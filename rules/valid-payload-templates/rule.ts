import { validityRule } from '../src/validity-rule';

export default validityRule(
  'valid-payload-templates',
  'Require a path or an intrinsic function call under every key that ends in .$',
  { family: 'data flow' },
);
