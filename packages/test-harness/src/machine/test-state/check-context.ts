import type { Json } from '@stepproof/asl';
import { parsedJson } from './parsed-json';
import { validationException } from './test-state-types';

type Shape = 'string' | 'number' | 'any' | { readonly [name: string]: Shape };

/** The fields of a context object that a request may bring (recorded, and the context object's documentation). */
const contextShape: Shape = {
  Execution: {
    Id: 'string',
    Input: 'any',
    Name: 'string',
    RoleArn: 'string',
    StartTime: 'string',
    RedriveCount: 'number',
    RedriveTime: 'string',
  },
  State: { EnteredTime: 'string', Name: 'string', RetryCount: 'number' },
  StateMachine: { Id: 'string', Name: 'string' },
  Task: { Token: 'string' },
};

const invalid = (message: string): Error => validationException(`Invalid Context object provided: ${message}`);

/** Checks the context object of a request; the messages are recorded. */
export function checkedContext(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  const context = parsedJson(text, () => invalid('must be valid JSON'));
  if (typeof context === 'object' && context !== null && 'Map' in context) {
    throw invalid("'Map' field is not supported when mocking a Context object");
  }
  checkShape(context, contextShape, '');
  return context;
}

function checkShape(value: Json, shape: Shape, path: string): void {
  if (shape === 'any') return;
  if (typeof shape === 'string') {
    if (typeof value !== shape) throw invalid(`${path} must be a ${shape}`);
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(`${path === '' ? 'it' : path} must be an object`);
  }
  for (const [name, member] of Object.entries(value as Readonly<Record<string, Json>>)) {
    if (!Object.hasOwn(shape, name)) throw invalid(`Field '${name}' is not allowed`);
    checkShape(member, shape[name]!, path === '' ? name : `${path}.${name}`);
  }
}
