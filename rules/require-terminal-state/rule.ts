import { validityRule } from '../src/validity-rule';

export default validityRule(
  'require-terminal-state',
  'Require a state that ends the workflow, branch or item processor',
  { family: 'references' },
);
