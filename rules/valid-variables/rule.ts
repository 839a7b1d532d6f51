import { validityRule } from '../src/validity-rule';

export default validityRule('valid-variables', 'Require variable names that can be assigned here', {
  family: 'variables',
});
