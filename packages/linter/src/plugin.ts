import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleDefinition } from '@eslint/core';
import { rules, type AslRuleDocs, type Rule } from '@stepproof/rules';
import type { Linter } from 'eslint';
import { definitionFiles, sourceFiles, sourceParts, templateFiles } from './file-patterns';
import { aslLanguage } from './language/asl-language';
import { sourceProcessor } from './source-processor';

const namespace = 'asl';

const { name, version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
};

/** The ESLint plugin: the language `asl/asl`, the rules `asl/*`, the presets, the processor `asl/source`. */
export const plugin = {
  meta: { name, version, namespace },
  languages: { [namespace]: aslLanguage },
  rules: rules as Readonly<Record<string, Rule>> as Record<string, RuleDefinition>,
  processors: { source: sourceProcessor },
  configs: {} as Record<'recommended' | 'strict' | 'sources' | 'strictSources', Linter.Config[]>,
};

// The presets refer to the plugin that they are in.
Object.assign(plugin.configs, {
  recommended: preset('recommended', ({ recommended }) => recommended),
  strict: preset('strict', ({ recommended, strict }) => recommended || strict === true),
});
Object.assign(plugin.configs, {
  sources: inSources('sources', plugin.configs.recommended),
  strictSources: inSources('strictSources', plugin.configs.strict),
});

/** A preset for the machines in TypeScript and JavaScript, beside what else lints these. */
function inSources(presetName: string, configs: readonly Linter.Config[]): Linter.Config[] {
  return [
    {
      name: `${namespace}/${presetName}`,
      files: sourceFiles,
      plugins: { [namespace]: plugin },
      processor: `${namespace}/source`,
    },
    ...configs.map((config) => ({
      ...config,
      name: `${namespace}/${presetName}/machines`,
      files: sourceParts,
      // The comments for other rules are unused here.
      linterOptions: { reportUnusedDisableDirectives: 'off' as const },
    })),
  ];
}

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
