import { draftOf, type Draft, type JsonSchema } from '@stepproof/asl';
import type { default as Ajv, Options, ValidateFunction } from 'ajv';
import type * as ajv from 'ajv';
import type * as ajv2020 from 'ajv/dist/2020';
import type { FormatsPlugin } from 'ajv-formats';

const compiled = new WeakMap<object, ValidateFunction>();

/**
 * Says whether values keep to the schema of a contract, and by `errors` why not. The `$schema` decides on the draft:
 * 2020-12, else 07. Compiled once for each schema; ajv is loaded by the first one, for it takes longer than a whole test.
 */
export function validatorOf(schema: JsonSchema): ValidateFunction {
  if (typeof schema === 'boolean') return validatorOf(schema ? everything : nothing);
  let validate = compiled.get(schema);
  if (!validate) {
    const draft = draftFor(schema);
    const compiler = compilers.get(draft) ?? newCompiler(draft);
    compilers.set(draft, compiler);
    compiled.set(schema, (validate = compiler.compile(schema)));
  }
  return validate;
}

/** The same of a schema that anybody may have written: with an `$id`, it needs a compiler of its own. */
export const ownValidatorOf = (schema: JsonSchema): ValidateFunction =>
  newCompiler(draftFor(schema), { validateSchema: true }).compile(schema);

const compilers = new Map<Draft, Ajv>();

const draftFor = (schema: JsonSchema): Draft =>
  (typeof schema === 'object' && typeof schema.$schema === 'string' ? draftOf(schema.$schema) : undefined) ?? '07';

const everything: JsonSchema = {};
const nothing: JsonSchema = { not: {} };

/** What is unknown to ajv is an annotation, as JSON Schema has it; slips of keywords are found when contracts are read. */
const options = { allErrors: true, verbose: true, strict: false, logger: false, validateSchema: false } as const;

/* eslint-disable @typescript-eslint/no-require-imports -- the one way to load a module late and synchronously */
function newCompiler(draft: Draft, more: Options = {}): Ajv {
  const compiler =
    draft === '2020-12'
      ? new (require('ajv/dist/2020') as typeof ajv2020).Ajv2020({ ...options, ...more })
      : new (require('ajv') as typeof ajv).Ajv({ ...options, ...more });
  const { default: addFormats } = require('ajv-formats') as { readonly default: FormatsPlugin };
  return addFormats(compiler);
}
