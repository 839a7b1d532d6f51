import type { Json } from '../../text/located';
import { writeJson } from '../json/write-json';
import { messageTemplates } from './messages';

/** What the error of an evaluation says about itself; messages quote these. */
export interface FailureDetails {
  token?: unknown;
  value?: unknown;
  value2?: unknown;
  index?: number;
  type?: unknown;
  message?: string;
}

/** An error of JSONata, `T1006` and the like. The functions of the `jsonata` package throw objects of this shape. */
export class JsonataFailure extends Error {
  readonly code: string;
  token?: unknown;

  constructor(code: string, details: FailureDetails = {}) {
    super(details.message);
    this.code = code;
    Object.assign(this, details);
  }
}

/** What ends an evaluation besides: a limit of Step Functions, or what the package's evaluator stumbles over. */
export class UncodedFailure extends Error {}

export function isFailure(error: unknown): error is JsonataFailure {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/** The message of an error, filled in as JSONata does: `{{{name}}}` plainly, `{{name}}` as JSON text. */
export function messageOf(failure: JsonataFailure): string {
  const details = failure as unknown as Readonly<Record<string, unknown>>;
  const template = messageTemplates.get(failure.code) ?? failure.message;
  return template
    .replace(/\{\{\{([^}]+)\}\}\}/g, (_, name: string) => details[name] as string)
    .replace(/\{\{([^}]+)\}\}/g, (_, name: string) => jsonText(details[name]));
}

/** As JavaScript has it, what is no JSON is written "undefined". */
function jsonText(value: unknown): string {
  return writeJson(value as Json) ?? 'undefined';
}
