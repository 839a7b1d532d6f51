import type { Range } from '../../text/located';
import { quoted } from '../../text/quoted';
import { HclFault } from './cursor';
import type { HclExpression, HclTemplate } from './expression';
import { heredocTemplate, quotedTemplate } from './template';
import type { HclToken } from './tokens';

const constants = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** What a name without quotes stands for, if it is that of a constant. */
export function constantOf({ text, start, end }: HclToken): HclExpression | undefined {
  const range: Range = [start, end];
  const value = constants.get(text);
  if (value === undefined) return undefined;
  return {
    kind: 'literal',
    value: value === null ? { kind: 'null', value, range } : { kind: 'boolean', value, range },
    range,
  };
}

/** @param start where the number begins: at its sign, if it has one */
export function numberAt(start: number, { end }: HclToken, text: string): HclExpression {
  const raw = text.slice(start, end);
  const range: Range = [start, end];
  return { kind: 'literal', value: { kind: 'number', value: Number(raw.replace(/\s/g, '')), raw, range }, range };
}

/** @throws {HclFault} for a text that is never closed */
export function templateOf(token: HclToken, text: string): HclTemplate {
  const range: Range = [token.start, token.end];
  if (token.text.length < 2 || !token.text.endsWith('"')) {
    throw new HclFault(`The text ${quoted(token.text)} is never closed; write a quote at its end`, range);
  }
  return { kind: 'template', value: quotedTemplate(text, range), range };
}

export function heredocOf({ text: written, start, end, lines }: HclToken, text: string): HclTemplate {
  const value = heredocTemplate(text, [start, end], lines!, written.startsWith('<<-'));
  return { kind: 'template', value, lines: lines!, range: [start, end] };
}
