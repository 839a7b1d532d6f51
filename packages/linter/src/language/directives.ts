import type { DirectiveType, FileProblem, RulesConfig, SourceLocation } from '@eslint/core';
import { ConfigCommentParser, Directive } from '@eslint/plugin-kit';
import type { AslDocument, AslNode, Field, LocatedString, Range } from '@stepproof/asl';
import type { DirectiveElement } from '@stepproof/rules';

const parser = new ConfigCommentParser();

/** What a directive says: `eslint-disable asl/require-catch -- a failure is handled by the caller`. */
interface Written {
  readonly element: DirectiveElement;
  readonly label: string;
  readonly value: string;
  readonly justification: string;
  /** The rules it names; empty when it is about all of them. */
  readonly rules: readonly string[];
  /** The node whose `Comment` field holds it; undefined for a directive in a comment of the text. */
  readonly scope?: AslNode;
}

export interface DisableDirectives {
  readonly directives: Directive[];
  readonly problems: FileProblem[];
}

export interface RuleConfigs {
  readonly configs: { config: { rules: RulesConfig }; loc: SourceLocation }[];
  readonly problems: FileProblem[];
}

const disableLabels = new Map<string, DirectiveType>([
  ['eslint-disable', 'disable'],
  ['eslint-enable', 'enable'],
  ['eslint-disable-line', 'disable-line'],
  ['eslint-disable-next-line', 'disable-next-line'],
]);

/** Labels that a `Comment` field may begin with. It ends with its node, so there is nothing to enable. */
const fieldLabels = new Set(['eslint-disable', 'eslint-disable-line', 'eslint-disable-next-line']);

/**
 * The directives of a file. Where the format has comments (`//`, `#`) they are ESLint's own. Plain JSON has none, so
 * an `eslint-disable` may also begin a `Comment` field, and then holds for the node that has the field: a state, a
 * branch, a Retrier, the whole machine.
 */
export class Directives {
  readonly elements: DirectiveElement[];
  readonly disableDirectives: DisableDirectives;
  readonly ruleConfigs: RuleConfigs;

  constructor(document: AslDocument, nodes: Iterable<AslNode>, locOf: (range: Range) => SourceLocation) {
    const isShared = document.host !== undefined;
    const all = document.comments.flatMap(({ value, range }) => written(value, { range, value }) ?? []);
    const inComments = isShared ? all.flatMap((directive) => ownPart(directive) ?? []) : all;
    const inFields = [...nodes].flatMap((node) => directiveOf(node, document, locOf) ?? []);
    this.elements = [...inComments, ...inFields].map(({ element }) => element);
    const found = disableDirectives(inComments, inFields, locOf);
    this.disableDirectives = isShared ? { ...found, problems: [] } : found;
    this.ruleConfigs = isShared ? ownRuleConfigs(inComments, locOf) : ruleConfigs(inComments, locOf);
  }
}

function written(text: string, element: DirectiveElement, scope?: AslNode): Written | undefined {
  const directive = parser.parseDirective(text);
  if (!directive || !(directive.label === 'eslint' || disableLabels.has(directive.label))) return undefined;
  const { label, value, justification } = directive;
  return {
    element,
    label,
    value,
    justification,
    rules: Object.keys(parser.parseListConfig(value)),
    ...(scope && { scope }),
  };
}

function directiveOf(
  node: AslNode,
  { text }: AslDocument,
  locOf: (range: Range) => SourceLocation,
): Written | undefined {
  const field = node.field('Comment');
  if (field?.value.kind !== 'string' || !field.value.value.trimStart().startsWith('eslint-')) return undefined;
  const range = removableRange(field, field.value, text);
  // The place is that of the node, where the directive takes effect. The range is what ESLint's fix for an unused
  // directive replaces by a blank: with that of the node, the fix would blank out the state.
  const found = written(field.value.value, { range, value: field.value.value, loc: locOf(node.range) }, node);
  if (!found || !fieldLabels.has(found.label)) return undefined;
  return found.label === 'eslint-disable'
    ? found
    : { ...found, element: { ...found.element, loc: locOf(field.range) } };
}

/** The text inside the quotes; a field without quotes as a whole, or its value would turn into a null. */
function removableRange(field: Field, value: LocatedString, text: string): Range {
  const quoted = /["']/.test(text.charAt(value.range[0]));
  const lineStart = text.lastIndexOf('\n', field.range[0] - 1) + 1;
  const alone = text.slice(lineStart, field.range[0]).trim() === '';
  return quoted || !alone ? [value.at(0), value.at(value.value.length)] : field.range;
}

function ruleConfigs(inComments: readonly Written[], locOf: (range: Range) => SourceLocation): RuleConfigs {
  const found: RuleConfigs = { configs: [], problems: [] };
  for (const { label, value, element } of inComments) {
    if (label !== 'eslint') continue;
    const loc = locOf(element.range);
    const parsed = parser.parseJSONLikeConfig(value);
    if (parsed.ok) found.configs.push({ config: { rules: parsed.config }, loc });
    else found.problems.push({ ruleId: null, message: parsed.error.message, loc });
  }
  return found;
}

/**
 * A source is linted as JavaScript, too, and most of what its comments say is for the rules of that: ESLint would complain
 * that it does not know them.
 */
function ownPart(directive: Written): Written | undefined {
  const { label, rules } = directive;
  if (label === 'eslint' || rules.length === 0) return directive;
  const own = rules.filter((rule) => rule.startsWith(ownPrefix));
  return own.length > 0 ? { ...directive, rules: own, value: own.join(', ') } : undefined;
}

/** What a comment configures that is ours, and nothing of what is wrong with the others. */
function ownRuleConfigs(inComments: readonly Written[], locOf: (range: Range) => SourceLocation): RuleConfigs {
  const configs = ruleConfigs(inComments, locOf).configs.flatMap(({ config, loc }) => {
    const own = Object.entries(config.rules).filter(([id]) => id.startsWith(ownPrefix));
    return own.length > 0 ? [{ config: { rules: Object.fromEntries(own) }, loc }] : [];
  });
  return { configs, problems: [] };
}

const ownPrefix = 'asl/';

function disableDirectives(
  inComments: readonly Written[],
  inFields: readonly Written[],
  locOf: (range: Range) => SourceLocation,
): DisableDirectives {
  const found: DisableDirectives = { directives: [], problems: [] };
  for (const directive of inComments) {
    const type = disableLabels.get(directive.label);
    if (!type) continue;
    const loc = locOf(directive.element.range);
    if (type === 'disable-line' && loc.start.line !== loc.end.line) {
      found.problems.push({ ruleId: null, message: `"${directive.label}" must stand on one line; shorten it`, loc });
    } else found.directives.push(toDirective(type, directive));
  }
  const around = new Surroundings(inComments, inFields);
  for (const directive of inFields) {
    const { scope, label, rules, element } = directive;
    const disabled = label === 'eslint-disable' ? around.disabledAt(scope!) : new Set<string>();
    if (rules.length === 0 && disabled.size > 0 && !disabled.has(everything)) {
      const names = [...disabled].map((rule) => `"${rule}"`).join(', ');
      const message = `"eslint-disable" without rules cannot stand where ${names} is disabled already; name the rules`;
      found.problems.push({ ruleId: null, message, loc: locOf(element.range) });
      continue;
    }
    found.directives.push(toDirective(disableLabels.get(label)!, directive));
    if (label === 'eslint-disable') found.directives.push(...endOf(directive, disabled, locOf));
  }
  return found;
}

/** Switches on again, after the node with the `Comment`, what nothing around the node disables. */
function endOf(
  directive: Written,
  disabled: ReadonlySet<string>,
  locOf: (range: Range) => SourceLocation,
): Directive[] {
  const { scope, rules, element } = directive;
  const ending = rules.filter((rule) => !disabled.has(rule));
  if (disabled.has(everything) || (rules.length > 0 && ending.length === 0)) return [];
  const [, end] = scope!.range;
  const atEnd = { ...element, loc: locOf([end, end]) };
  return [toDirective('enable', { ...directive, element: atEnd, value: ending.join(', ') })];
}

const toDirective = (type: DirectiveType, { element, value, justification }: Written): Directive =>
  new Directive({ type, node: element, value, justification });

const everything = '*';

/**
 * What is disabled already where a `Comment` directive begins, by comments before it and by nodes around it. ESLint
 * knows no nesting: the end of an inner directive must not switch on what an outer one keeps off.
 */
class Surroundings {
  readonly #byNode: ReadonlyMap<AslNode, readonly string[]>;
  readonly #comments: readonly Written[];

  constructor(inComments: readonly Written[], inFields: readonly Written[]) {
    const scoped = inFields.filter(({ label }) => label === 'eslint-disable');
    this.#byNode = new Map(scoped.map(({ scope, rules }) => [scope!, rules]));
    this.#comments = inComments.filter(({ label }) => label === 'eslint-disable' || label === 'eslint-enable');
  }

  disabledAt(node: AslNode): Set<string> {
    const disabled = new Set<string>();
    for (const { label, rules, element } of this.#comments) {
      if (element.range[0] > node.range[0]) continue;
      if (label === 'eslint-disable') for (const rule of named(rules)) disabled.add(rule);
      else if (rules.length === 0) disabled.clear();
      else for (const rule of rules) disabled.delete(rule);
    }
    for (let { parent } = node; parent; { parent } = parent) {
      for (const rule of named(this.#byNode.get(parent))) disabled.add(rule);
    }
    return disabled;
  }
}

/** The rules of a directive, if there is one; a directive that names none is about everything. */
const named = (rules: readonly string[] | undefined): readonly string[] =>
  rules?.length === 0 ? [everything] : (rules ?? []);
