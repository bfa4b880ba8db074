import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { LrmxFormView, LrmxImported } from '../contract/lrmx-operations.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import { rosterList } from '../contract/shapes.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { call, show, withBook, writeWhole, type Command } from './cli-calls.ts'
import type { CommandName } from './cli-table.ts'
import type { Core } from './dispatch.ts'
import { findForms, readBase64, type FoundForm, type RefusedPath } from './form-files.ts'

type LrmxCommand = Extract<CommandName, 'lrmx import' | 'lrmx show' | 'lrmx export'>

/** 任免审批表 in and out. */
export const LRMX_COMMANDS: Readonly<Record<LrmxCommand, Command>> = {
  'lrmx import': (core, line, environment) => withBook(core, line, environment, () => importForms(core, line)),
  'lrmx show': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const form = await call(core, 'lrmx.reveal', { person: line.value('person') ?? '', reason: '命令行查看' })
      return show(line, form, formText(form))
    }),
  'lrmx export': (core, line, environment) => withBook(core, line, environment, () => exportForms(core, line)),
}

/** Files that go through together: what is staged waits in memory. */
const BATCH_FILES = 150
const BATCH_BYTES = 100 * 1024 * 1024

async function importForms(core: Core, line: CommandLine): Promise<CommandResult> {
  const { forms, refused } = findForms(line.files)
  if (forms.length === 0 && refused.length === 0)
    throw new Refusal('invalid_input', {
      field: '文件',
      problem: `${line.words.join('、')} 里没有 .lrmx 或 .lrm 文件`,
    })
  const answers: LrmxImported[] = []
  for (const batch of batches(forms)) {
    const fileIds: string[] = []
    const pictures: { fileId: string; pictureId: string }[] = []
    for (const form of batch) {
      const { fileId } = await call(core, 'file.stage', { name: form.name, base64: readBase64(form.path) })
      fileIds.push(fileId)
      if (form.picture === null) continue
      const picture = await call(core, 'file.stage', { name: basename(form.picture), base64: readBase64(form.picture) })
      pictures.push({ fileId, pictureId: picture.fileId })
    }
    answers.push(
      await call(core, line.flag('dry-run') ? 'lrmx.preview' : 'lrmx.import', { fileIds, pictures, whole: true }),
    )
  }
  const summary = summed(answers, refused)
  const shown = show(line, { ...summary, committed: !line.flag('dry-run') }, importText(summary, line.flag('dry-run')))
  const told = [...summary.refused.map(({ message }) => message), ...summary.notes.map(({ message }) => message)]
  return { ...shown, exitCode: summary.matched > 0 ? 0 : 1, stderr: told.join('\n') }
}

function batches(forms: readonly FoundForm[]): readonly (readonly FoundForm[])[] {
  const made: FoundForm[][] = []
  let bytes = 0
  for (const form of forms) {
    const last = made.at(-1)
    bytes += form.bytes
    if (last === undefined || last.length >= BATCH_FILES || bytes > BATCH_BYTES) {
      made.push([form])
      bytes = form.bytes
    } else last.push(form)
  }
  return made
}

interface Summary {
  readonly files: number
  readonly matched: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: readonly RefusedPath[]
  readonly differences: readonly object[]
  readonly notes: readonly { readonly message: string }[]
}

function summed(answers: readonly LrmxImported[], refused: readonly RefusedPath[]): Summary {
  const count = (key: 'files' | 'matched' | 'added' | 'updated' | 'unchanged') =>
    answers.reduce((sum, answer) => sum + answer[key], 0)
  return {
    files: count('files') + refused.length,
    matched: count('matched'),
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: [
      ...refused,
      ...answers.flatMap((answer) => answer.refused.map(({ file, code, message }) => ({ file, code, message }))),
    ],
    differences: answers.flatMap((answer) =>
      answer.differences.map(({ person, field, title, from, to }) => ({ person, field, title, from, to })),
    ),
    notes: answers.flatMap((answer) =>
      answer.notes.map(({ file, person, field, message }) => ({ file, person, field, message })),
    ),
  }
}

function importText(summary: Summary, dryRun: boolean): string {
  const { files, matched, updated, unchanged, refused, differences } = summary
  return `任免审批表 ${files} 份，对上 ${matched} 人：${dryRun ? '将更新' : '更新'} ${updated} 人（${differences.length} 处），没有变化 ${unchanged} 人，没有收 ${refused.length} 份。`
}

async function exportForms(core: Core, line: CommandLine): Promise<CommandResult> {
  const person = line.value('person')
  const list = line.value('list')
  const { files } = await call(core, 'lrmx.export', {
    ...(person === undefined ? {} : { people: [person] }),
    ...(list === undefined ? {} : { list: rosterList.parse(list) }),
    ...(line.flag('today') ? { today: true } : {}),
    ...(line.value('format') === 'lrm' ? { format: 'lrm' as const } : {}),
  })
  const folder = line.value('out') ?? ''
  mkdirSync(folder, { recursive: true })
  const written = files.map(({ base64, fileName, ...file }) => {
    const path = join(folder, fileName)
    writeWhole(path, Buffer.from(base64, 'base64'))
    return { path, file: fileName, ...file }
  })
  return show(
    line,
    { files: written },
    `已导出 ${written.length} 份任免审批表到 ${folder}。文件含完整身份证号，请妥善保管。`,
  )
}

function formText(form: LrmxFormView): string {
  const study = ({ education, degree, school }: LrmxFormView['fullTime']) =>
    [education, degree, school].filter((text) => text !== '').join('，')
  const lines: readonly (readonly [string, string | null])[] = [
    ['姓名', form.name],
    ['性别', form.sex],
    ['出生年月', form.birth],
    ['民族', form.ethnicity],
    ['籍贯', form.nativePlace],
    ['出生地', form.birthplace],
    ['入党时间', [form.joinedPartyOn, form.otherParty].filter((text) => text !== null).join('；')],
    ['参加工作时间', form.startedWorkOn],
    ['健康状况', form.health],
    ['专业技术职务', form.professionalTitle],
    ['熟悉专业有何专长', form.specialty],
    ['全日制教育', study(form.fullTime)],
    ['在职教育', study(form.inService)],
    ['现任职务', form.post],
    ['拟任职务', form.proposedPost],
    ['拟免职务', form.removedPost],
    ['简历', form.resumeText === '' ? '' : `\n${form.resumeText}`],
    ['奖惩情况', form.honours],
    ['年度考核结果', form.assessments],
    ['任免理由', form.reason],
    ...form.family.map(
      ({ relation, name, birth, politicalStatus, work }) =>
        ['家庭成员', [relation, name, birth ?? '', politicalStatus, work].join('，')] as const,
    ),
    ['身份证号', form.idNumber],
    ['到龄年月', form.retirement],
    ['呈报单位', form.reportingUnit],
    ['填表人', form.filledBy],
    ['填表时间', form.filledOn],
  ]
  return lines.map(([title, value]) => `${title}：${value ?? ''}`).join('\n')
}
