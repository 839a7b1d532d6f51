import type { Located } from '../../text/located';
import { stepInto } from '../../text/pointer';
import type { HclExpression } from '../hcl/expression';
import type { HclReferents, HclValues } from '../hcl/values';

/** What `each` is for one of the instances of a block with `for_each`. */
export interface EachInstance {
  readonly key: string;
  readonly value: Located;
}

const interpolation = /\$\{\s*([^{}]+?)\s*\}/g;
const reference = /^[a-z]+(?:\.[\w-]+|\["[^"\\${]*"\])+$/;

/** The texts that expressions give: the paths of files, the type of a workflow. Here the default of a variable counts, too. */
export class TerraformTexts {
  private readonly values: HclValues;
  private readonly referents: HclReferents;

  constructor(values: HclValues, referents: HclReferents) {
    this.values = values;
    this.referents = referents;
  }

  /** Undefined if only Terraform knows it. */
  textOf(expression: HclExpression, each?: EachInstance): string | undefined {
    return this.read(expression, each, 0);
  }

  private read(expression: HclExpression, each: EachInstance | undefined, depth: number): string | undefined {
    if (depth > maxSteps) return undefined;
    switch (expression.kind) {
      case 'literal':
        return scalarText(expression.value);
      case 'template':
        return expression.value && this.filled(expression.value.value, each, depth);
      case 'reference':
        return this.referred(expression.path, each, depth);
      case 'call': {
        const [first, second] = expression.args;
        const read = (argument: HclExpression): string | undefined => this.read(argument, each, depth + 1);
        if (expression.expands || !first) return undefined;
        if (expression.name === 'upper') return read(first)?.toUpperCase();
        if (expression.name === 'lower') return read(first)?.toLowerCase();
        if (expression.name === 'abspath') return read(first);
        if (expression.name !== 'join' || second?.kind !== 'tuple') return undefined;
        const [separator, ...parts] = [first, ...second.items].map(read);
        return separator !== undefined && parts.every((part) => part !== undefined) ? parts.join(separator) : undefined;
      }
      default:
        return undefined;
    }
  }

  private filled(text: string, each: EachInstance | undefined, depth: number): string | undefined {
    const unknown = new Set<string>();
    const filled = text.replace(interpolation, (written, inner: string) => {
      const path = reference.test(inner) ? stepsOf(inner) : undefined;
      const part = path && this.referred(path, each, depth);
      if (part === undefined) unknown.add(written);
      return part ?? written;
    });
    return unknown.size > 0 || filled.includes('${') ? undefined : filled;
  }

  private referred(path: readonly string[], each: EachInstance | undefined, depth: number): string | undefined {
    const [root, name = '', ...names] = path;
    // A module's own folder is where its files are.
    if (root === 'path') return '.';
    if (root === 'each' && each) {
      const value = name === 'value' ? names.reduce<Located | undefined>(stepInto, each.value) : undefined;
      return name === 'key' ? each.key : scalarText(value);
    }
    if (root !== 'local' && root !== 'var') return undefined;
    const referent = root === 'local' ? this.referents.local(name) : this.referents.variable(name);
    if (!referent) return undefined;
    if (names.length === 0) return this.read(referent, undefined, depth + 1);
    return scalarText(names.reduce<Located | undefined>(stepInto, this.values.valueOf(referent)));
  }
}

const maxSteps = 20;

const stepsOf = (written: string): string[] =>
  Array.from(written.matchAll(/[\w-]+|"[^"]*"/g), ([step]) => step.replaceAll('"', ''));

function scalarText(value: Located | undefined): string | undefined {
  if (value?.kind === 'string') return value.value === '' || value.value.includes('${') ? undefined : value.value;
  return value?.kind === 'number' || value?.kind === 'boolean' ? String(value.value) : undefined;
}
