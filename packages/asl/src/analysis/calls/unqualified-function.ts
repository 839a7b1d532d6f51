import { arnPartsOf } from '../../services/arn-parts';
import { memberAt } from '../../services/idempotency/parameters';
import type { TaskState } from '../../syntax';
import { isUnknown, type Range } from '../../text/located';
import { isJsonata } from '../../expressions/jsonata/delimiters';
import { parametersFieldOf } from './call-parameters';
import { writtenOutValue } from '../../syntax/written-out-value';

/** A function that a Task calls without saying which version of it. */
export interface UnqualifiedFunction {
  readonly name: string;
  readonly range: Range;
  /** Called by a plain name; else by an ARN, or as `$LATEST`. */
  readonly isPlainName: boolean;
  /** The version may also be given apart, as Qualifier. */
  readonly mayHaveQualifierMember: boolean;
}

/** Undefined where a version or an alias is named, and where the name is only known later: it may hold one. */
export function unqualifiedFunctionOf(task: TaskState): UnqualifiedFunction | undefined {
  const { resource } = task;
  if (resource.kind === 'lambda') {
    if (isQualifier(resource.qualifier) || resource.name.includes('${')) return undefined;
    return {
      name: resource.name,
      range: task.field('Resource')!.value.range,
      isPlainName: false,
      mayHaveQualifierMember: false,
    };
  }
  const isInvocation =
    (resource.kind === 'optimized' || resource.kind === 'aws-sdk') &&
    resource.service === 'lambda' &&
    resource.action === 'invoke';
  if (!isInvocation) return undefined;
  const field = task.field(parametersFieldOf(task));
  const parameters = field && writtenOutValue(field);
  const qualifier = memberAt(parameters, 'Qualifier');
  if (
    qualifier.is !== 'absent' &&
    !(qualifier.is === 'present' && qualifier.value.kind === 'string' && qualifier.value.value === '$LATEST')
  ) {
    return undefined;
  }
  const written = memberAt(parameters, 'FunctionName');
  if (written.is !== 'present' || written.isPath || written.value.kind !== 'string') return undefined;
  const { value, range } = written.value;
  if (isJsonata(value) || (isUnknown(written.value) && value.endsWith('}'))) return undefined;
  const parts = arnPartsOf(value) ?? [];
  const at = parts.findIndex(({ text }) => text === 'function');
  const [name, version] = at < 0 ? parts : parts.slice(at + 1);
  if (!name || name.isOpen || version?.isOpen || isQualifier(version?.text)) return undefined;
  const isPlainName = at < 0 && version === undefined && qualifier.is === 'absent';
  return { name: name.text, range, isPlainName, mayHaveQualifierMember: true };
}

/** `$LATEST` is what is called without one, too. */
const isQualifier = (text: string | undefined): boolean => text !== undefined && !text.startsWith('$LATEST');
