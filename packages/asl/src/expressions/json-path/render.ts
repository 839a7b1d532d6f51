import type { PathSegment } from './ast';

/** Segments as Jayway prints them in its messages: `['a'][0]..['b'][?]`. */
export function renderSegments(segments: readonly PathSegment[]): string {
  return segments.map(renderSegment).join('');
}

function renderSegment(segment: PathSegment): string {
  switch (segment.kind) {
    case 'name':
      return `[${quoted(segment.name)}]`;
    case 'names':
      return `[${segment.names.map(quoted).join(',')}]`;
    case 'index':
      return `[${segment.index}]`;
    case 'indexes':
      return `[${segment.indexes.join(',')}]`;
    case 'slice':
      return `[${segment.from ?? ''}:${segment.to ?? ''}]`;
    case 'wildcard':
      return '[*]';
    case 'descendants':
      return '..';
    case 'filter':
      return '[?]';
    case 'function':
      return `.${segment.name}(${segment.arguments.length > 0 ? '...' : ''})`;
  }
}

function quoted(name: string): string {
  return `'${name.replace(/[\\']/g, '\\$&')}'`;
}
