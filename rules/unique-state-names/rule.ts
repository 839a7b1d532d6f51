import { validityRule } from '../src/validity-rule';

export default validityRule('unique-state-names', 'Require state names to be unique in the whole state machine', {
  family: 'references',
});
