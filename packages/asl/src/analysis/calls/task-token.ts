import { contextPathsOf, jsonataContextPathsOf, type ContextPath } from '../../expressions/context-paths';
import { ChoiceCondition, ChoiceRule, TaskState, type AslNode, type Expression } from '../../syntax';
import type { Located } from '../../text/located';
import { parametersFieldOf } from './call-parameters';

/**
 * Whether what a Task sends holds its task token, by itself or with the whole Context Object around it; `unknown` where a
 * part of it is only known after deployment, or where there are no parameters at all.
 */
export function sendsTaskToken(task: TaskState): boolean | 'unknown' {
  const field = task.field(parametersFieldOf(task));
  if (!field) return 'unknown';
  // What the Parameters read of the input may be the Context Object, too.
  const input = task.field('InputPath')?.expressions.map(readsTaskToken) ?? [];
  const found = field.expressions.map(readsTaskToken);
  if (found.includes(true)) return true;
  if (found.includes('unknown') || input.some((one) => one !== false)) return 'unknown';
  return mayHoldToken(field.value) ? 'unknown' : false;
}

/** What names something, or lists such names, has no token in it, whatever a template fills in: `QueueUrl: !Ref Queue`. */
const names =
  /(Arn|Bucket|Cluster|Definition|DetailType|Endpoint|Group|Id|Identifier|Key|Method|Name|Path|Queue|Role|Source|Subject|Subnet|Type|Url)s?$/;

/** Whether a placeholder in the value may turn out to be JSON that reads the token. */
function mayHoldToken(value: Located): boolean {
  if (value.kind === 'placeholder') return true;
  if (value.kind === 'array') return value.items.some(mayHoldToken);
  if (value.kind !== 'object') return false;
  return value.entries.some(
    ({ key, value: inner }) => !(names.test(key.value) && isNamed(inner)) && mayHoldToken(inner),
  );
}

/** A placeholder, or a list of such and of texts, for what a name says. */
const isNamed = (value: Located): boolean =>
  value.kind === 'placeholder' || (value.kind === 'array' && value.items.every(({ kind }) => kind !== 'object'));

/** Whether an expression reads the task token, or something that the token is in. */
function readsTaskToken(expression: Expression): boolean | 'unknown' {
  const paths = contextPathsIn(expression);
  return paths === 'unknown' ? paths : paths.some(leadsToToken);
}

/**
 * Whether an expression reads a task token that is not there: only callbacks, activities and jobs have one. A path fails, JSONata goes on without it.
 * A Choice may ask whether there is one, and so may JSONata.
 */
export function lacksTaskToken(expression: Expression): boolean {
  if (!expression.text?.includes('Task')) return false;
  if (isChoice(expression.parent.parent) || mayHaveToken(expression.parent.parent)) return false;
  if (expression.kind === 'jsonata' && asksOrDecides.test(withoutTexts(expression.jsonata?.code ?? ''))) return false;
  const paths = contextPathsIn(expression);
  return paths !== 'unknown' && paths.some(([first]) => first === 'Task');
}

/** What can do without the token: a test of what is there, or a choice among values. */
const asksOrDecides = /\$(?:exists|type|boolean|not|lookup)\b|[?=]|\b(?:and|or)\b/;

const withoutTexts = (code: string): string => code.replace(/'[^']*'|"[^"]*"/g, "''");

const isChoice = (node: AslNode): boolean => node instanceof ChoiceRule || node instanceof ChoiceCondition;

function mayHaveToken(node: AslNode): boolean {
  const task = node.enclosing(TaskState);
  if (!task) return false;
  const { resource } = task;
  if (resource.kind === 'unknown' || resource.kind === 'unrecognized') return true;
  // A nested execution with `.sync` has a token, by which it can be ended early (recorded); that other jobs have none is not on
  // record, and published definitions of several projects pass one on.
  return 'pattern' in resource && resource.pattern !== 'request-response';
}

const leadsToToken = ([first, second]: ContextPath): boolean =>
  first === undefined || (first === 'Task' && (second === undefined || second === 'Token'));

function contextPathsIn({ parsed }: Expression): readonly ContextPath[] | 'unknown' {
  switch (parsed.language) {
    case 'path':
    case 'intrinsic':
      return parsed.result.value ? contextPathsOf(parsed.result.value) : 'unknown';
    case 'jsonata': {
      const { value } = parsed.result;
      if (!value?.ast) return 'unknown';
      const paths = jsonataContextPathsOf(value);
      return value.hasPlaceholders && !paths.some(leadsToToken) ? 'unknown' : paths;
    }
    case 'reference-path':
      return parsed.result.value ? contextPathsOf(parsed.result.value) : 'unknown';
    case 'unknown':
      return 'unknown';
    case 'none':
      return [];
  }
}
