import type { BureauForm } from '../vocabulary/bureau-words.ts'
import { BUREAU_FORM_LIST, BUREAU_LIST_TITLES } from '../vocabulary/bureau-words.ts'
import { codesOf } from '../vocabulary/code-list.ts'
import { OPERATIONS, type CallInput } from '../contract/operations.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import type { CommandLine } from './cli-arguments.ts'
import { asOf, call, show, withBook, writeWhole, type Command } from './cli-calls.ts'
import type { CommandName } from './cli-table.ts'

type BureauCommand = Extract<CommandName, 'bureau check' | 'bureau export' | 'codes' | 'codes map'>

/** 上级导入表 and national codes. */
export const BUREAU_COMMANDS: Readonly<Record<BureauCommand, Command>> = {
  'bureau check': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const checked = await call(core, 'bureau.check', { form: formNamed(line), ...dayOf(line) })
      const text = [
        `${checked.title}：${checked.rows} 行，${checked.clean} 行不会退回，${checked.bounces.length} 处会退回。`,
        ...checked.bounces.map(
          ({ sheet, row, about, column, message }) => `${sheet} 第 ${row} 行 ${about} ${column}：${message}`,
        ),
      ]
      return show(line, checked, text.join('\n'))
    }),
  'bureau export': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const made = await call(core, 'bureau.file', { form: formNamed(line), ...dayOf(line) })
      writeWhole(line.value('out') ?? '', Buffer.from(made.base64, 'base64'))
      const { base64: _base64, ...told } = made
      return show(line, told, `已导出 ${made.rows} 行，其中 ${made.bounces} 处会被系统退回（见 bureau check）。`)
    }),
  codes: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const read = await call(core, 'codes.read', dayOf(line))
      const text = read.fields.flatMap(({ title, element, gap, standard, words }) => [
        `${title}：${element ?? `没有数据元（${gap ?? ''}）`}${standard === null ? '' : `，${standard}`}`,
        ...words.map(({ word, code, why, people }) => `  ${word}（${people} 人）：${code ?? `没有代码，${why ?? ''}`}`),
      ])
      return show(line, read, text.join('\n'))
    }),
  'codes map': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const input: CallInput<'codeWords.mean'> = {
        list: listNamed(line.value('code-list') ?? ''),
        word: line.value('word') ?? '',
        meant: line.flag('forget') ? null : (line.value('meant') ?? null),
      }
      const done = await call(core, 'codeWords.mean', input)
      return show(line, done, `已记住：“${input.word}”${input.meant === null ? '不再对应' : `对应“${input.meant}”`}。`)
    }),
}

function dayOf(line: CommandLine): { readonly asOf?: string } {
  const { asOf: day } = asOf(line)
  return day === undefined ? {} : { asOf: day }
}

/** @throws `form_unknown` */
function formNamed(line: CommandLine): BureauForm {
  const text = line.value('form') ?? ''
  const forms = codesOf(BUREAU_FORM_LIST)
  const found = forms.find((form) => form === text || BUREAU_FORM_LIST[form].title === text)
  if (found === undefined) throw new Refusal('form_unknown', { form: text, available: forms.join('、') })
  return found
}

/** A list by its key, its standard or its name on the form. @throws `invalid_input` */
function listNamed(text: string): CallInput<'codeWords.mean'>['list'] {
  const named = Object.entries(BUREAU_LIST_TITLES).find(([, title]) => title === text)?.[0] ?? text
  const read = OPERATIONS['codeWords.mean'].input.shape.list.safeParse(named)
  if (!read.success)
    throw new Refusal('invalid_input', {
      field: '--code-list',
      problem: `没有“${text}”这张代码表，写 GB/T 8561 这样的编号，或上级表下拉的名字`,
    })
  return read.data
}
