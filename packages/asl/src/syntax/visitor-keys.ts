import { ChoiceCondition, ChoiceRule } from './choice-state';
import { ItemBatcher, ItemReader, ReaderConfig, ResultWriter, WriterConfig } from './distributed-map';
import type { NodeClass } from './node';
import { Catcher, Retrier } from './recovery';
import { Branch, ItemProcessor, ProcessorConfig, StateMachine } from './scope';
import { stateClasses } from './states';
import { Credentials } from './task-state';
import { UnknownState } from './unknown-state';

/** Every node class, by its type name. */
export const nodeClasses = {
  StateMachine,
  Branch,
  ItemProcessor,
  ProcessorConfig,
  ...Object.fromEntries(Object.entries(stateClasses).map(([type, kind]) => [`${type}State`, kind])),
  UnknownState,
  ChoiceRule,
  ChoiceCondition,
  Retrier,
  Catcher,
  Credentials,
  ItemReader,
  ReaderConfig,
  ItemBatcher,
  ResultWriter,
  WriterConfig,
} as const satisfies Record<string, Omit<NodeClass<never>, 'new'>>;

/** Which properties of each node type hold child nodes, for tree walkers (ESLint's visitor keys). */
export const visitorKeys: Readonly<Record<string, readonly string[]>> = {
  AslDocument: ['machines'],
  ...Object.fromEntries(
    Object.entries(nodeClasses).map(([type, kind]) => [
      type,
      ['fields', ...new Set(kind.childFields.map(([, key]) => key))],
    ]),
  ),
  Field: ['expressions'],
  Expression: [],
};
