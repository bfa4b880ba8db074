import type { Form } from '../form.ts'
import { row, tableContent, type FormHeading } from '../form-table.ts'
import { bornOf, sexOf } from '../form-words.ts'
import { staffBlocks, staffNotes } from '../staff-blocks.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 28, ordinal: true },
  { title: '机构', width: 104 },
  { title: '姓名', width: 56 },
  { title: '性别', width: 28 },
  { title: '出生年月', width: 52 },
  { title: '职务', width: 96 },
  { title: '编制类型', width: 68 },
  { title: '是否占编', width: 36 },
  { title: '非在职理由', width: 104 },
  { title: '自', width: 72 },
  { title: '至', width: 72 },
  { title: '批准文号', width: 112 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 非在职人员名册: on the books and not in post, each with the reason. */
export const awayRosterForm: Form = {
  id: 'away-roster',
  title: '非在职人员名册',
  about: '四类人员之一：人事关系在本乡镇、不在岗的人，理由、起止、批准文号',
  due: '编办核编、机构编制统计、清理在编不在岗时',
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
      all.blocks.away.map((own, place) =>
        row(
          place + 1,
          own.unit,
          own.name,
          sexOf(facts, own.personId),
          bornOf(facts, own.personId),
          own.post,
          own.category,
          own.counted ? '是' : '否',
          own.reason,
          own.since,
          own.until,
          own.document,
        ),
      ),
      staffNotes(all),
    )
  },
}
