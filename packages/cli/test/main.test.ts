import { Workspace, type Outcome } from './run';

const run = (...argv: string[]): Promise<Outcome> => {
  const workspace = new Workspace();
  return workspace.run(argv).finally(() => {
    workspace.remove();
  });
};

test.each([['--version'], ['-v']])('%s', async (option) => {
  expect(await run(option)).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/) as string,
    stderr: '',
  });
});

test.each([[['--help']], [['help']]])('%j lists the commands', async (argv) => {
  const { code, stdout, stderr } = await run(...argv);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('lint [options] [files...]');
});

test('lint --help names every option and the exit codes', async () => {
  const { code, stdout } = await run('lint', '--help');
  expect(code).toBe(0);
  for (const word of [
    '--type',
    '--format',
    '--max-warnings',
    '--fix',
    '--quiet',
    '--rule',
    '--config',
    '--stdin',
    'Exit code',
  ]) {
    expect(stdout).toContain(word);
  }
});

test('without a command it shows the help and has not run', async () => {
  const { code, stdout, stderr } = await run();
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Commands:');
});

test('an unknown command', async () => {
  expect(await run('lnit')).toEqual({
    code: 2,
    stdout: '',
    stderr: "stepproof: unknown command 'lnit' (Did you mean lint?)\n",
  });
});
