import type { SourceLocation, SourceRange, TraversalStep } from '@eslint/core';
import { TextSourceCodeBase } from '@eslint/plugin-kit';
import {
  descendantsOf,
  type AslDocument,
  type AslNode,
  type Range,
  type StateMachine,
  type WorkflowType,
} from '@stepproof/asl';
import type {
  AslLanguageOptions,
  AslRuleSourceCode,
  AslSourceCodeTypes,
  AslSyntaxElement,
  DirectiveElement,
} from '@stepproof/rules';
import { Directives, type DisableDirectives, type RuleConfigs } from './directives';
import { Steps, type TreeNode } from './steps';

/** What ESLint and the rules know of a file: its text, its tree, its places and its directives. */
export class AslSourceCode extends TextSourceCodeBase<AslSourceCodeTypes> implements AslRuleSourceCode {
  readonly #languageOptions: AslLanguageOptions;
  #directives: Directives | undefined;

  constructor(ast: AslDocument, languageOptions: AslLanguageOptions) {
    super({ text: ast.text, ast, lineEndingPattern: /\r\n|\n|\r/u });
    this.#languageOptions = languageOptions;
  }

  workflowTypeOf(machine: StateMachine): WorkflowType {
    return this.#languageOptions.type ?? machine.declaration.workflowType ?? 'STANDARD';
  }

  locOf([start, end]: Range): SourceLocation {
    const { lines } = this.ast;
    return { start: lines.locate(start), end: lines.locate(end) };
  }

  // The base class finds lines by asking for the location of the root, and so can never be what answers it.
  override getLoc(element: AslSyntaxElement | DirectiveElement): SourceLocation {
    return 'loc' in element && element.loc ? element.loc : this.locOf(element.range);
  }

  override getRange({ range }: AslSyntaxElement): SourceRange {
    return [...range];
  }

  override getParent(node: AslSyntaxElement): AslSyntaxElement | undefined {
    const { parent } = node as TreeNode;
    return parent ?? (node === this.ast ? undefined : this.ast);
  }

  /**
   * Once the rules have run, what they have found out for each other is let go of: ESLint makes the context of a file a
   * prototype, so that V8 keeps the tree of the file, and copies it about, until its next full collection.
   */
  override traverse(): Iterable<TraversalStep> {
    return new Steps(this.ast, () => {
      for (const node of nodesOf(this.ast)) node.forget();
    });
  }

  /**
   * ESLint's own preset for JavaScript reaches every file unless its user restricts it, and one of its rules asks for the
   * comments before it knows the language. Without an answer the whole run would fail.
   */
  getAllComments(): readonly AslSyntaxElement[] {
    return this.ast.comments;
  }

  getInlineConfigNodes(): DirectiveElement[] {
    return this.#inlineConfig.elements;
  }

  getDisableDirectives(): DisableDirectives {
    return this.#inlineConfig.disableDirectives;
  }

  applyInlineConfig(): RuleConfigs {
    return this.#inlineConfig.ruleConfigs;
  }

  get #inlineConfig(): Directives {
    return (this.#directives ??= new Directives(this.ast, this.#ownNodes(), (range) => this.locOf(range)));
  }

  /** Without what stands in another file. */
  #ownNodes(): readonly AslNode[] {
    return nodesOf(this.ast).filter(({ range }) => range[0] <= this.text.length);
  }
}

const nodesOf = ({ machines }: AslDocument): readonly AslNode[] => machines.flatMap(descendantsOf);
