import { validityRule } from '../src/validity-rule';

export default validityRule('valid-timestamps', 'Require timestamps in the form that AWS accepts');
