import type { TextProblem } from '../../text/located';
import { stepInto } from '../../text/pointer';
import type { HclAttribute, HclBlock } from '../hcl/blocks';
import type { HclExpression } from '../hcl/expression';
import { parseHclExpression, type ParsedHclExpression } from '../hcl/parse-expression';
import { HclValues, type HclReferents } from '../hcl/values';
import { startsSynchronously } from '../logging';
import { speaksOfStates } from '../speaks-of-states';
import type { Substitutions } from '../substitutions';
import { TerraformTexts } from './texts';

/** A `data "template_file"`. */
interface TemplateFileData {
  readonly template: HclAttribute;
  readonly vars: HclAttribute | undefined;
}

const scalarReference = /\$\{\s*((local|var)\.([\w-]+(?:\.[\w-]+)*))\s*\}/g;

/** What the files of a folder name (locals, variables, rendered templates), each expression read once. */
export class TerraformConfiguration {
  readonly text: string;
  readonly values: HclValues;
  readonly texts: TerraformTexts;
  private readonly locals = new Map<string, HclAttribute>();
  private readonly variables = new Map<string, HclAttribute>();
  private readonly templateFiles = new Map<string, TemplateFileData>();
  private readonly parsed = new Map<HclAttribute, ParsedHclExpression>();
  /** The attributes that a definition stands in, wholly or in part. */
  private readonly followed = new Set<HclAttribute>();
  private scalars: Substitutions | undefined;
  private waits: boolean | undefined;

  /** @param given the values of variables over their defaults */
  constructor(text: string, blocks: readonly HclBlock[], given: ReadonlyMap<string, HclAttribute>) {
    this.text = text;
    for (const block of blocks) this.note(block);
    for (const name of this.variables.keys()) this.variables.set(name, given.get(name) ?? this.variables.get(name)!);
    const referents: HclReferents = {
      local: (name) => this.local(name),
      variable: (name) => this.variable(name),
    };
    this.values = new HclValues(text, referents);
    this.texts = new TerraformTexts(this.values, referents);
  }

  private note({ type, labels, attributes }: HclBlock): void {
    if (type === 'locals') for (const [name, attribute] of attributes) this.locals.set(name, attribute);
    const value = type === 'variable' ? attributes.get('default') : undefined;
    if (value) this.variables.set(labels[0] ?? '', value);
    const template = type === 'data' && labels[0] === 'template_file' ? attributes.get('template') : undefined;
    if (template) this.templateFiles.set(labels[1] ?? '', { template, vars: attributes.get('vars') });
  }

  local(name: string): HclExpression | undefined {
    return this.referent(this.locals.get(name));
  }

  variable(name: string): HclExpression | undefined {
    return this.referent(this.variables.get(name));
  }

  templateFile(name: string): TemplateFileData | undefined {
    return this.templateFiles.get(name);
  }

  expressionOf(attribute: HclAttribute): HclExpression {
    return this.parse(attribute).expression;
  }

  /** The expression of an attribute that a definition stands in, wholly or in part. */
  follow(attribute: HclAttribute): HclExpression {
    this.followed.add(attribute);
    return this.expressionOf(attribute);
  }

  /** Whether the configuration speaks of starting workflows and waiting for their results. */
  get startsSynchronously(): boolean {
    return (this.waits ??= startsSynchronously(this.text));
  }

  /** What is wrong in the expressions that hold definitions, or parts of them. */
  problems(): TextProblem[] {
    const faulty = [...this.parsed].flatMap(([attribute, { problem }]) =>
      problem && (this.followed.has(attribute) || speaksOfStates(attribute.expression)) ? [problem] : [],
    );
    return [...faulty, ...this.values.problems];
  }

  /**
   * What the places of a text that are written `${local.name}` stand for in the texts of definitions. Of variables only
   * numbers and booleans count.
   */
  substitutions(): Substitutions {
    return (this.scalars ??= this.literals());
  }

  private literals(): Substitutions {
    const literals = new Map<string, string | number | boolean>();
    for (const [, name = '', root = '', path = ''] of this.text.matchAll(scalarReference)) {
      if (literals.has(name)) continue;
      const [first = '', ...names] = path.split('.');
      const attribute = (root === 'local' ? this.locals : this.variables).get(first);
      const whole = attribute && this.values.valueOf(this.expressionOf(attribute));
      const value = names.reduce(stepInto, whole);
      const isText = value?.kind === 'string' && root === 'local' && !value.value.includes('${');
      if (isText || value?.kind === 'number' || value?.kind === 'boolean') literals.set(name, value.value);
    }
    return literals;
  }

  private referent(attribute: HclAttribute | undefined): HclExpression | undefined {
    return attribute && this.follow(attribute);
  }

  private parse(attribute: HclAttribute): ParsedHclExpression {
    const parsed = this.parsed.get(attribute) ?? parseHclExpression(this.text, attribute.range);
    this.parsed.set(attribute, parsed);
    return parsed;
  }
}
