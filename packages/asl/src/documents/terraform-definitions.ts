import { maxDepth } from '../text/limits';
import type { Located, TextProblem } from '../text/located';
import type { DeclaredMachine } from './declared-machine';
import { heredocDefinition, speaksOfStates } from './heredoc-definition';
import type { HclAttribute, HclBlock } from './hcl';
import type { HclCall, HclExpression, HclReference, HclTemplate } from './hcl-expression';
import { HclValues } from './hcl-values';
import { parseHclExpression, type ParsedHclExpression } from './parse-hcl-expression';
import { literalSubstitutions, type Substitutions } from './substitutions';

/** What an expression gives a state machine that takes its definition from it. */
export interface TerraformDefinition extends Pick<DeclaredMachine, 'definition' | 'file'> {
  /** The literal values that `templatefile` puts into the file. */
  readonly substitutions?: Substitutions;
}

const none: TerraformDefinition = {};

/** The expressions of a file, and what they give, each found out once. */
export class TerraformDefinitions {
  readonly values: HclValues;
  private readonly text: string;
  /** Attributes by the expression that refers to them. */
  private readonly referents = new Map<string, HclAttribute>();
  private readonly parsed = new Map<HclAttribute, ParsedHclExpression>();
  /** The attributes that a definition stands in, wholly or in part. */
  private readonly followed = new Set<HclAttribute>();
  /** How many expressions are being followed at once. */
  private depth = 0;
  private readonly known = new Map<HclExpression, TerraformDefinition>();

  constructor(text: string, blocks: readonly HclBlock[]) {
    this.text = text;
    for (const { type, labels, attributes } of blocks) {
      if (type === 'locals') for (const [name, attribute] of attributes) this.referents.set(`local.${name}`, attribute);
      const template = type === 'data' && labels[0] === 'template_file' ? attributes.get('template') : undefined;
      if (template) this.referents.set(`data.template_file.${labels[1]}.rendered`, template);
    }
    this.values = new HclValues(text, (name) => {
      const attribute = this.referents.get(`local.${name}`);
      return attribute && this.follow(attribute);
    });
  }

  expressionOf(attribute: HclAttribute): HclExpression {
    return this.parse(attribute).expression;
  }

  /** What is wrong in the expressions that hold definitions, or parts of them. */
  problems(): TextProblem[] {
    const faulty = [...this.parsed].flatMap(([attribute, { problem }]) =>
      problem && (this.followed.has(attribute) || speaksOfStates(attribute.expression)) ? [problem] : [],
    );
    return [...faulty, ...this.values.problems];
  }

  /** What the `definition` of a block gives. */
  definitionAt(attribute: HclAttribute): TerraformDefinition {
    return this.of(this.follow(attribute));
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
        return { file: firstFile.exec(this.text.slice(...expression.range))?.[1] };
      default:
        return none;
    }
  }

  private template({ value, lines, only }: HclTemplate): TerraformDefinition {
    if (lines) return { definition: heredocDefinition(this.text, lines) };
    if (only) return this.of(only);
    return value && speaksOfStates(value.value) ? { definition: value } : none;
  }

  /** Goes on to what a reference stands for: a local, a member of one, a rendered template. */
  private reference({ path }: HclReference): TerraformDefinition {
    const whole = this.referents.get(path.join('.'));
    if (whole) return this.of(this.follow(whole));
    const [root, local, ...names] = path;
    const attribute = root === 'local' ? this.referents.get(`local.${local}`) : undefined;
    let expression = attribute && this.follow(attribute);
    for (const name of names) {
      if (expression?.kind !== 'object') return none;
      expression = expression.members.findLast(({ key }) => nameOf(key) === name)?.value;
    }
    return expression ? this.of(expression) : none;
  }

  private call({ name, args, range }: HclCall): TerraformDefinition {
    const [first, second] = args;
    if (!first) return none;
    if (name === 'file' || name === 'templatefile') {
      const file = fileAt(first);
      if (file === undefined || !second) return { file };
      return { file, substitutions: literalSubstitutions(this.values.valueOf(second)) };
    }
    if (name === 'jsonencode') {
      const value = this.values.valueOf(first);
      if (value.kind === 'object') return { definition: value };
    }
    // `jsonencode(yamldecode(...))`, `replace(file(...), ...)`, `try(...)`
    for (const argument of args) {
      const given = this.of(argument);
      if (given.file !== undefined || isText(given.definition)) return given;
    }
    return { file: firstFile.exec(this.text.slice(...range))?.[1] };
  }
}

/** Of what is not jsonencode's own argument, only text that is a definition counts: other texts are patterns and names. */
const isText = (definition: Located | undefined): boolean =>
  definition?.kind === 'string' && speaksOfStates(definition.value);

const nameOf = (key: HclExpression | { kind: 'string'; value: string }): string | undefined =>
  key.kind === 'string' ? key.value : key.kind === 'template' ? key.value?.value : undefined;

const ownFolder = String.raw`(?:\$\{path\.(?:module|root|cwd)\}\/)?`;
/** The first file that an expression reads. */
const firstFile = new RegExp(String.raw`\b(?:templatefile|file)\(\s*"${ownFolder}([^"$\n]+)"`);
const literalPath = new RegExp(`^${ownFolder}([^$]+)$`);

/** A module's own folder is where its files are. */
function fileAt(path: HclExpression): string | undefined {
  return path.kind === 'template' ? literalPath.exec(path.value?.value ?? '')?.[1] : undefined;
}
