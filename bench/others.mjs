/**
 * What other validators say of the definitions in docs/what-others-do-not-find: a line for each definition, for the
 * column of the overview. Templates are left out, for the others read definitions alone.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { installPeers } from './install-peers.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { requirePeer } = installPeers();
const validate = requirePeer('asl-validator');
const { getLanguageService, TextDocument } = requirePeer('amazon-states-language-service');
const { parse } = createRequire(join(here, '../packages/asl/package.json'))('yaml');
const service = getLanguageService({});

const others = {
  'asl-validator': async (definition) => validate(definition).errors.map((error) => error.Message ?? error.message),
  'amazon-states-language-service': async (definition) => {
    const document = TextDocument.create('file:///one.asl.json', 'asl', 1, JSON.stringify(definition, null, 2));
    const found = await service.doValidation(document, service.parseJSONDocument(document));
    return found.map(({ message }) => message);
  },
};

const folder = join(here, '../docs/what-others-do-not-find');
for (const page of readdirSync(folder)) {
  console.log('\n%s', page);
  for (const section of readFileSync(join(folder, page), 'utf8').split(/^## /m).slice(1)) {
    const [, info, code] = /```(?:json|yaml)(.*)\n([\s\S]*?)```/.exec(section);
    const title = section.slice(0, section.indexOf('\n'));
    if (info.includes('template.yaml')) {
      console.log('  %s: a template, not read', title);
      continue;
    }
    for (const [name, findings] of Object.entries(others)) {
      const found = await findings(parse(code));
      if (found.length) console.log('  %s: %s: %s', title, name, found.join('; '));
    }
  }
}
