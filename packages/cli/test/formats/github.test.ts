import { github } from '../../src/formats/github';
import { context, results } from './results';

test('a command for each finding, with what has a meaning escaped', () => {
  expect(github(results, context).split('\n')).toEqual([
    '::error file=a/order #1.asl.json,line=3,col=5,endLine=3,endColumn=8,title=asl/reach::"B" cannot be reached: 100%25, really%0Aremove it',
    '::warning file=a/order #1.asl.json,line=12,col=11,title=asl/catch::no Catch',
    '::error file=/elsewhere/b.asl.yaml,line=1,col=1,title=stepproof::Parsing error: <&"\u0001>',
    '::warning file=/elsewhere/b.asl.yaml,line=0,col=0,title=stepproof::Unused eslint-disable directive',
    '',
  ]);
});

test('properties', () => {
  const [finding] = github([{ ...results[1]!, filePath: '/work/my flows/a,b:c%.json' }], context).split('\n');
  expect(finding).toContain('file=a%2Cb%3Ac%25.json,');
});
