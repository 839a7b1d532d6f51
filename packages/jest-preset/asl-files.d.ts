/** Imports that TypeScript has no types of its own for; `.asl.json` has better ones with `resolveJsonModule`. */
declare module '*.asl.yaml' {
  const definition: { readonly StartAt: string; readonly States: Readonly<Record<string, object>> };
  export default definition;
}

declare module '*.asl.yml' {
  const definition: { readonly StartAt: string; readonly States: Readonly<Record<string, object>> };
  export default definition;
}

declare module '*.asl.json' {
  const definition: { readonly StartAt: string; readonly States: Readonly<Record<string, object>> };
  export default definition;
}
