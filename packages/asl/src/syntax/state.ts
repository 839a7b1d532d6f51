import type { QueryLanguage } from './field-spec';
import { AslNode, type NodeInit } from './node';
import type { Scope } from './scope';

/** What all states have in common. */
export abstract class StateNode extends AslNode {
  readonly name: string;
  declare readonly parent: Scope;

  constructor(init: NodeInit) {
    super(init);
    this.name = init.key?.value ?? '';
  }

  /** Its own QueryLanguage, else the machine's: that of an enclosing Map or Parallel is not inherited. */
  protected override ownQueryLanguage(): QueryLanguage {
    const own = this.field('QueryLanguage')?.json;
    return own === 'JSONata' || own === 'JSONPath' ? own : this.parent.machine.queryLanguage;
  }
}
