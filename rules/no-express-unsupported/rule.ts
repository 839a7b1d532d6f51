import { validityRule } from '../src/validity-rule';

export default validityRule('no-express-unsupported', 'Disallow what Express workflows cannot do', {
  family: 'Express',
});
