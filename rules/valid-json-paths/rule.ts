import { validityRule } from '../src/validity-rule';

export default validityRule('valid-json-paths', 'Require paths that Step Functions can read', { family: 'data flow' });
