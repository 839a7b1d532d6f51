import { endOfPlaceholder } from '../placeholder';

/** Characters with a meaning in YAML's flow collections, and the private-use characters that stand in for them. */
const special = '{}[],';
const standIns = '\uf8f0\uf8f1\uf8f2\uf8f3\uf8f4';
const specialPattern = /[{}[\],]/g;
const standInPattern = /[\uf8f0-\uf8f4]/g;

/**
 * Makes `[${token}]` readable, which to YAML is a mapping behind a dollar sign: inside `${...}` the special characters
 * give way to others, one for one, so that offsets stay true. Placeholders that run over several lines are left alone.
 */
export function maskPlaceholders(text: string): string {
  if (!text.includes('${') || text.search(standInPattern) !== -1) return text;
  return text
    .split('\n')
    .map((line) => (line.includes('${') ? maskLine(line) : line))
    .join('\n');
}

export function unmaskPlaceholders(text: string): string {
  return text.replace(standInPattern, (char) => special.charAt(standIns.indexOf(char)));
}

function maskLine(line: string): string {
  let masked = '';
  let done = 0;
  for (let start = line.indexOf('${'); start !== -1; start = line.indexOf('${', done)) {
    const end = endOfPlaceholder(line, start);
    if (end === undefined) break;
    masked += line.slice(done, start) + line.slice(start, end).replace(specialPattern, standInOf);
    done = end;
  }
  return masked + line.slice(done);
}

function standInOf(char: string): string {
  return standIns.charAt(special.indexOf(char));
}
