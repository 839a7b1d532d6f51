import { validityRule } from '../src/validity-rule';

export default validityRule('valid-transition-targets', 'Require transitions to states that exist in the same scope', {
  family: 'references',
  hasSuggestions: true,
});
