import { validityRule } from '../src/validity-rule';

export default validityRule('valid-state-names', 'Require state names of 1 to 80 characters');
