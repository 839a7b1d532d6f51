/** Files that hold one definition and nothing else. */
export const definitionFiles = ['**/*.asl.json', '**/*.asl.jsonc', '**/*.asl.yaml', '**/*.asl.yml', '**/*.asl'];

/** Files that may hold state machines among other things. A file without one is silent. */
export const templateFiles = [
  '**/template.{json,yaml,yml}',
  '**/*.template',
  '**/*.template.{json,yaml,yml}',
  '**/serverless.{json,yaml,yml}',
  '**/*.tf',
  '**/*.tf.json',
  '**/*.tfvars',
  '**/*.tftpl',
  '**/*.{json,yaml,yml}.tpl',
];

/** Sources of TypeScript and JavaScript. The presets leave them to the language that they are written in. */
export const sourceFiles = ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}'];

/** What the processor `asl/source` makes of them. */
export const sourceParts = sourceFiles.map((pattern) => `${pattern}/*.asl-source`);
