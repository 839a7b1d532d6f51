import { isImported, withoutSource } from '@stepproof/asl';

/** Writes an imported definition into a snapshot without the path of its file, which is another one on each machine. */
export const definitionSerializer = {
  test: isImported,
  serialize: <Config, Refs>(
    value: unknown,
    config: Config,
    indentation: string,
    depth: number,
    refs: Refs,
    print: (value: unknown, config: Config, indentation: string, depth: number, refs: Refs) => string,
  ): string => print(withoutSource(value), config, indentation, depth, refs),
};
