import { pathToFileURL } from 'node:url';
import type { ESLint, Linter, Rule } from 'eslint';
import { slashedFileName } from './file-name';
import type { FormatContext, Formatter } from './formatter';

const informationUri = 'https://github.com/stepproof/stepproof';

/** What ESLint reports in no rule's name, under a name, because SARIF counts findings by rule. */
const ownRules: Readonly<Record<string, string>> = {
  'syntax-error': 'The text of the definition cannot be read',
  directive: 'An eslint-disable comment or a configuration that has no effect',
};

/** SARIF 2.1.0, which code scanning services read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarif: Formatter = (results, context) => {
  const findings = results.flatMap((result) => [
    ...result.messages.map((message) => ({ result, message, suppressions: undefined })),
    ...result.suppressedMessages.map((message) => ({ result, message, suppressions: message.suppressions })),
  ]);
  const ruleIds = [...new Set(findings.map(({ message }) => ruleIdOf(message)))].toSorted();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'StepProof',
            version: context.version,
            informationUri,
            rules: ruleIds.map((id) => descriptorOf(id, context.rules[id])),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(context.cwd).href.replace(/\/$/, '')}/` } },
        results: findings.map(({ result, message, suppressions }) => ({
          ruleId: ruleIdOf(message),
          ruleIndex: ruleIds.indexOf(ruleIdOf(message)),
          level: levelOf(message.severity),
          message: { text: message.message },
          locations: [
            { physicalLocation: { artifactLocation: artifactOf(result, context), region: regionOf(message) } },
          ],
          ...(suppressions && { suppressions: suppressionsOf(suppressions) }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const ruleIdOf = ({ ruleId, fatal }: Linter.LintMessage): string => ruleId ?? (fatal ? 'syntax-error' : 'directive');

const levelOf = (severity: 0 | 1 | 2): 'error' | 'warning' => (severity === 2 ? 'error' : 'warning');

function descriptorOf(id: string, meta: Rule.RuleMetaData | undefined): object {
  const text = meta?.docs?.description ?? ownRules[id] ?? id;
  const url = meta?.docs?.url;
  const severity = (meta?.docs as { readonly severity?: string } | undefined)?.severity;
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: url ? { text: `${text}. ${url}`, markdown: `${text}. [What it finds and how to mend it](${url})` } : { text },
    ...(url && { helpUri: url }),
    ...(severity && { defaultConfiguration: { level: levelOf(severity === 'error' ? 2 : 1) } }),
  };
}

/** One for each reason: SARIF allows no two that are equal. */
function suppressionsOf(suppressions: readonly Linter.LintSuppression[]): object[] {
  const reasons = new Set(suppressions.map(({ justification }) => justification));
  return [...reasons].map((justification) => ({ kind: 'inSource', ...(justification && { justification }) }));
}

function artifactOf({ filePath }: ESLint.LintResult, { cwd }: FormatContext): object {
  const name = slashedFileName(filePath, cwd);
  if (name === filePath.replaceAll('\\', '/') && /^(?:\/|[a-z]:)/i.test(name))
    return { uri: pathToFileURL(filePath).href };
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

function regionOf({ line, column, endLine, endColumn }: Linter.LintMessage): object {
  // A finding about the file as a whole has no line in ESLint; SARIF counts from 1.
  const start = { startLine: Math.max(line, 1), startColumn: Math.max(column, 1) };
  return endLine === undefined || endColumn === undefined ? start : { ...start, endLine, endColumn };
}
