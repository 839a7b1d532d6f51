import { validityRule } from '../src/validity-rule';

export default validityRule('valid-reference-paths', 'Require Reference Paths where only one node may be named', {
  family: 'data flow',
});
