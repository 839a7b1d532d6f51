import type { ESLint, Linter } from 'eslint';
import { oneLine } from '../one-line';
import { styleIf, type Style } from '../style';
import { fileName } from './file-name';
import type { FormatContext, Formatter } from './formatter';

/** ESLint's default look, with paths as the user writes them, and at the end a line that says where to go from there. */
export const stylish: Formatter = (results, context) => {
  const style = styleIf(context.color);
  const found = results.filter(({ messages }) => messages.length > 0);
  if (found.length === 0) return '';
  const files = found.map(({ filePath, messages }) => {
    return `${style('underline', fileName(filePath, context.cwd))}\n${table(messages, style)}\n`;
  });
  return `\n${files.join('\n')}\n${summary(found, style)}${nextStep(found, context)}`;
};

function table(messages: readonly Linter.LintMessage[], style: Style): string {
  // Not Math.max(...): a file of garbage has more messages than a call can have arguments.
  const width = (of: (message: Linter.LintMessage) => number): number =>
    messages.reduce((widest, message) => Math.max(widest, of(message)), 0);
  const lineWidth = width(({ line }) => digits(line));
  const columnWidth = width(({ column }) => digits(column));
  const textWidth = width(({ message }) => oneLine(message).length);
  const rows = messages.map(({ line, column, severity, message, ruleId }) => {
    const place = `${String(line).padStart(lineWidth)}:${String(column).padEnd(columnWidth)}`;
    const level = severity === 2 ? style('red', 'error  ') : style('yellow', 'warning');
    const text = oneLine(message);
    const named = ruleId ? `${text.padEnd(textWidth)}  ${style('dim', ruleId)}` : text;
    return `  ${style('dim', place)}  ${level}  ${named}\n`;
  });
  return rows.join('').trimEnd();
}

const digits = (value: number): number => String(value).length;

const total = (results: readonly ESLint.LintResult[], of: (result: ESLint.LintResult) => number): number =>
  results.reduce((sum, result) => sum + of(result), 0);

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function summary(results: readonly ESLint.LintResult[], style: Style): string {
  const errors = total(results, ({ errorCount }) => errorCount);
  const warnings = total(results, ({ warningCount }) => warningCount);
  const color = errors > 0 ? 'red' : 'yellow';
  const all = counted(errors + warnings, 'problem');
  const lines = [`\u2716 ${all} (${counted(errors, 'error')}, ${counted(warnings, 'warning')})`];
  const fixable = total(results, (result) => result.fixableErrorCount + result.fixableWarningCount);
  if (fixable > 0) lines.push(`  ${counted(fixable, 'problem')} can be mended with the option --fix.`);
  return lines.map((line) => `${style(color, style('bold', line))}\n`).join('');
}

/** The page about the rule reported first: the gravest of what comes first is what most people begin with. */
function nextStep(results: readonly ESLint.LintResult[], { rules }: FormatContext): string {
  const messages = results.flatMap((result) => result.messages).toSorted((a, b) => b.severity - a.severity);
  for (const { ruleId } of messages) {
    const url = ruleId ? rules[ruleId]?.docs?.url : undefined;
    if (url) return `  Why ${ruleId} says so, and how to mend it: ${url}\n`;
  }
  return '';
}
