import { plugin } from './plugin';

export default plugin;

// `import stepproof from '@stepproof/linter'` in an ES module gives all exports of this CommonJS module. With the parts
// of the plugin among them it is the plugin, too.
export const meta = plugin.meta;
export const languages = plugin.languages;
export const rules = plugin.rules;
export const configs = plugin.configs;
export const processors = plugin.processors;

export { definitionFiles, sourceFiles, templateFiles } from './file-patterns';
export { lintText, type LintTextOptions } from './lint-text';
export {
  validateStateMachineDefinition,
  type ValidateStateMachineDefinitionDiagnostic,
  type ValidateStateMachineDefinitionInput,
  type ValidateStateMachineDefinitionOutput,
} from './validate';
export type {
  AslLanguageOptions,
  AslRuleDefinition,
  AslRuleSourceCode,
  AslRuleVisitor,
  AslSyntaxElement,
} from '@stepproof/rules';
