import { validityRule } from '../src/validity-rule';

export default validityRule('valid-result-writer', 'Require a ResultWriter that says where or how to write');
