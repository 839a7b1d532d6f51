import { maxDepth } from '../../text/limits';
import type { Located, TextProblem } from '../../text/located';
import { stepInto } from '../../text/pointer';
import type { DeclaredMachine } from '../declared-machine';
import { speaksOfStates } from '../speaks-of-states';
import type { HclAttribute, HclBlock } from '../hcl/blocks';
import type { HclCall, HclExpression, HclReference, HclTemplate } from '../hcl/expression';
import { HclValues, type HclReferents } from '../hcl/values';
import { parseHclExpression, type ParsedHclExpression } from '../hcl/parse-expression';
import { startsSynchronously } from '../logging';
import { literalSubstitutions, type Substitutions } from '../substitutions';
import { TerraformTexts, type EachInstance } from './texts';

/** What an expression gives a state machine that takes its definition from it. */
export interface TerraformDefinition extends Pick<DeclaredMachine, 'definition' | 'file'> {
  /** The literal values that `templatefile` puts into the file. */
  readonly substitutions?: Substitutions;
}

const none: TerraformDefinition = {};

/** Conditions and locals inside each other; a local that refers to itself has no end. */
const maxChoiceDepth = 20;

/** A `data "template_file"`. */
interface TemplateFileData {
  readonly template: HclAttribute;
  readonly vars: HclAttribute | undefined;
}

/** The expressions of a configuration, and what they give, each found out once. */
export class TerraformDefinitions {
  readonly values: HclValues;
  readonly texts: TerraformTexts;
  private readonly text: string;
  private readonly locals = new Map<string, HclAttribute>();
  private readonly variables = new Map<string, HclAttribute>();
  private readonly templateFiles = new Map<string, TemplateFileData>();
  private readonly parsed = new Map<HclAttribute, ParsedHclExpression>();
  /** The attributes that a definition stands in, wholly or in part. */
  private readonly followed = new Set<HclAttribute>();
  /** How many expressions are being followed at once. */
  private depth = 0;
  private readonly known = new Map<HclExpression, TerraformDefinition>();
  private scalars: Substitutions | undefined;
  private waits: boolean | undefined;

  /** @param given the values of variables over their defaults */
  constructor(text: string, blocks: readonly HclBlock[], given: ReadonlyMap<string, HclAttribute>) {
    this.text = text;
    for (const block of blocks) this.note(block);
    for (const name of this.variables.keys()) this.variables.set(name, given.get(name) ?? this.variables.get(name)!);
    const referents: HclReferents = {
      local: (name) => this.referent(this.locals.get(name)),
      variable: (name) => this.referent(this.variables.get(name)),
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

  expressionOf(attribute: HclAttribute): HclExpression {
    return this.parse(attribute).expression;
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

  /** What the `definition` of a block gives: where a condition decides, each of its choices that is a definition. */
  definitionsAt(attribute: HclAttribute, each?: EachInstance): readonly TerraformDefinition[] {
    const given = this.choicesOf(this.follow(attribute), 0).map(
      (choice) => (each && this.fileOf(choice, each)) ?? this.of(choice),
    );
    const some = given.filter(({ definition, file }) => definition !== undefined || file !== undefined);
    return some.length > 0 ? some : [none];
  }

  /** The expression, or what a condition in its place chooses from. */
  private choicesOf(expression: HclExpression, depth: number): readonly HclExpression[] {
    if (depth > maxChoiceDepth) return [expression];
    const inside = (inner: HclExpression): readonly HclExpression[] => this.choicesOf(inner, depth + 1);
    switch (expression.kind) {
      case 'conditional':
        return expression.choices.flatMap(inside);
      case 'template':
        return expression.only && !expression.lines ? inside(expression.only) : [expression];
      case 'reference': {
        const [root, name = '', ...names] = expression.path;
        const local = root === 'local' && names.length === 0 ? this.referent(this.locals.get(name)) : undefined;
        return local ? inside(local) : [expression];
      }
      case 'call': {
        const [first] = expression.args;
        const choices = expression.name === 'jsonencode' && first ? inside(first) : [];
        return choices.length > 1 ? choices.map((choice) => ({ ...expression, args: [choice] })) : [expression];
      }
      default:
        return [expression];
    }
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

  private of(expression: HclExpression): TerraformDefinition {
    const known = this.known.get(expression);
    if (known) return known;
    // Stays for a local that refers to itself.
    this.known.set(expression, none);
    const definition = this.depth < maxDepth ? this.readInside(expression) : none;
    this.known.set(expression, definition);
    return definition;
  }

  private readInside(expression: HclExpression): TerraformDefinition {
    this.depth++;
    const definition = this.read(expression);
    this.depth--;
    return definition;
  }

  private referent(attribute: HclAttribute | undefined): HclExpression | undefined {
    return attribute && this.follow(attribute);
  }

  private follow(attribute: HclAttribute): HclExpression {
    this.followed.add(attribute);
    return this.expressionOf(attribute);
  }

  private parse(attribute: HclAttribute): ParsedHclExpression {
    const parsed = this.parsed.get(attribute) ?? parseHclExpression(this.text, attribute.range);
    this.parsed.set(attribute, parsed);
    return parsed;
  }

  private read(expression: HclExpression): TerraformDefinition {
    switch (expression.kind) {
      case 'template':
        return this.template(expression);
      case 'object':
        return { definition: this.values.valueOf(expression) };
      case 'reference':
        return this.reference(expression);
      case 'call':
        return this.call(expression);
      case 'unknown':
        return { file: firstFileIn(this.text.slice(...expression.range)) };
      default:
        return none;
    }
  }

  private template({ value, lines, only }: HclTemplate): TerraformDefinition {
    if (lines) return { definition: value };
    if (only) return this.of(only);
    return value && speaksOfStates(value.value) ? { definition: value } : none;
  }

  /** Goes on to what a reference stands for: a local, a variable, a member of one, a rendered template. */
  private reference({ path }: HclReference): TerraformDefinition {
    const [root, first = '', ...names] = path;
    if (root === 'data' && first === 'template_file') return this.rendered(names[0] ?? '');
    const attribute =
      root === 'local' ? this.locals.get(first) : root === 'var' ? this.variables.get(first) : undefined;
    let expression = this.referent(attribute);
    for (const name of names) {
      if (expression?.kind !== 'object') return none;
      expression = expression.members.findLast(({ key }) => nameOf(key) === name)?.value;
    }
    return expression ? this.of(expression) : none;
  }

  private rendered(name: string): TerraformDefinition {
    const data = this.templateFiles.get(name);
    if (!data) return none;
    const substitutions = data.vars && literalSubstitutions(this.values.valueOf(this.expressionOf(data.vars)));
    return { ...this.of(this.follow(data.template)), ...(substitutions && { substitutions }) };
  }

  /** `file(path)` and `templatefile(path, values)`. */
  private fileOf(expression: HclExpression, each?: EachInstance): TerraformDefinition | undefined {
    if (expression.kind !== 'call') return undefined;
    const { name, args } = expression;
    const [first, second] = args;
    if (name !== 'file' && name !== 'templatefile') {
      // `jsonencode(yamldecode(file(...)))`
      for (const argument of args) {
        const given = this.fileOf(argument, each);
        if (given?.file !== undefined) return given;
      }
      return undefined;
    }
    const file = first && this.texts.textOf(first, each);
    if (file === undefined || !second) return { file };
    return { file, substitutions: literalSubstitutions(this.values.valueOf(second)) };
  }

  private call(expression: HclCall): TerraformDefinition {
    const { name, args, range } = expression;
    const [first] = args;
    if (!first) return none;
    if (name === 'file' || name === 'templatefile') return this.fileOf(expression) ?? none;
    if (name === 'jsonencode') {
      const value = this.values.valueOf(first);
      if (value.kind === 'object') return { definition: value };
    }
    // `jsonencode(yamldecode(...))`, `replace(file(...), ...)`, `try(...)`
    for (const argument of args) {
      const given = this.of(argument);
      if (given.file !== undefined || isText(given.definition)) return given;
    }
    return { file: firstFileIn(this.text.slice(...range)) };
  }
}

/** Of what is not jsonencode's own argument, only text that is a definition counts: other texts are patterns and names. */
const isText = (definition: Located | undefined): boolean =>
  definition?.kind === 'string' && speaksOfStates(definition.value);

const nameOf = (key: HclExpression | { kind: 'string'; value: string }): string | undefined =>
  key.kind === 'string' ? key.value : key.kind === 'template' ? key.value?.value : undefined;

const ownFolder = String.raw`(?:\$\{path\.(?:module|root|cwd)\}\/)?`;
const firstFile = new RegExp(String.raw`\b(?:templatefile|file)\(\s*"${ownFolder}([^"$\n]+)"`);

/** The first file that an expression reads. */
export const firstFileIn = (expression: string): string | undefined => firstFile.exec(expression)?.[1];

const scalarReference = /\$\{\s*((local|var)\.([\w-]+(?:\.[\w-]+)*))\s*\}/g;
