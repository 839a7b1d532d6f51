import { validityRule } from '../src/validity-rule';

export default validityRule('valid-heartbeats', 'Require HeartbeatSeconds to be smaller than TimeoutSeconds', {
  family: 'time',
});
