import type { Format } from './located';

const beginsJson = /^\s*(?:[{[]|\/[/*])/;

/**
 * How a file is written. `.json`, `.jsonc`, `.yaml` and `.yml` mean what they say; behind `.asl`, `.template` and other
 * names either may stand, so the first character decides: a bracket, or a comment of JSONC.
 */
export function formatOf(filename: string, text: string): Format {
  if (/\.ya?ml$/i.test(filename)) return 'yaml';
  if (/\.jsonc?$/i.test(filename)) return 'json';
  return beginsJson.test(text) ? 'json' : 'yaml';
}
