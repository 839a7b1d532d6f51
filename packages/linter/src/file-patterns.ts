/** Files that hold one definition and nothing else. */
export const definitionFiles = ['**/*.asl.json', '**/*.asl.jsonc', '**/*.asl.yaml', '**/*.asl.yml', '**/*.asl'];

/** Files that may hold state machines among other things. A file without one is silent. */
export const templateFiles = [
  '**/template.{json,yaml,yml}',
  '**/*.template',
  '**/*.template.{json,yaml,yml}',
  '**/serverless.{json,yaml,yml}',
  '**/*.tf',
  '**/*.tftpl',
  '**/*.{json,yaml,yml}.tpl',
];
