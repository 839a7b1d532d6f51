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
export class JsonataFailure {
  readonly code: string;
  token?: unknown;

  constructor(code: string, details: FailureDetails = {}) {
    this.code = code;
    Object.assign(this, details);
  }
}

/** What ends an evaluation besides: a limit of Step Functions, or what the package's evaluator stumbles over. */
export class UncodedFailure {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

export function isFailure(error: unknown): error is JsonataFailure {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/** The message of an error, filled in as JSONata does: `{{{name}}}` plainly, `{{name}}` as JSON text. */
export function messageOf(failure: JsonataFailure): string {
  const details = failure as unknown as Readonly<Record<string, unknown>>;
  const template = messageTemplates.get(failure.code) ?? String(details.message ?? failure.code);
  return template
    .replace(/\{\{\{([^}]+)\}\}\}/g, (_, name: string) => String(details[name]))
    .replace(/\{\{([^}]+)\}\}/g, (_, name: string) => String(JSON.stringify(details[name])));
}
