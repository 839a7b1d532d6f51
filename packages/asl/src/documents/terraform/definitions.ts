import { maxDepth } from '../../text/limits';
import type { Located } from '../../text/located';
import type { DeclaredMachine } from '../declared-machine';
import type { HclAttribute } from '../hcl/blocks';
import type { HclCall, HclExpression, HclReference, HclTemplate } from '../hcl/expression';
import { speaksOfStates } from '../speaks-of-states';
import { literalSubstitutions, type Substitutions } from '../substitutions';
import type { TerraformConfiguration } from './configuration';
import type { EachInstance } from './texts';

/** What an expression gives a state machine that takes its definition from it. */
export interface TerraformDefinition extends Pick<DeclaredMachine, 'definition' | 'file'> {
  /** The literal values that `templatefile` puts into the file. */
  readonly substitutions?: Substitutions;
}

const none: TerraformDefinition = {};

/** Conditions and locals inside each other; a local that refers to itself has no end. */
const maxChoiceDepth = 20;

/** What the expressions of a configuration give a state machine, each found out once. */
export class TerraformDefinitions {
  readonly configuration: TerraformConfiguration;
  /** How many expressions are being followed at once. */
  private depth = 0;
  private readonly known = new Map<HclExpression, TerraformDefinition>();

  constructor(configuration: TerraformConfiguration) {
    this.configuration = configuration;
  }

  /** What the `definition` of a block gives: where a condition decides, each of its choices that is a definition. */
  definitionsAt(attribute: HclAttribute, each?: EachInstance): readonly TerraformDefinition[] {
    const given = this.choicesOf(this.configuration.follow(attribute), 0).map(
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
        const local = root === 'local' && names.length === 0 ? this.configuration.local(name) : undefined;
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

  private read(expression: HclExpression): TerraformDefinition {
    switch (expression.kind) {
      case 'template':
        return this.template(expression);
      case 'object':
        return { definition: this.configuration.values.valueOf(expression) };
      case 'reference':
        return this.reference(expression);
      case 'call':
        return this.call(expression);
      case 'unknown':
        return { file: firstFileIn(this.configuration.text.slice(...expression.range)) };
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
    const { configuration } = this;
    let expression =
      root === 'local' ? configuration.local(first) : root === 'var' ? configuration.variable(first) : undefined;
    for (const name of names) {
      if (expression?.kind !== 'object') return none;
      expression = expression.members.findLast(({ key }) => nameOf(key) === name)?.value;
    }
    return expression ? this.of(expression) : none;
  }

  private rendered(name: string): TerraformDefinition {
    const { configuration } = this;
    const data = configuration.templateFile(name);
    if (!data) return none;
    const vars = data.vars && configuration.values.valueOf(configuration.expressionOf(data.vars));
    const substitutions = vars && literalSubstitutions(vars);
    return { ...this.of(configuration.follow(data.template)), ...(substitutions && { substitutions }) };
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
    const file = first && this.configuration.texts.textOf(first, each);
    if (file === undefined || !second) return { file };
    return { file, substitutions: literalSubstitutions(this.configuration.values.valueOf(second)) };
  }

  private call(expression: HclCall): TerraformDefinition {
    const { name, args, range } = expression;
    const [first] = args;
    if (!first) return none;
    if (name === 'file' || name === 'templatefile') return this.fileOf(expression) ?? none;
    if (name === 'jsonencode') {
      const value = this.configuration.values.valueOf(first);
      if (value.kind === 'object') return { definition: value };
    }
    // `jsonencode(yamldecode(...))`, `replace(file(...), ...)`, `try(...)`
    for (const argument of args) {
      const given = this.of(argument);
      if (given.file !== undefined || isText(given.definition)) return given;
    }
    return { file: firstFileIn(this.configuration.text.slice(...range)) };
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
