import { blanked } from '../text/placeholder';

export const isJinjaFile = (filename: string): boolean => /\.(?:j2|jinja2?)$/i.test(filename);

/** A statement decides what the text is, as a directive of Terraform does. */
const statement = /\{%[-+]?\s*[a-z]/;

/**
 * A template of Jinja with `${ name }` for each `{{ name }}`, as long as the template, so that places stay true. Undefined if
 * statements (`{% if %}`) or comments have yet to be rendered: https://jinja.palletsprojects.com/en/stable/templates/
 */
export function withPlaceholders(text: string): string | undefined {
  if (statement.test(text) || text.includes('{#')) return undefined;
  return text.replace(/\{\{((?:(?!\{\{|\}\})[^])*)\}\}/g, (_, inner: string) => `\${${blanked(inner)} }`);
}
