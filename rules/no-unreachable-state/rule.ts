import { validityRule } from '../src/validity-rule';

export default validityRule('no-unreachable-state', 'Disallow states that cannot be reached from StartAt', {
  family: 'references',
});
