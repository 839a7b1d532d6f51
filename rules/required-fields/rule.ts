import { validityRule } from '../src/validity-rule';

export default validityRule('required-fields', 'Require the fields that AWS requires');
