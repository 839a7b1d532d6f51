import { validityRule } from '../src/validity-rule';

export default validityRule(
  'valid-labels',
  'Require Map labels without special characters, unique in the state machine',
);
