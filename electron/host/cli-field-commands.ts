import type { CallInput, Output } from '../contract/operations.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import { OWN_KIND_LIST, type OwnKind } from '../vocabulary/own-fields.ts'
import { codeFinder } from '../vocabulary/code-list.ts'
import type { CommandLine } from './cli-arguments.ts'
import { call, given, show, withBook, type Command } from './cli-calls.ts'
import type { CommandName } from './cli-table.ts'
import type { Core } from './dispatch.ts'

type FieldCommand = Extract<CommandName, 'field list' | 'field add' | 'field change' | 'field remove'>
type Field = Output<'ownField.list'>['fields'][number]

/** 自定栏目, by their names. */
export const FIELD_COMMANDS: Readonly<Record<FieldCommand, Command>> = {
  'field list': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const listed = await call(core, 'ownField.list', {})
      const text = listed.fields.map(fieldText).join('\n')
      return show(line, listed, text === '' ? '没有自定栏目。' : text)
    }),
  'field add': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const title = line.value('title') ?? ''
      const added = await call(core, 'ownField.add', { fields: [{ title, ...said(line) }] })
      return show(line, { field: added.fields[0], seq: added.seq }, `已增设自定栏目“${title}”。`)
    }),
  'field change': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const { field, title } = await fieldNamed(core, line)
      const changed = await call(core, 'ownField.change', {
        field,
        ...given('title', line.value('new-title')),
        ...said(line),
      })
      return show(line, changed, `已修改自定栏目“${title}”。`)
    }),
  'field remove': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const { field, title, people } = await fieldNamed(core, line)
      const removed = await call(core, 'ownField.remove', { field })
      return show(line, removed, `已撤去自定栏目“${title}”，${people} 人填过的内容留在编制本里。`)
    }),
}

function fieldText({ title, kind, choices, masked, people }: Field): string {
  const words = choices.length === 0 ? '' : `（${choices.join('、')}）`
  return `${title}：${OWN_KIND_LIST[kind].title}${words}${masked ? '，平时遮住' : ''}，${people} 人填了`
}

type Said = Omit<CallInput<'ownField.add'>['fields'][number], 'title'>

function said(line: CommandLine): Said {
  const kind = line.value('kind')
  const choices = line.value('choices')
  return {
    ...(kind === undefined ? {} : { kind: kindNamed(kind) }),
    ...(choices === undefined ? {} : { choices: choices.split(/[、,，]/u) }),
    ...(line.flag('masked') ? { masked: true } : {}),
  }
}

/** @throws `invalid_input` for a word that is no kind. */
function kindNamed(text: string): OwnKind {
  const kind = codeFinder(OWN_KIND_LIST)(text)
  if (kind === null)
    throw new Refusal('invalid_input', { field: '--kind', problem: '应为 text（文字）、date（日期）或 list（选项）' })
  return kind
}

/** @throws `own_field_unknown` */
async function fieldNamed(core: Core, line: CommandLine): Promise<Field> {
  const { fields } = await call(core, 'ownField.list', {})
  const found = fields.find(({ title }) => title === line.value('title'))
  if (found === undefined) throw new Refusal('own_field_unknown')
  return found
}
