import { LineIndex, type AslDocument, type ParsedText } from '@stepproof/asl';

/** A file that cannot be read as JSON or YAML; the message has all problems with their places. */
export class UnreadableFileError extends SyntaxError {
  /** @param file what it is called in the message */
  constructor(file: string, { text, problems }: Pick<AslDocument, 'text'> & Pick<ParsedText, 'problems'>) {
    const lines = new LineIndex(text);
    const places = problems.map(({ message, range }) => {
      const { line, column } = lines.locate(range[0]);
      return `\n  ${file}:${line}:${column}  ${message}`;
    });
    super(`"${file}" cannot be read; correct its text${places.join('')}`);
  }
}
