import { parseJsonPath, parseReferencePath, type JsonPath, type ReferencePath } from '../../../src/expressions';
import { parseText } from '../../../src/text';
import type { DataShape } from '../../../src/analysis';
import { shapeOfTemplate } from '../../../src/analysis/shapes/template-shape';
import { memberOfObject } from '../../../src/analysis/shapes/data-shape';
import { partsOf } from '../../../src/analysis/shapes/parts';

/** The shape of a literal. */
export const literal = (json: unknown): DataShape =>
  shapeOfTemplate(parseText(JSON.stringify(json), 'json').root!, 'the test');

export const pathOf = (text: string): JsonPath => parseJsonPath(text).value!;
export const referenceOf = (text: string): ReferencePath => parseReferencePath(text).value!;

/** A shape in a few words: `{a: 1, b?: string, ...}`, `[1, 2]`, `number[]`, `a | b`; `!a` is surely absent. */
export function show(shape: DataShape): string {
  switch (shape.kind) {
    case 'unknown':
    case 'never':
      return shape.kind;
    case 'scalar':
      return shape.value === undefined ? shape.type : JSON.stringify(shape.value);
    case 'array':
      return shape.items ? `[${shape.items.map(show).join(', ')}]` : `${show(shape.item)}[]`;
    case 'union':
      return shape.of.map(show).join(' | ');
    case 'api':
      return partsOf(shape).map(show).join(' | ');
    case 'object': {
      const members = [...shape.members.keys()].sort().map((name) => {
        const { shape: inside, presence } = memberOfObject(shape, name);
        return presence === 'absent' ? `!${name}` : `${name}${presence === 'sure' ? '' : '?'}: ${show(inside)}`;
      });
      const rest = { open: ['...'], modelled: ['..'], closed: [] }[shape.rest];
      return `{${[...members, ...rest].join(', ')}}`;
    }
  }
}
