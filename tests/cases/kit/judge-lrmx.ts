import type { Meaning } from './appointment-form.ts'

/* What a 任免审批表 read in must say, and what comes out again. */

export interface FormFileTruth {
  readonly file: string
  readonly about: string
  readonly refused?: true
  readonly person?: string
  readonly elements?: Readonly<Record<string, unknown>>
  readonly unknown?: readonly string[]
  readonly photoSha256?: string | null
  readonly meaning?: Partial<Meaning>
}

/** Empty is empty, however it is said. */
function plain(value: unknown): unknown {
  if (value === undefined || value === '') return null
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]): [string, unknown] => [key, plain(each)]))
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value
}

/** Every key of `meant` must be met; what the program says besides does not matter. */
function met(meant: unknown, said: unknown): boolean {
  if (Array.isArray(meant))
    return Array.isArray(said) && said.length === meant.length && meant.every((one, at) => met(one, said[at]))
  if (typeof meant === 'object' && meant !== null) {
    const has = (typeof said === 'object' && said !== null ? said : {}) as Readonly<Record<string, unknown>>
    return Object.entries(meant).every(([key, one]) => met(one, has[key] ?? null))
  }
  return meant === said
}

/** The fields of the truth that are not met, in words. A month of birth also matches a day in it. */
export function meaningProblems(meant: Partial<Meaning>, said: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(meant).flatMap(([key, value]) => {
    const [wanted, got] = [plain(value), plain(said[key])]
    const right =
      key === 'birth' && typeof got === 'string' && typeof wanted === 'string'
        ? got.startsWith(wanted)
        : met(wanted, got)
    return right
      ? []
      : [`${key}: ${JSON.stringify(got)?.slice(0, 80)} should be ${JSON.stringify(wanted).slice(0, 80)}`]
  })
}

/** Elements below the root in order, with their text; 家庭成员 as one. */
export function elementsIn(xml: string): readonly (readonly [tag: string, text: string])[] {
  const body = xml
    .replace(/^[\s\S]*?<Person\b[^>]*>/, '')
    .replace(/<\/Person>\s*$/, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
  return [...body.matchAll(/<(\w+)(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/\1>)/g)].map(([, tag = '', inner = '']) => [
    tag,
    textOf(inner),
  ])
}

function textOf(inner: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return inner
    .replaceAll('\r\n', '\n')
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) =>
      part.startsWith('<![CDATA[')
        ? part.slice(9, -3)
        : part.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) =>
            hex !== undefined
              ? String.fromCodePoint(Number.parseInt(hex, 16))
              : decimal !== undefined
                ? String.fromCodePoint(Number(decimal))
                : (names[name ?? ''] ?? all),
          ),
    )
    .join('')
}
