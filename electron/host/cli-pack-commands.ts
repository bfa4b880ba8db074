import { basename } from 'node:path'
import { Refusal } from '../vocabulary/refusals.ts'
import type { Output } from '../contract/operations.ts'
import { GATE_TITLES, type PackDetailView, type PackDifferenceView } from '../contract/pack-shapes.ts'
import { SEVERITY_TITLES } from '../contract/shapes.ts'
import type { CommandLine } from './cli-arguments.ts'
import type { CommandName } from './cli-table.ts'
import { answered, call, given, readInput, show, withBook, writeWhole, type Command } from './cli-calls.ts'
import { table } from './cli-text.ts'
import type { Core } from './dispatch.ts'

type PackCommand = Extract<
  CommandName,
  'pack list' | 'pack show' | 'pack use' | 'pack export' | 'pack import' | 'rules list' | 'holidays import'
>

/** Rule packs and holiday tables by command line. */
export const PACK_COMMANDS: Readonly<Record<PackCommand, Command>> = {
  'pack list': (core, line, environment) => {
    if (line.book === '') return answered(async () => listShipped(line, await call(core, 'packs.list', {})))
    return withBook(core, line, environment, async () => {
      const list = await call(core, 'packs.read', {})
      return show(
        line,
        list,
        table(
          ['编号', '名称', '地区', '日期', '规则', '停用', ''],
          list.packs.map((pack) => [
            pack.id,
            pack.title,
            pack.locality,
            pack.date,
            pack.rules,
            pack.off,
            pack.inForce ? '正在使用' : pack.local ? `本地，据 ${pack.basePackId}` : '',
          ]),
        ),
      )
    })
  },
  'pack show': (core, line, environment) => {
    const showPack = (pack: PackDetailView) => show(line, pack, packText(pack))
    if (line.book === '') return answered(async () => showPack(await call(core, 'pack.show', { pack: line.word })))
    return withBook(core, line, environment, async () => showPack(await call(core, 'pack.read', { pack: line.word })))
  },
  'rules list': (core, line) =>
    answered(async () => {
      const list = await call(core, 'rules.list', given('pack', line.value('pack')))
      return show(
        line,
        list,
        table(
          ['编号', '规则', '轻重', '层级', '原文', '依据'],
          list.rules.map((rule) => [
            rule.id,
            rule.title,
            SEVERITY_TITLES[rule.severity],
            rule.level,
            rule.verbatim ? '是' : '要点',
            rule.sources
              .map(
                ({ document, number, article }) =>
                  `《${document}》${number === null ? '' : `（${number}）`}${article ?? ''}`,
              )
              .join('；'),
          ]),
        ),
      )
    }),
  'pack use': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const difference = await call(core, 'pack.preview', { pack: line.word })
      if (line.flag('dry-run'))
        return show(line, { ...difference, committed: false, seq: null }, differenceText(difference))
      const { seq } = await call(core, 'pack.choose', { pack: line.word, ...given('reason', line.value('reason')) })
      return show(
        line,
        { ...difference, committed: true, seq },
        `已换用“${difference.to.title}”（台账第 ${seq} 条，可撤销）。\n${differenceText(difference)}`,
      )
    }),
  'pack export': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const file = await call(core, 'pack.export', { pack: line.word })
      const out = line.value('out') ?? file.fileName
      writeWhole(out, Buffer.from(file.base64, 'base64'))
      return show(line, { out }, `已导出到 ${out}。`)
    }),
  'pack import': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const fileId = await stage(core, line)
      const preview = await call(core, 'pack.importPreview', { fileId })
      const changes = preview.changes.map(
        (change) => `${change.what}：${change.from === '' ? '（无）' : change.from} → ${change.to}`,
      )
      if (line.flag('dry-run'))
        return show(
          line,
          { ...preview, committed: false, seq: null },
          [`“${preview.title}”，依据“${preview.base}”`, ...changes, differenceText(preview.difference)].join('\n'),
        )
      const { seq } = await call(core, 'pack.import', { fileId })
      return show(
        line,
        { ...preview, committed: true, seq },
        [
          `已导入规则包“${preview.title}”，编号 ${preview.id}${preview.inForce ? '' : `；要使用它：pack use ${preview.id}`}。`,
          ...changes,
        ].join('\n'),
      )
    }),
  'holidays import': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const fileId = await stage(core, line)
      const { table: year, notes, replaces } = await call(core, 'holidays.preview', { fileId })
      const told = {
        year: year.year,
        notice: line.value('notice') ?? year.notice,
        off: year.off,
        worked: year.worked,
        notes,
        replaces,
      }
      const days = `${year.year} 年放假安排：放假 ${year.off.length} 段，调休上班 ${year.worked.length} 天${notes.map((note) => `；${note}`).join('')}`
      if (line.flag('dry-run')) return show(line, { ...told, committed: false, seq: null }, `${days}（没有导入）。`)
      const { seq } = await call(core, 'holidays.import', { fileId, ...given('notice', line.value('notice')) })
      return show(line, { ...told, committed: true, seq }, `已导入 ${days}。`)
    }),
}

async function stage(core: Core, line: CommandLine): Promise<string> {
  const bytes = readInput(line.file)
  if (bytes.length === 0) throw new Refusal('invalid_input', { field: basename(line.file), problem: '是空文件' })
  const { fileId } = await call(core, 'file.stage', { name: basename(line.file), base64: bytes.toString('base64') })
  return fileId
}

function listShipped(line: CommandLine, list: Output<'packs.list'>) {
  return show(
    line,
    list,
    table(
      ['编号', '名称', '地区', '日期'],
      list.packs.map((pack) => [pack.id, pack.title, pack.locality, pack.date]),
    ),
  )
}

function packText(pack: PackDetailView): string {
  const parameters = pack.parameters.map((parameter) => [
    parameter.title,
    parameter.text,
    parameter.documentNumber ?? parameter.document,
    parameter.date ?? '',
    parameter.own ? `本地（原为 ${parameter.baseText}）` : '',
  ])
  const rules = pack.ruleList.map((rule) => [
    rule.id,
    rule.title,
    rule.off === null ? SEVERITY_TITLES[rule.severity] : `停用：${rule.off.reason}（${rule.off.by}，${rule.off.on}）`,
    GATE_TITLES[rule.gate],
  ])
  return [
    `${pack.title}（${[pack.locality, pack.date].filter((part) => part !== '').join('，')}）`,
    pack.note,
    '',
    table(['参数', '值', '文件', '日期', ''], parameters),
    '',
    table(['规则', '名称', '轻重', '登记时'], rules),
  ].join('\n')
}

function differenceText({
  from,
  to,
  created,
  cured,
  changed,
  moved,
  gates,
  off,
  figuresSame,
}: PackDifferenceView): string {
  return [
    `由“${from.title}”换为“${to.title}”：新出现 ${created.length} 条，不再有 ${cured.length} 条，说法变了 ` +
      `${changed.length} 条，换名单 ${moved.length} 人；编制数字${figuresSame ? '不变' : '有变'}。`,
    ...created.map((finding) => `  + ${finding.rule} ${finding.text}`),
    ...cured.map((finding) => `  - ${finding.rule} ${finding.text}`),
    ...changed.map(({ before, after }) => `  ~ ${after.rule} ${before.text} → ${after.text}`),
    ...moved.map((one) => `  ${one.name}：${one.from} → ${one.to}`),
    ...gates.map(
      (gate) =>
        `  登记时 ${gate.rule} ${gate.title}：${gate.from === null ? '无' : GATE_TITLES[gate.from]} → ${gate.to === null ? '无' : GATE_TITLES[gate.to]}`,
    ),
    ...off.map((rule) => `  停用 ${rule.rule} ${rule.title}：${rule.reason}（${rule.by}，${rule.on}）`),
  ].join('\n')
}
