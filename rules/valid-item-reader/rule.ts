import { validityRule } from '../src/validity-rule';

export default validityRule('valid-item-reader', 'Require an ItemReader that says how to read');
