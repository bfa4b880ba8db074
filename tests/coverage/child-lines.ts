import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Range {
  readonly startOffset: number
  readonly endOffset: number
  readonly count: number
}

/** What V8 writes of one process. */
interface Written {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly Range[] }[]
  }[]
}

/** True where some child process ran the character at `offset` of the source file. */
export type RanInChild = (path: string, offset: number) => boolean

/**
 * Reads what the child processes wrote down. Node runs the sources with their types blanked out, so offsets are those of the file.
 * A place ran when the narrowest range around it did.
 */
export function readChildren(folder: string): RanInChild {
  const scripts = new Map<string, (readonly Range[])[]>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    for (const { url, functions } of readWritten(join(folder, name))) {
      if (!url.startsWith('file:')) continue
      const path = fileURLToPath(url)
      scripts.set(path, [...(scripts.get(path) ?? []), functions.flatMap(({ ranges }) => ranges)])
    }
  }
  return (path, offset) => (scripts.get(path) ?? []).some((ranges) => (narrowest(ranges, offset)?.count ?? 0) > 0)
}

/** What a process wrote; nothing where it was killed while it wrote. */
function readWritten(path: string): Written['result'] {
  const text = readFileSync(path, 'utf8')
  return text.endsWith('}') ? (JSON.parse(text) as Written).result : []
}

function narrowest(ranges: readonly Range[], offset: number): Range | undefined {
  let best: Range | undefined
  for (const range of ranges) {
    if (range.startOffset > offset || range.endOffset <= offset) continue
    if (best === undefined || range.endOffset - range.startOffset <= best.endOffset - best.startOffset) best = range
  }
  return best
}
