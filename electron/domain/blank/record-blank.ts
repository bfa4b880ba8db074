import type { SheetField, SheetKind } from '../records/read-record-sheet.ts'
import type { BlankColumn, BlankEntry, BlankWorkbook } from './blank-workbook.ts'

/** A kind of 资料 with what its form says about each field. */
export interface RecordBlankKind extends SheetKind {
  readonly title: string
  readonly purpose: string
  readonly fields: readonly (SheetField & { readonly hint?: string })[]
}

const column = (title: string, entry: BlankEntry, hint: string, required = false): BlankColumn => ({
  title,
  entry,
  hint,
  required,
})
const text: BlankEntry = { kind: 'text' }

/** An empty sheet for one kind of 资料, with the header its import looks for. */
export function recordBlank(kind: RecordBlankKind): BlankWorkbook {
  const days = [
    column(kind.from, text, '如 2026-11-22。', true),
    ...(kind.to === null ? [] : [column(kind.to, text, '最后一天，如 2027-11-21；没有就空着。')]),
  ]
  return {
    name: `${kind.title}（空白表）`,
    guidance: [
      kind.purpose,
      '黄色表头必填，其余没有就空着。填好后在“资料”里选这一种，点“从表格导入”。',
      '列的次序可以换，不用的列可以删，表头文字不要改。',
    ],
    sheets: [
      {
        name: kind.title,
        title: kind.title,
        lines: [],
        columns: [
          ...subjectColumns(kind.subject),
          ...days,
          ...kind.fields.map(fieldColumn),
          column('文号', text, '依据的文件，没有就空着。'),
        ],
      },
    ],
  }
}

function subjectColumns(subject: SheetKind['subject']): readonly BlankColumn[] {
  const unit = (hint: string, required: boolean) => column('机构', text, hint, required)
  const person = (hint: string, required: boolean) => [
    column('姓名', text, hint, required),
    column('身份证号', { kind: 'length', from: 15, to: 18 }, '有同名的人时填。已设成文本，照原件录入。'),
  ]
  switch (subject) {
    case 'township':
      return []
    case 'unit':
      return [unit('册里的机构名称。', true)]
    case 'person':
      return person('册里的人。', true)
    case 'personOrNobody':
      return person('册里的人；不是某个人的就空着。', false)
    case 'personOrUnit':
      return [...person('册里的人；是机构的就空着。', false), unit('册里的机构名称；是人的就空着。', false)]
  }
}

function fieldColumn({ title, type, choices, required, hint }: RecordBlankKind['fields'][number]): BlankColumn {
  const [entry, usual] = ENTRIES[type](Object.values(choices ?? {}))
  return column(title, entry, hint === undefined ? usual : `${hint}。`, required === true)
}

const ENTRIES: Readonly<Record<SheetField['type'], (words: readonly string[]) => readonly [BlankEntry, string]>> = {
  text: () => [text, '照文件写。'],
  lines: () => [text, '照原文写，可以有几行。'],
  unit: () => [text, '册里的机构名称。'],
  number: () => [{ kind: 'number' }, '数字，可以有小数。'],
  integer: () => [{ kind: 'whole' }, '整数。'],
  day: () => [text, '如 2026-11-22。'],
  month: () => [text, '如 1985-06。'],
  choice: (words) => [{ kind: 'choice', words, open: false }, '从下拉中选。'],
  yesNo: () => [{ kind: 'choice', words: ['是', '否'], open: false }, '是或否。'],
}
