import { validityRule } from '../src/validity-rule';

export default validityRule('valid-error-names', 'Require States.ALL to stand alone and last', {
  family: 'error handling',
});
