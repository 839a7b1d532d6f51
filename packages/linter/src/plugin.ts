import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleDefinition } from '@eslint/core';
import { rules, type AslRuleDocs, type Rule } from '@stepproof/rules';
import type { Linter } from 'eslint';
import { definitionFiles, templateFiles } from './file-patterns';
import { aslLanguage } from './language/asl-language';

const namespace = 'asl';

const { name, version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
};

/** The ESLint plugin: the language `asl/asl`, the rules `asl/*`, the presets. */
export const plugin = {
  meta: { name, version, namespace },
  languages: { [namespace]: aslLanguage },
  rules: rules as Readonly<Record<string, Rule>> as Record<string, RuleDefinition>,
  configs: {} as { recommended: Linter.Config[]; strict: Linter.Config[] },
};

// The presets refer to the plugin that they are in.
Object.assign(plugin.configs, {
  recommended: preset('recommended', ({ recommended }) => recommended),
  strict: preset('strict', ({ recommended, strict }) => recommended || strict === true),
});

/** The rules that `has` chooses, for definitions and for templates that hold them. */
function preset(presetName: string, has: (docs: AslRuleDocs) => boolean): Linter.Config[] {
  const chosen = Object.entries<Rule>(rules).filter(([, { meta }]) => has(meta.docs));
  return [
    {
      name: `${namespace}/${presetName}`,
      files: [...definitionFiles, ...templateFiles],
      plugins: { [namespace]: plugin },
      language: `${namespace}/${namespace}`,
      rules: Object.fromEntries(chosen.map(([id, { meta }]) => [`${namespace}/${id}`, meta.docs.severity])),
    },
  ];
}
