/* What a filled form must show. Texts are compared without blanks; any of the alternatives is right. */

export interface CellTruth {
  readonly sheet: string
  readonly cell: string
  readonly expect: readonly string[]
  /** The text may stand among others (填报单位：云溪乡人民政府). */
  readonly within?: true
}

/** Columns of one list block: where the name stands and where each field of the person. */
export interface BlockTruth {
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
}

/** People listed in rows, in any order, each once; nobody else in the name columns. */
export interface ListTruth {
  readonly sheet: string
  /** First row, or the title above and the title that ends it. */
  readonly from?: number
  readonly under?: string
  readonly until?: string
  readonly blocks: readonly BlockTruth[]
  readonly people: readonly { readonly name: string; readonly fields: Readonly<Record<string, readonly string[]>> }[]
}

export interface FormTruth {
  readonly form: string
  readonly file: string
  readonly about: string
  /** More options of `fill`. */
  readonly args: readonly string[]
  readonly cells: readonly CellTruth[]
  readonly lists: readonly ListTruth[]
}

/** What the book is made of before forms are filled. */
export interface BookTruth {
  readonly township?: string
  readonly asOf: string
  readonly inPost: readonly string[]
  readonly off: readonly string[]
  readonly records: readonly { readonly person: string; readonly content: Readonly<Record<string, string>> }[]
  /** Events of the ledger in their order, as `event add` takes them. */
  readonly events?: readonly Readonly<Record<string, unknown>>[]
}
