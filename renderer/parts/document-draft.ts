/** 依据文件 as a form holds it. Empty texts are not told. */
export interface DocumentDraft {
  readonly number: string
  readonly title?: string
  readonly issuer?: string
  readonly issuedOn?: string | undefined
}

export function isDocument(value: unknown): value is DocumentDraft {
  return typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'string'
}

/** Nothing told: no document at all. A title without a number goes on, so that the schema asks for the number. */
export function documentTold(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isDocument(value)) return undefined
  const told = Object.entries(value).filter(([, one]) => typeof one === 'string' && one.trim() !== '')
  return told.length === 0 ? undefined : Object.fromEntries(told)
}
