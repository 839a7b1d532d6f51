// The definitions that the harness is measured with. They use only what both engines know, but for JSONata.

/** States that follow each other, the last one ending. */
function chain(count, state, prefix = 'Step') {
  const names = Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  return {
    StartAt: names[0],
    States: Object.fromEntries(
      names.map((name, index) => [
        name,
        { ...state(index), ...(index + 1 < count ? { Next: names[index + 1] } : { End: true }) },
      ]),
    ),
  };
}

const pass = (index) => ({ Type: 'Pass', Result: `step ${index}`, ResultPath: `$.r${index}` });

export const passChain = chain(10, pass);

/** A binary tree that finds out which of 32 leaves `$.n` is. */
export function choiceTree(levels) {
  const states = {};
  const grow = (from, size) => {
    const name = `Range${from}To${from + size - 1}`;
    if (size === 1) {
      states[name] = { Type: 'Pass', Result: `leaf ${from}`, End: true };
      return name;
    }
    const half = size / 2;
    states[name] = {
      Type: 'Choice',
      Choices: [{ Variable: '$.n', NumericLessThan: from + half, Next: grow(from, half) }],
      Default: grow(from + half, half),
    };
    return name;
  };
  return { StartAt: grow(0, 2 ** levels), States: states };
}

/** A Map over `$.items` whose iterations pass three states. */
export const inlineMap = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: chain(3, () => ({ Type: 'Pass' })),
      End: true,
    },
  },
};

/** The same with child executions. */
export const distributedMap = {
  StartAt: 'Each',
  States: {
    Each: {
      ...inlineMap.States.Each,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        ...chain(3, () => ({ Type: 'Pass' })),
      },
    },
  },
};

export const parallel = {
  StartAt: 'All',
  States: {
    All: {
      Type: 'Parallel',
      Branches: Array.from({ length: 50 }, (_, branch) => chain(5, pass, `Branch${branch}Step`)),
      End: true,
    },
  },
};

export const task = {
  StartAt: 'Work',
  States: {
    Work: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', End: true },
  },
};

/** Two expressions in each state. */
export const jsonataChain = {
  QueryLanguage: 'JSONata',
  ...chain(10, () => ({
    Type: 'Pass',
    Output: { n: '{% $states.input.n + 1 %}', text: '{% "step " & $string($states.input.n) %}' },
  })),
};
