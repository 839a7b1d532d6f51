import { validityRule } from '../src/validity-rule';

export default validityRule('valid-jsonata', 'Require JSONata that Step Functions can evaluate', { family: 'JSONata' });
