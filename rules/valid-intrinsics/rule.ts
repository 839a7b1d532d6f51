import { validityRule } from '../src/validity-rule';

export default validityRule('valid-intrinsics', 'Require intrinsic function calls that Step Functions can evaluate', {
  family: 'data flow',
});
