export { formatOf } from './format';
export { LineIndex, type LineColumn } from './line-index';
export * from './located';
export { parseText } from './parse-text';
export { endOfPlaceholder, isPlaceholder } from './placeholder';
export { pointerTo, stepsOfPointer } from './pointer';
export { quotedFew, quotedNames } from './quoted-names';
export { toJson, walk } from './value';
export { documentsOf, furtherDocuments } from './yaml/stream';
