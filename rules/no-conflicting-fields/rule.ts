import { validityRule } from '../src/validity-rule';

export default validityRule('no-conflicting-fields', 'Disallow fields that exclude one another');
