import { validityRule } from '../src/validity-rule';

export default validityRule('max-definition-size', 'Require definitions short enough for AWS', {
  family: 'loops and limits',
});
