import { slashedFileName } from './file-name';
import type { Formatter } from './formatter';

/**
 * Workflow commands of GitHub Actions, which annotate the lines of a pull request:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export const github: Formatter = (results, { cwd }) => {
  const commands = results.flatMap(({ filePath, messages }) =>
    messages.map(({ severity, message, ruleId, line, column, endLine, endColumn }) => {
      const properties = {
        file: slashedFileName(filePath, cwd),
        line,
        col: column,
        endLine,
        endColumn,
        title: ruleId ?? 'stepproof',
      };
      const list = Object.entries(properties).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
      );
      return `::${severity === 2 ? 'error' : 'warning'} ${list.join(',')}::${escapeData(message)}\n`;
    }),
  );
  return commands.join('');
};

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
