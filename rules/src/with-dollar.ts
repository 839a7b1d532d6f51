import type { LocatedString, Range } from '@stepproof/asl';

interface Written {
  readonly filename: string;
  readonly sourceCode: { readonly text: string };
}

/** What makes a name one whose value is evaluated. A name of Terraform's language needs quotes with a dollar sign in it. */
export function withDollar(key: LocatedString, { filename, sourceCode }: Written): { range: Range; text: string } {
  const { value } = key;
  const [start, end] = [key.at(0), key.at(value.length)];
  const isBare = sourceCode.text.slice(start, end) === value && !/["']/.test(sourceCode.text.charAt(start - 1));
  return isBare && /\.tf$/i.test(filename)
    ? { range: [start, end], text: JSON.stringify(`${value}.$`) }
    : { range: [end, end], text: '.$' };
}
