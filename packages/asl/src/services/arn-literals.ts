/** A part of an ARN or of a URL inside a longer text, with its offsets. */
export interface TextPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An ARN as it is written, placeholders included, or the URL of a queue. */
export interface ResourceLiteral {
  /** Undefined for the URL of a queue. */
  readonly partition: TextPart | undefined;
  readonly service: string;
  readonly region: TextPart;
  readonly account: TextPart;
}

/** The parts are short, so that a long text without an end costs no more than its length. */
const part = String.raw`(?:\$\{[^{}]{1,200}\}|[^:\s'"\/{}$]){0,64}`;
const arn = new RegExp(`(?<![\\w:])arn:(${part}):(${part}):(${part}):(${part}):`, 'dg');
const queueUrl = /https:\/\/sqs\.([a-z0-9-]{1,40})\.amazonaws\.com(?:\.cn)?\/(\d{12})\//dg;

/** The ARNs and URLs of queues in a text. */
export function resourceLiteralsIn(text: string): readonly ResourceLiteral[] {
  const found = [...text.matchAll(arn)].map((match) => ({
    partition: partOf(match, 1),
    service: match[2]!,
    region: partOf(match, 3),
    account: partOf(match, 4),
  }));
  const queues = [...text.matchAll(queueUrl)].map((match) => ({
    partition: undefined,
    service: 'sqs',
    region: partOf(match, 1),
    account: partOf(match, 2),
  }));
  return [...found, ...queues];
}

function partOf(match: RegExpExecArray, group: number): TextPart {
  const [start, end] = match.indices![group]!;
  return { text: match[group]!, start, end };
}
