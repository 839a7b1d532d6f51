import { validityRule } from '../src/validity-rule';

export default validityRule('valid-resources', 'Require resources that AWS recognizes', { family: 'integrations' });
