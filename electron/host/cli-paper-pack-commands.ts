import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PaperPackView } from '../contract/paper-pack-operations.ts'
import { PAPER_PACK_NAMES } from '../vocabulary/paper-packs.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { call, given, show, withBook, writeWhole, type Command } from './cli-calls.ts'
import type { CommandName } from './cli-table.ts'

type PaperPackCommand = Extract<CommandName, 'handover' | 'inspection'>

/** Packs of papers, each written into a folder of its own. */
export const PAPER_PACK_COMMANDS: Readonly<Record<PaperPackCommand, Command>> = {
  handover: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      refuseFilledFolder(line)
      return writePack(line, await call(core, 'handoverPack.make', numbersAsked(line)))
    }),
  inspection: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      refuseFilledFolder(line)
      const range = { from: line.value('from') ?? '', to: line.value('to') ?? '' }
      return writePack(line, await call(core, 'inspectionPack.make', { ...range, ...numbersAsked(line) }))
    }),
}

/** @throws `invalid_input` where whole numbers are asked for without a reason */
function numbersAsked(line: CommandLine): { readonly wholeNumbersFor?: string } {
  if (!line.flag('whole-numbers')) return {}
  const reason = line.value('reason')
  if (reason === undefined)
    throw new Refusal('invalid_input', { field: '--reason', problem: '要完整身份证号，请写理由，会记入台账' })
  return given('wholeNumbersFor', reason)
}

/** A pack among other files is no pack. @throws `folder_not_empty` before anything is made */
function refuseFilledFolder(line: CommandLine): void {
  const folder = line.value('out') ?? ''
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Refusal('folder_not_empty', { path: folder })
}

function writePack(line: CommandLine, { files, archive: _archive, ...pack }: PaperPackView): CommandResult {
  const folder = line.value('out') ?? ''
  const written = files.map(({ base64, ...file }) => {
    const path = join(folder, ...file.path.split('/'))
    mkdirSync(dirname(path), { recursive: true })
    writeWhole(path, Buffer.from(base64, 'base64'))
    return file
  })
  return show(
    line,
    { ...pack, folder, index: join(folder, files[0]?.path ?? ''), files: written },
    [
      `已做${PAPER_PACK_NAMES[pack.kind]}：${written.length} 个文件，在 ${folder}。${pack.masked ? '身份证号已遮住。' : '文件含完整身份证号，请妥善保管。'}`,
      ...pack.leftOut.map(({ what, why }) => `没有放进来：${what}，${why}。`),
    ].join('\n'),
  )
}
