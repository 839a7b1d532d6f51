import type { LocatedComment, LocatedString, Range } from '../text/located';
import { endOfPlaceholder } from '../text/placeholder';
import { onePerDefinition, type DeclaredMachine } from './declared-machine';
import { scanHcl, type HclAttribute, type HclBlock } from './hcl';

export interface TerraformFile {
  readonly machines: readonly DeclaredMachine[];
  /** Other heredocs that speak of states: a definition for a module, a CloudFormation template. */
  readonly heredocs: readonly LocatedString[];
  readonly comments: readonly LocatedComment[];
}

export const isTerraformFile = (filename: string): boolean => /\.tf$/i.test(filename);

/**
 * Finds the definitions of a Terraform file: heredocs in `aws_sfn_state_machine` resources, and in the modules and locals
 * that serve them. `file("...")` and `templatefile("...", ...)` give the name of the file that holds the definition.
 *
 * Not read: `jsonencode({ ... })`, whose argument is an expression of Terraform's language and not ASL text, and heredocs
 * with template directives (`%{ if ... }`), which are not JSON before Terraform has rendered them.
 */
export function readTerraform(text: string): TerraformFile {
  const { blocks, comments } = scanHcl(text);
  const definitions = new Definitions(text, blocks);
  const machines = blocks.filter(declaresMachine).map((block): DeclaredMachine => {
    const attribute = definitions.follow(block.attributes.get('definition'));
    // Blocks inside a resource are not told apart, so one of that name anywhere counts for all.
    const isLogged = block.type === 'resource' && !text.includes('logging_configuration') ? false : undefined;
    const declaration = { name: block.labels.at(-1), workflowType: workflowTypeOfBlock(block), isLogged };
    return { declaration, ...(attribute && definitions.of(attribute)) };
  });
  const read = new Set(machines.map(({ definition }) => definition));
  const others = blocks
    .flatMap((block) => [...block.attributes.values()])
    .filter(({ heredocs }) => heredocs.length > 0)
    .filter((attribute) => !read.has(definitions.of(attribute).definition))
    .flatMap(({ heredocs }) => heredocs.flatMap((range) => heredocString(text, range) ?? []))
    .filter(({ value }) => speaksOfStates(value));
  return { machines: onePerDefinition(machines), heredocs: others, comments };
}

type Definition = Pick<DeclaredMachine, 'definition' | 'file'>;

/** What the attributes of a file give when a state machine takes its definition from them. */
class Definitions {
  private readonly text: string;
  /** Attributes by the expression that refers to them. */
  private readonly referents = new Map<string, HclAttribute>();
  private readonly known = new Map<HclAttribute, Definition>();

  constructor(text: string, blocks: readonly HclBlock[]) {
    this.text = text;
    for (const { type, labels, attributes } of blocks) {
      if (type === 'locals') for (const [name, attribute] of attributes) this.referents.set(`local.${name}`, attribute);
      const template = type === 'data' && labels[0] === 'template_file' ? attributes.get('template') : undefined;
      if (template) this.referents.set(`data.template_file.${labels[1]}.rendered`, template);
    }
  }

  /** Goes on to what a reference stands for; a local may refer to another, but not without end. */
  follow(attribute: HclAttribute | undefined): HclAttribute | undefined {
    let followed = attribute;
    for (let step = 0; step < maxReferences && followed; step++) {
      const referent = this.referents.get(followed.expression);
      if (!referent) break;
      followed = referent;
    }
    return followed;
  }

  of(attribute: HclAttribute): Definition {
    const known = this.known.get(attribute) ?? this.read(attribute);
    this.known.set(attribute, known);
    return known;
  }

  /** A heredoc alone, or in a call such as `jsonencode(yamldecode(<<EOF ...))`; else the file that a function reads. */
  private read({ expression, heredocs }: HclAttribute): Definition {
    const [range] = heredocs;
    if (!range) return { file: fileOf(expression) };
    const heredoc = heredocs.length === 1 ? heredocString(this.text, range) : undefined;
    return heredoc && (expression.startsWith('<<') || speaksOfStates(heredoc.value)) ? { definition: heredoc } : {};
  }
}

const maxReferences = 10;

function declaresMachine({ type, labels, attributes }: HclBlock): boolean {
  if (type === 'resource') return labels[0] === 'aws_sfn_state_machine';
  return type === 'module' && attributes.has('definition');
}

/** A module may have a default of its own, so only what it is given counts. */
function workflowTypeOfBlock({ type, attributes }: HclBlock): 'STANDARD' | 'EXPRESS' | undefined {
  const given = attributes.get('type');
  if (!given) return type === 'resource' ? 'STANDARD' : undefined;
  const literal = /^"(STANDARD|EXPRESS)"$/i.exec(given.expression)?.[1]?.toUpperCase();
  return literal === 'STANDARD' || literal === 'EXPRESS' ? literal : undefined;
}

/** The first file that the expression reads; a module's own folder is where its files are. */
function fileOf(expression: string): string | undefined {
  const path = /\b(?:templatefile|file)\(\s*"([^"\n]*)"/.exec(expression)?.[1];
  const relative = path?.replace(/^\$\{path\.(?:module|root|cwd)\}\//, '');
  return relative?.includes('${') ? undefined : relative;
}

const speaksOfStates = (text: string): boolean => /\bStartAt\b/.test(text) && /\bStates\b/.test(text);

/**
 * The lines of a heredoc. JSON and YAML do not mind the indentation that `<<-` strips. An interpolation may hold quotes
 * and line breaks that would end a JSON string, so they are blanked out; its length stays, so places stay true. Undefined when a template
 * directive has yet to be rendered; `%%{` is an escape and no directive.
 */
function heredocString(text: string, range: Range): LocatedString | undefined {
  const [start, end] = range;
  const written = text.slice(start, end);
  if (/(?<!%)%\{/.test(written)) return undefined;
  let value = '';
  let copied = 0;
  for (let at = written.indexOf('${'); at >= 0; at = written.indexOf('${', copied)) {
    const after = written[at - 1] === '$' ? at + 2 : (endOfPlaceholder(written, at) ?? written.length);
    value += written.slice(copied, at + 2) + written.slice(at + 2, after - 1).replace(/["\\\r\n{}]/g, '_');
    value += written.slice(Math.max(after - 1, at + 2), after);
    copied = after;
  }
  value += written.slice(copied);
  return { kind: 'string', value, range, at: (index) => start + index };
}
