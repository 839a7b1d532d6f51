import { anyState, assignment, inputOutput, nextOrEnd, result, transition } from './common-fields';
import type { FieldTable } from './field-spec';
import { ItemBatcher, ItemReader, ResultWriter } from './distributed-map';
import { defineNode } from './node';
import { recovery, type Catcher, type Retrier } from './recovery';
import { ItemProcessor } from './scope';
import { StateNode } from './state';

const mapFields = {
  ...anyState,
  ...transition,
  ...inputOutput,
  ...assignment,
  ...result,
  ...recovery,
  ItemProcessor: { is: 'node', node: () => ItemProcessor },
  Iterator: { is: 'node', node: () => ItemProcessor, as: 'itemProcessor' },
  Items: { is: 'jsonata-template', language: 'JSONata' },
  ItemsPath: { is: 'reference-path', language: 'JSONPath' },
  ItemSelector: { is: 'template', anyJson: true },
  Parameters: { is: 'payload-template', language: 'JSONPath', anyJson: true },
  MaxConcurrency: { is: 'integer', min: 0, jsonata: true },
  MaxConcurrencyPath: { is: 'reference-path', language: 'JSONPath' },
  ItemReader: { is: 'node', node: () => ItemReader },
  ItemBatcher: { is: 'node', node: () => ItemBatcher },
  ResultWriter: { is: 'node', node: () => ResultWriter },
  Label: { is: 'string' },
  ToleratedFailurePercentage: { is: 'number', min: 0, max: 100, jsonata: true },
  ToleratedFailurePercentagePath: { is: 'reference-path', language: 'JSONPath', context: false },
  ToleratedFailureCount: { is: 'integer', min: 0, jsonata: true },
  ToleratedFailureCountPath: { is: 'reference-path', language: 'JSONPath', context: false },
} as const satisfies FieldTable;

/** Runs its processor once for each item. */
export class MapState extends defineNode(
  'MapState',
  mapFields,
  [
    nextOrEnd,
    { fields: ['ItemProcessor', 'Iterator'], required: true },
    { fields: ['ItemSelector', 'Parameters'] },
    { fields: ['MaxConcurrency', 'MaxConcurrencyPath'] },
    { fields: ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'] },
    { fields: ['ToleratedFailureCount', 'ToleratedFailureCountPath'] },
  ],
  StateNode,
) {
  declare readonly retry: readonly Retrier[];
  declare readonly catch: readonly Catcher[];
  declare readonly itemProcessor: ItemProcessor | undefined;
  declare readonly itemReader: ItemReader | undefined;
  declare readonly itemBatcher: ItemBatcher | undefined;
  declare readonly resultWriter: ResultWriter | undefined;

  /** INLINE when not said; undefined when only known after deployment. */
  get mode(): 'INLINE' | 'DISTRIBUTED' | undefined {
    const { processorConfig } = this.itemProcessor ?? {};
    const field = processorConfig?.field('Mode');
    if (this.itemProcessor?.hasUnknownFields || processorConfig?.hasUnknownFields || field?.isUnknown) return undefined;
    return field?.json === 'DISTRIBUTED' ? 'DISTRIBUTED' : 'INLINE';
  }

  get isDistributed(): boolean {
    return this.mode === 'DISTRIBUTED';
  }
}
