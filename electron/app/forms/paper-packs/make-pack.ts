import { Refusal } from '../../../vocabulary/refusals.ts'
import { PAPER_PACK_NAMES } from '../../../vocabulary/paper-packs.ts'
import type { PaperPackView } from '../../../contract/paper-pack-operations.ts'
import { zipFiles } from '../../../domain/lrmx/zip-files.ts'
import { packIndexPage } from '../../../domain/paper-packs/index-page.ts'
import { packIndexSheet } from '../../../domain/paper-packs/index-sheet.ts'
import { maskSheet } from '../../../domain/paper-packs/mask-sheet.ts'
import { uniquePath, type LeftOut, type PackHead } from '../../../domain/paper-packs/pack-contents.ts'
import { paginate } from '../../../domain/report/paginate.ts'
import type { SheetModel } from '../../../domain/report/sheet-model.ts'
import { readHead } from '../../../store/journal.ts'
import { hashOfFile } from '../../../store/notice-store.ts'
import type { CommandContext } from '../../context.ts'

/** One file to come: a sheet that is drawn, or bytes that the book keeps. */
export type PackPart = { readonly path: string; readonly about: string } & (
  | { readonly sheet: () => Promise<SheetModel> }
  | { readonly keptBytes: () => Promise<Uint8Array> }
)

export interface PackPlan {
  /** Only what the parts need; the state is told once all of them are made. */
  readonly head: PackHead
  readonly parts: readonly PackPart[]
  readonly leftOut: readonly LeftOut[]
  readonly archive: boolean
}

type File = PaperPackView['files'][number]

/** The index, for the eye and for paper. */
const INDEX = ['目录.html', '目录.xlsx'] as const

/**
 * Makes the files one after another with progress, then the index, then the journal's entry: the pack is handed out only once that is on
 * the disk. @throws `cancelled`; `pack_changed` where something was written meanwhile, for the papers would not be of one moment.
 */
export async function makePack(
  { head, parts, leftOut, archive }: PackPlan,
  context: CommandContext,
): Promise<PaperPackView> {
  const begun = await readHead(context.db)
  const steps = parts.length + 1
  const files: File[] = []
  const taken = new Set<string>(INDEX)
  for (const [done, part] of parts.entries()) {
    step(context, part.path, done, steps)
    const path = uniquePath(part.path, taken)
    taken.add(path.toLowerCase())
    files.push({ ...(await makePart(part, head, context)), path })
  }
  step(context, '目录', parts.length, steps)
  const index = { ...head, files, leftOut }
  const page = Buffer.from(packIndexPage(index), 'utf8')
  const sheet = await drawn(packIndexSheet(index), head, context)
  const own = [
    fileOf(INDEX[0], '本目录，用浏览器看', null, page),
    fileOf(INDEX[1], '本目录，打印签字', sheet.pages, sheet.bytes),
  ]
  const all = [...own, ...files]
  const { entry } = await context.commit(draftEntry(head, all.length), async (tx) => {
    if (context.signal.aborted) throw new Refusal('cancelled')
    if ((await readHead(tx)).seq !== begun.seq) throw new Refusal('pack_changed')
    return null
  })
  return {
    kind: head.kind,
    name: head.name,
    asOf: head.asOf,
    from: head.from,
    files: archive ? all.map((file) => ({ ...file, base64: '' })) : all,
    leftOut: leftOut.map((one) => ({ ...one })),
    masked: head.wholeNumbersFor === null,
    archive: archive ? { fileName: `${head.name}.zip`, base64: zipped(head.name, all) } : null,
    seq: entry.seq,
  }
}

function step(context: CommandContext, what: string, done: number, total: number): void {
  if (context.signal.aborted) throw new Refusal('cancelled')
  context.report(what, done, total)
}

async function makePart(part: PackPart, head: PackHead, context: CommandContext): Promise<File> {
  if ('keptBytes' in part) return fileOf(part.path, part.about, null, await part.keptBytes())
  const { bytes, pages } = await drawn(await part.sheet(), head, context)
  return fileOf(part.path, part.about, pages, bytes)
}

/** Masked unless asked otherwise, and then searched like a sheet for the wall: what slipped through stops the pack. */
async function drawn(
  sheet: SheetModel,
  { wholeNumbersFor }: PackHead,
  context: CommandContext,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const masked = wholeNumbersFor === null
  const paged = paginate(masked ? maskSheet(sheet) : sheet)
  const bytes = await context.excel.draw(paged.sheet, {
    signal: context.signal,
    audience: masked ? 'public' : 'bureau',
  })
  return { bytes, pages: paged.pages.length }
}

function fileOf(path: string, about: string, pages: number | null, content: Uint8Array): File {
  return {
    path,
    about,
    pages,
    bytes: content.length,
    sha256: hashOfFile(content),
    base64: Buffer.from(content).toString('base64'),
  }
}

function zipped(name: string, files: readonly File[]): string {
  const zip = zipFiles(
    files.map(({ path, base64 }) => ({ name: `${name}/${path}`, bytes: Buffer.from(base64, 'base64') })),
  )
  return Buffer.from(zip).toString('base64')
}

function draftEntry({ kind, from, asOf, wholeNumbersFor }: PackHead, count: number) {
  const range = from === null ? asOf : `${from} 至 ${asOf}`
  const numbers = wholeNumbersFor === null ? '身份证号已遮住' : '含完整身份证号'
  return {
    summary: `做${PAPER_PACK_NAMES[kind]}（${range}），${count} 个文件，${numbers}`,
    ...(wholeNumbersFor === null ? {} : { reason: wholeNumbersFor }),
  }
}
