import { validityRule } from '../src/validity-rule';

export default validityRule('valid-query-language', 'Require fields to fit the query language of their state');
