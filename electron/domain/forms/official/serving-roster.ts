import type { Form } from '../form.ts'
import { row, tableContent, type FormHeading } from '../form-table.ts'
import { bornOf, monthText, sexOf } from '../form-words.ts'
import { staffBlocks, staffNotes } from '../staff-blocks.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 28, ordinal: true },
  { title: '机构', width: 124 },
  { title: '姓名', width: 56 },
  { title: '性别', width: 28 },
  { title: '出生年月', width: 52 },
  { title: '职务', width: 120 },
  { title: '编制类型', width: 72 },
  { title: '入编时间', width: 56 },
  { title: '入编文号', width: 118 },
  { title: '备注', width: 100 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 在编人员名册: who holds a seat and is in post. */
export const servingRosterForm: Form = {
  id: 'serving-roster',
  title: '在编人员名册',
  about: '四类人员之一：占编制、在岗的人，超编、待核、借出的写明',
  due: '编办核编、机构编制统计时',
  span: 'day',
  subject: 'unit',
  idNumbers: false,
  measure: '',
  page: PAGE,
  content: (facts) => {
    const all = staffBlocks(facts)
    return tableContent(
      PAGE,
      HEADINGS,
      all.blocks.serving.map((own, place) =>
        row(
          place + 1,
          own.unit,
          own.name,
          sexOf(facts, own.personId),
          bornOf(facts, own.personId),
          own.post,
          own.category,
          monthText(own.entered),
          own.entryDocument,
          own.remark,
        ),
      ),
      staffNotes(all),
    )
  },
}
