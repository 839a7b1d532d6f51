export type { AslDocument } from './document';
export { findDeclaration } from './declarations';
export type { TemplateDeclaration } from './declared-machine';
export { startsSynchronously } from './logging';
export type { FileSystem, FileVersion } from './file-system';
export { readDocument, type ReadOptions } from './read-document';
export { isImported, sourceMember, withoutSource } from './source-member';
export { substitute, type Substitutions } from './substitutions';
export type { FileDeclaration } from './template-file';
