import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { CouldNotRun } from '../could-not-run';
import { exitCode, type ExitCode } from '../exit-code';
import { loadFormat } from '../formats/format';
import type { Io } from '../io';
import { wantsColor } from '../style';
import { createEslint } from './create-eslint';
import { explained } from './explained';
import { explainIgnored } from './ignored-files';
import type { LintOptions } from './lint-options';
import { targetsOf, type Targets } from './targets';

/** Lints, writes the findings, and says how it went. */
export async function runLint(names: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const { eslint, results } = options.stdin
    ? await lintStdin(names, options, io)
    : await lintFiles(targetsOf(names, io.cwd), options, io);
  if (options.fix && !options.stdin) await ESLint.outputFixes(results);
  report(eslint, results, options, io);
  return verdict(results, options, io);
}

interface Run {
  readonly eslint: ESLint;
  readonly results: ESLint.LintResult[];
}

async function lintFiles(targets: Targets, options: LintOptions, io: Io): Promise<Run> {
  const eslint = createEslint(targets, options, io.cwd);
  try {
    return { eslint, results: explainIgnored(await eslint.lintFiles([...targets.patterns])) };
  } catch (error) {
    throw explained(error, io.cwd);
  }
}

async function lintStdin(names: readonly string[], options: LintOptions, io: Io): Promise<Run> {
  if (names.length > 0) throw new CouldNotRun(`--stdin reads no files; leave out "${names.join('" "')}" or --stdin`);
  // Without a name nothing says what kind of file it is, and its contents decide.
  const filePath = resolve(io.cwd, options.stdinFilename ?? 'stdin');
  const eslint = createEslint({ patterns: [], files: new Set([filePath]), globs: [] }, options, io.cwd);
  try {
    const text = await textOf(io.stdin);
    const results = await eslint.lintText(text, { filePath, warnIgnored: options.warnIgnored });
    if (options.fix) io.stdout.write(results[0]?.output ?? text);
    return { eslint, results };
  } catch (error) {
    throw explained(error, io.cwd);
  }
}

async function textOf(stream: Io['stdin']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

function report(eslint: ESLint, results: ESLint.LintResult[], options: LintOptions, io: Io): void {
  const shown = options.quiet ? ESLint.getErrorResults(results) : results;
  // The mended text is on stdout then, and nothing else may be.
  const out = options.stdin && options.fix ? io.stderr : io.stdout;
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  const text = loadFormat(options.format)(shown, {
    cwd: io.cwd,
    color: wantsColor(out, io.env),
    version,
    rules: eslint.getRulesMetaForResults(shown),
  });
  if (text) out.write(text);
}

function verdict(results: readonly ESLint.LintResult[], { maxWarnings }: LintOptions, io: Io): ExitCode {
  let errors = 0;
  let warnings = 0;
  for (const { errorCount, warningCount } of results) {
    errors += errorCount;
    warnings += warningCount;
  }
  if (errors > 0) return exitCode.findings;
  if (maxWarnings === undefined || warnings <= maxWarnings) return exitCode.clean;
  const counts = `there are more warnings (${warnings}) than --max-warnings allows (${maxWarnings})`;
  io.stderr.write(`stepproof: ${counts}; mend them or allow more\n`);
  return exitCode.findings;
}
