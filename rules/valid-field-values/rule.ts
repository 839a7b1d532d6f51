import { validityRule } from '../src/validity-rule';

export default validityRule(
  'valid-field-values',
  'Require values of the right type, in range and among the words allowed',
  { hasSuggestions: true },
);
