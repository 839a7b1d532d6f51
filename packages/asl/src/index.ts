export * from './text';
export * from './syntax';
export * from './documents';
export * from './expressions';
export * from './services';
export * from './analysis';
export * from './errors';
export * from './validity';
