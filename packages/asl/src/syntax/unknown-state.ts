import { anyState } from './common-fields';
import { defineNode } from './node';
import { StateNode } from './state';

/** A state whose Type is missing, misspelt or only known after deployment. */
export class UnknownState extends defineNode('UnknownState', { Type: anyState.Type }, [], StateNode) {
  /** Known after deployment: no check may find fault with it. */
  get isPlaceholder(): boolean {
    return this.located.kind === 'placeholder' || this.field('Type')?.isUnknown === true;
  }
}
