import { validityRule } from '../src/validity-rule';

export default validityRule('valid-map-mode', 'Require the fields of a Map to fit its mode');
