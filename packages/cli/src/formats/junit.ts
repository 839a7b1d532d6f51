import builder from 'junit-report-builder';
import type { Linter } from 'eslint';
import { slashedFileName } from './file-name';
import type { Formatter } from './formatter';
import { xmlText } from './xml-text';

/** A test suite for each file, a failed test case for each finding; a file without findings is one passed test case. */
export const junit: Formatter = (results, { cwd }) => {
  const report = builder.newBuilder();
  for (const { filePath, messages } of results) {
    const file = xmlText(slashedFileName(filePath, cwd));
    const suite = report.testSuite().name(file);
    if (messages.length === 0) suite.testCase().className(file).name('lint').file(file);
    for (const message of messages) {
      const testCase = suite.testCase().className(file).name(titleOf(message)).file(file);
      const text = xmlText(message.message);
      if (message.fatal) testCase.error(text, 'syntax', `${file}:${placeOf(message)}`);
      else
        testCase.failure(text, message.severity === 2 ? 'error' : 'warning').stacktrace(`${file}:${placeOf(message)}`);
    }
  }
  return `${report.build()}\n`;
};

const placeOf = ({ line, column }: Linter.LintMessage): string => `${line}:${column}`;

const titleOf = (message: Linter.LintMessage): string => `${message.ruleId ?? 'lint'} at ${placeOf(message)}`;
