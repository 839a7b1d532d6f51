import builder from 'junit-report-builder';
import { breakText, type ExplorationReport } from '@stepproof/test-harness/explore';
import { xmlText } from '../formats/xml-text';

/** A test suite for the machine: a failed test case for each break, one that is passed if there is none. */
export function explorationJunit({ name, runs, seed, breaks }: ExplorationReport, file: string): string {
  const report = builder.newBuilder();
  const suite = report.testSuite().name(`explore ${name}`);
  const how = `${runs} runs, seed ${seed}`;
  if (breaks.length === 0) suite.testCase().className(file).name(`nothing breaks in ${how}`).file(file);
  for (const found of breaks) {
    const testCase = suite.testCase().className(file).name(found.title).file(file);
    testCase.failure(found.title, found.invariant).stacktrace(xmlText(breakText(found)));
  }
  return `${report.build()}\n`;
}
