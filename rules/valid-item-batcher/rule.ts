import { validityRule } from '../src/validity-rule';

export default validityRule('valid-item-batcher', 'Require a limit in every ItemBatcher');
