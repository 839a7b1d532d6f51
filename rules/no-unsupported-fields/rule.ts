import { validityRule } from '../src/validity-rule';

export default validityRule('no-unsupported-fields', 'Disallow fields that a state, rule or Catcher does not have', {
  hasSuggestions: true,
});
