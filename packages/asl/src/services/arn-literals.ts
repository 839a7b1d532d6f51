import { matchesOf } from '../text/matches';

/** A part of an ARN or of a URL inside a longer text, with its offsets. */
export interface TextPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An ARN as it is written, placeholders included, or the host of a service with what a queue has behind it. */
export interface ResourceLiteral {
  /** Undefined for a host. */
  readonly partition: TextPart | undefined;
  readonly service: string;
  readonly region: TextPart;
  /** Undefined for a host, but for those of a queue and of a registry of images. */
  readonly account: TextPart | undefined;
}

/** What is filled in: a placeholder, the `{}` of `States.Format`, or what JSONata joins, `' & $region & '`. */
const filledIn = String.raw`\$\{[^{}]{1,200}\}|\{\}|['"]\s{0,9}&[^'":{}]{1,100}&\s{0,9}['"]`;
/** The parts are short, so that a long text without an end costs no more than its length. */
const part = String.raw`(?:${filledIn}|[^:\s'"\/{}$]){0,64}`;
const arn = new RegExp(`(?<![\\w:])arn:(${part}):(${part}):(${part}):(${part}):`, 'dg');
/**
 * `sqs.eu-west-1.amazonaws.com/123456789012/`, `123456789012.dkr.ecr.eu-west-1.amazonaws.com`,
 * `abc.execute-api.eu-west-1.amazonaws.com`; the region may be filled in.
 */
const host = new RegExp(
  String.raw`(?:(?<![\w-])(\d{12})\.dkr\.)?(?<![\w-])([a-z0-9-]{1,40})\.([a-z]{2}(?:-[a-z]{1,12}){1,2}-\d|${filledIn})\.(?:amazonaws\.com|on\.aws)(?![\w-])(?:\.cn)?(?:\/(\d{12})\/)?`,
  'dg',
);

/** What each of them has in it, and most texts have not. */
const clue = /arn:|\.amazonaws\.com|\.on\.aws/;

const none: readonly never[] = [];

/** The ARNs and the hosts of services in a text. */
export function resourceLiteralsIn(text: string): readonly ResourceLiteral[] {
  if (!clue.test(text)) return none;
  const found = matchesOf(text, arn).map((match) => ({
    partition: partOf(match, 1),
    service: match[2]!,
    region: partOf(match, 3),
    account: partOf(match, 4),
  }));
  const hosts = matchesOf(text, host).map((match) => ({
    partition: undefined,
    service: match[2]!,
    region: partOf(match, 3),
    account: match[1] ? partOf(match, 1) : match[2] === 'sqs' && match[4] ? partOf(match, 4) : undefined,
  }));
  return [...found, ...hosts];
}

function partOf(match: RegExpExecArray, group: number): TextPart {
  const [start, end] = match.indices![group]!;
  return { text: match[group]!, start, end };
}
