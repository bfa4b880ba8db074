/** An engine that has taken an exported folder in. */
export interface Engine {
  readonly version: string
  readonly folder: string
  readonly query: (sql: string) => Promise<readonly Readonly<Record<string, string | number | null>>[]>
  /** Changes what one county tells: the answers must not be equal any more. */
  readonly spoil: () => Promise<void>
}
/** The engine, or why it is not asked. */
export type Found = { readonly engine: Engine; readonly close: () => Promise<void> } | { readonly skipped: string }
