import type { JsonataNode, JsonataPair } from '../../expressions';
import { jsonataExpressionsOf, type Expression, type StateMachine } from '../../syntax';
import type { LocatedString, Range } from '../../text/located';
import { matchesOf } from '../../text/matches';
import { namedTextsOf } from './named-texts';
import { textsOf } from './texts';

/** Something in a text that lets whoever reads it in. */
interface Secret {
  /** `an access key of AWS` */
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** Shapes that nothing else has, as their issuers document them. */
const shapes: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an access key of AWS', /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/dg],
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/dg],
  ['a token of GitHub', /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22,255})(?!\w)/dg],
  ['a token of Slack', /(?<!\w)xox[abprs]-[A-Za-z0-9-]{20,200}/dg],
  // The ids of workspace and channel before it may well be zeros.
  [
    'the key of a webhook of Slack',
    /(?<=https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{6,16}\/B[A-Z0-9]{6,16}\/)[A-Za-z0-9]{20,}/dg,
  ],
  ['a secret key of Stripe', /(?<!\w)[sr]k_live_[A-Za-z0-9]{16,}(?!\w)/dg],
  ['a signing secret of a webhook', /(?<!\w)whsec_[A-Za-z0-9+/=]{20,}/dg],
  ['a key of SendGrid', /(?<![\w.])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![\w-])/dg],
  ['a key of Google', /(?<!\w)AIza[A-Za-z0-9_-]{35}(?![\w-])/dg],
  ['a key of OpenAI or Anthropic', /(?<!\w)sk-(?:proj-|ant-)[A-Za-z0-9_-]{20,}/dg],
  ['a JSON Web Token', /(?<![\w-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/dg],
  ['a password in a URL', /(?<=[a-z]:\/\/[^\s:@/${}<>'"]{1,64}:)[^\s:@/${}<>'"*]{3,64}(?=@[\w.-])/dg],
  ['a password in a connection string', /(?<=;\s{0,9}(?:password|pwd)\s{0,9}=\s{0,9})[^\s;${}<>'"*]{6,64}(?=;|$)/dgi],
  ['the signature of a shared access', /(?<=[?&]sig=)[A-Za-z0-9%+/_-]{20,}=*/dg],
  [
    'a key in the query of a URL',
    /(?<=[?&](?:api[_-]?key|(?:access|auth)[_-]?token|client[_-]?secret|password)=)(?=[^&\s]*\d)(?=[^&\s]*[A-Za-z])[\w.~+/-]{12,}/dgi,
  ],
  ['an Authorization header', /^(?:Bearer|Basic|token) [A-Za-z0-9+/_.~=-]{16,}$/dg],
];

/** What one of these has in it: the texts of a definition are many, and few need a closer look. */
const clue =
  /AKIA|ASIA|PRIVATE KEY|gh[pousr]_|github_pat_|xox[abprs]-|hooks\.slack|[sr]k_live_|whsec_|AIza|SG\.|sk-|eyJ|:\/\/[^\s/]*@|[?&]\w*(?:key|token|secret|password|sig)=|;\s*(?:password|pwd)\s*=|^(?:Bearer|Basic|token) /i;

/** The AWS documentation's own examples, and what stands in for a secret that is not told. */
const isExample = (text: string): boolean => /EXAMPLE|(.)\1{5}|x{4}/i.test(text);

/** Whatever lets somebody in is longer. */
const shortest = 8;

/** The secrets in a text that have a known shape. */
function secretsIn(text: string): readonly Secret[] {
  if (text.length < shortest || !clue.test(text)) return none;
  return shapes.flatMap(([what, pattern]) =>
    matchesOf(text, pattern)
      .filter(([found]) => !isExample(found))
      .map((match) => ({ what, start: match.indices![0]![0], end: match.indices![0]![1] })),
  );
}

/** The secrets of a definition: texts of a known shape, and literal values under the names of secrets. */
export function secretsOf(machine: StateMachine): readonly LocatedSecret[] {
  const found: LocatedSecret[] = [];
  for (const text of textsOf(machine)) {
    for (const { what, start, end } of secretsIn(text.value)) found.push({ what, range: partOf(text, start, end) });
  }
  for (const { name, text } of namedTextsOf(machine)) {
    if (isSecretMember(name, text.value)) found.push({ what: `the value of "${name}"`, range: text.range });
  }
  // Texts that an expression writes out: as its value, or as a member of an object in it.
  for (const expression of jsonataExpressionsOf(machine)) found.push(...secretsOfExpression(expression));
  return found;
}

function secretsOfExpression(expression: Expression): readonly LocatedSecret[] {
  if (!isAboutSecrets(expression)) return none;
  const { jsonata } = expression;
  if (!jsonata?.ast) return [];
  return literalMembers(jsonata.ast, expression.key).flatMap(({ name, value, end }): LocatedSecret[] => {
    const start = jsonata.text.lastIndexOf(value, end);
    if (start < 0 || !isSecretMember(name, value)) return [];
    return [{ what: `the value of "${name}"`, range: expression.rangeOf({ start, end: start + value.length }) }];
  });
}

const isAboutSecrets = ({ key, text = '' }: Expression): boolean => secretWord.test(key) || secretWord.test(text);

const none: readonly never[] = [];

const secretWord = /pass|pwd|secret|key|token/i;

interface LiteralMember {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

/** The texts of an expression with the names that they get; that of the whole is the key in the definition. */
function literalMembers(root: JsonataNode, key: string): readonly LiteralMember[] {
  const found: LiteralMember[] = [];
  const add = (name: unknown, { type, ...node }: JsonataNode): void => {
    if (type !== 'string' || !('value' in node) || typeof node.value !== 'string' || typeof name !== 'string') return;
    found.push({ name, value: node.value, end: node.position ?? Infinity });
  };
  add(key, root);
  const seen = new Set<unknown>();
  const pending: unknown[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null || next instanceof RegExp || seen.has(next)) continue;
    seen.add(next);
    if ('lhs' in next && Array.isArray(next.lhs)) {
      for (const [name, value] of next.lhs as readonly JsonataPair[])
        if (name.type === 'string') add(name.value, value);
    }
    for (const part of Object.values(next)) if (part !== undefined) pending.push(part);
  }
  return found;
}

export interface LocatedSecret {
  readonly what: string;
  readonly range: Range;
}

/** The whole value with its quotes, where it is nothing else. */
const partOf = (text: LocatedString, start: number, end: number): Range =>
  start === 0 && end === text.value.length ? text.range : [text.at(start), text.at(end)];

/**
 * Whether what stands under this name is a secret: letters and digits, 8 or more, without blanks; or a secret key of AWS. Tokens and
 * secrets have many meanings: of these only a value that looks like nothing else counts.
 */
function isSecretMember(name: string, value: string): boolean {
  if (value.length < shortest) return false;
  const isSecretName = secretName.test(name) && looksMade(value);
  const isVagueName =
    vagueName.test(name) && /^(?:(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w+/=]{16,200}|[\da-f]{32,128})$/.test(value);
  return (isSecretName || isVagueName) && secretsIn(value).length === 0 && !isExample(value);
}

const secretName =
  /(password|passwd|passphrase|pwd|client_?secret|secret_?(access_?)?key|api[_-]?key|private_?key|(auth|access|bearer)[_-]?token)$/i;
/** Neither a `ClientToken` nor a `NextToken`. */
const vagueName = /^(?:(?:api|app|bot|github|jwt|shared|signing|slack|webhook)[_-]?)?(?:secret|token)$/i;

const looksMade = (value: string): boolean =>
  /^(?=.*\d)(?=.*[A-Za-z])[^\s:/$<{]{8,200}$/.test(value) || /^(?=.*\d)[A-Za-z\d+/]{40}$/.test(value);
