import { breakText, type ExplorationReport, type ReachCount } from '@stepproof/test-harness/explore';
import type { Style } from '../style';

/** What an exploration has found, for a reader. */
export function explorationText(report: ExplorationReport, style: Style): string {
  const { runs, seconds, seed, unreached, breaks, slowness } = report;
  const counts = [
    ['states', report.states],
    ['transitions', report.transitions],
    ['choice rules', report.choiceRules],
    ['catchers', report.catchers],
    ['retriers', report.retriers],
  ] as const;
  const reached = counts.map(([name, count]) => `${name} ${countText(count, style)}`).join('   ');
  const how = style('dim', `(${runs.toLocaleString('en')} runs, ${seconds.toFixed(1)} s, seed ${seed})`);
  const ways = unreached.filter(({ kind }) => kind !== 'state');
  const entered = unreached.filter(({ kind }) => kind === 'state');
  const lines = [
    `${reached}   ${how}`,
    ...[...entered, ...ways].map(
      ({ target, reason }) => `${style('yellow', 'unreached')}  ${target}${reason === undefined ? '' : `: ${reason}`}`,
    ),
    ...breaks.map((found) => {
      const [title, ...rest] = breakText(found).split('\n');
      const shrunk = style('dim', `(shrunk from ${found.shrunkFrom} characters)`);
      return [`${style('red', 'BREAKS')}     ${title} ${shrunk}`, ...rest.map((line) => `         ${line}`)].join('\n');
    }),
    ...(slowness === undefined ? [] : [`${style('yellow', 'SLOW')}       ${slowness}`]),
    ...(breaks.length === 0 ? [style('green', 'Nothing breaks.')] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const countText = ({ reached, total }: ReachCount, style: Style): string =>
  style(reached === total ? 'green' : 'yellow', `${reached}/${total}`);
