import type jsonata from 'jsonata';

/** The package that JSONata is from. Most definitions hold no JSONata: it is loaded by the first expression. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the one way to load a module late and synchronously
export const jsonataPackage = () => require('jsonata') as typeof jsonata;
