import { validityRule } from '../src/validity-rule';

export default validityRule('valid-choice-rules', 'Require each Choice rule to test one thing', { family: 'choice' });
