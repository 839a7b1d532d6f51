import type {
  LanguageOptions,
  RuleContext,
  RulesMeta,
  RuleVisitor,
  SourceCodeBaseTypeOptions,
  SourceLocation,
  TextSourceCode,
} from '@eslint/core';
import type { CustomRuleDefinitionType, CustomRuleVisitorWithExit } from '@eslint/plugin-kit';
import type {
  AslDocument,
  Expression,
  Field,
  Format,
  nodeClasses,
  Range,
  stateClasses,
  StateMachine,
  WorkflowType,
} from '@stepproof/asl';

/** Whatever has a place in the text can be reported: a node, a field, a key, a value, an expression. */
export interface AslSyntaxElement {
  readonly range: Range;
}

/** The `languageOptions` of `asl/asl`. Others are none of its business: an option for JavaScript may reach every file. */
export interface AslLanguageOptions extends LanguageOptions {
  /** The type of workflow that every definition is deployed as; without it the template that declares it decides. */
  readonly type?: WorkflowType;
  /** How the files are written; without it the name and the first character decide. */
  readonly format?: Format;
  /** The contract of the machine in place of those that the disk has beside its file; `false`: none. */
  readonly contracts?: object | false;
}

/** A comment, or the text of a `Comment` field, that steers the linter. */
export interface DirectiveElement extends AslSyntaxElement {
  readonly value: string;
  /** Where the directive takes effect, when that is not where it is written. */
  readonly loc?: SourceLocation;
}

export interface AslSourceCodeTypes extends SourceCodeBaseTypeOptions {
  LangOptions: AslLanguageOptions;
  RootNode: AslDocument;
  SyntaxElementWithLoc: AslSyntaxElement;
  ConfigNode: DirectiveElement;
}

/** What rules see of a file, as `context.sourceCode`. */
export interface AslRuleSourceCode extends TextSourceCode<AslSourceCodeTypes> {
  /** The lines and columns of a stretch of the text, both from 1. */
  locOf(range: Range): SourceLocation;
  getParent(node: AslSyntaxElement): AslSyntaxElement | undefined;
  getText(node?: AslSyntaxElement, beforeCount?: number, afterCount?: number): string;
  /** The `type` in the language options, else what the template declares, else AWS's default, STANDARD. */
  workflowTypeOf(machine: StateMachine): WorkflowType;
}

/** The members that a type names, without its index signature. */
type Named<T> = { [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: T[Key] };

type InstancesOf<Classes> = {
  [Name in keyof Classes]: Classes[Name] extends abstract new (...args: never) => infer T ? T : never;
};

/** The nodes that a rule can listen to, by the name of their type. */
export type AslNodeTypes = InstancesOf<Named<typeof nodeClasses>> &
  InstancesOf<{ [Type in keyof typeof stateClasses as `${Type}State`]: (typeof stateClasses)[Type] }> & {
    AslDocument: AslDocument;
    Field: Field;
    Expression: Expression;
  };

type NodeListeners = { [Type in keyof AslNodeTypes]: ((node: AslNodeTypes[Type]) => void) | undefined };

/** Listeners by node type (`TaskState`, `'ChoiceState:exit'`), whose argument is typed, or by any other selector. */
export type AslRuleVisitor = RuleVisitor & Partial<CustomRuleVisitorWithExit<NodeListeners>>;

/** What a rule is about: the section of docs/rules.md that lists it. */
export type RuleFamily =
  | 'syntax'
  | 'references'
  | 'error handling'
  | 'time'
  | 'choice'
  | 'data flow'
  | 'variables'
  | 'JSONata'
  | 'integrations'
  | 'Express'
  | 'loops and limits'
  | 'hygiene';

export interface AslRuleDocs extends Record<string, unknown> {
  /** What the rule finds, as the index says it: "Disallow ...", "Require ...". */
  readonly description: string;
  /** Where docs/rules.md lists the rule; `syntax` by default. */
  readonly family?: RuleFamily;
  /** Part of the preset `recommended`. */
  readonly recommended: boolean;
  /** Part of the preset `strict`, which has all of `recommended`, too. */
  readonly strict?: boolean;
  /** `error`: AWS refuses it, or it must fail when it is run. `warn`: a risk. */
  readonly severity: 'error' | 'warn';
}

interface LanguageTypes {
  LangOptions: AslLanguageOptions;
  Code: AslRuleSourceCode;
  Visitor: AslRuleVisitor;
  Node: AslSyntaxElement;
}

export type AslRuleMeta<Options extends unknown[], MessageIds extends string> = RulesMeta<
  MessageIds,
  Options,
  AslRuleDocs
> & {
  readonly type: 'problem' | 'suggestion' | 'layout';
  readonly docs: AslRuleDocs;
  readonly messages: Readonly<Record<MessageIds, string>>;
};

export type AslRuleContext<Options extends unknown[], MessageIds extends string> = RuleContext<
  Omit<LanguageTypes, 'Visitor'> & { RuleOptions: Options; MessageIds: MessageIds }
>;

/** A rule for the language `asl/asl` that anybody may write: an ordinary ESLint rule with typed nodes. */
export type AslRuleDefinition<
  Options extends unknown[] = unknown[],
  MessageIds extends string = string,
  Docs extends Record<string, unknown> = Record<string, unknown>,
> = CustomRuleDefinitionType<LanguageTypes, { RuleOptions: Options; MessageIds: MessageIds; ExtRuleDocs: Docs }>;

/** A rule of StepProof, whatever its options and messages. */
export type Rule<Options extends unknown[] = unknown[], MessageIds extends string = string> = AslRuleDefinition<
  Options,
  MessageIds,
  AslRuleDocs
> & {
  readonly name: string;
  readonly meta: AslRuleMeta<Options, MessageIds> & { readonly docs: { readonly url: string } };
};
