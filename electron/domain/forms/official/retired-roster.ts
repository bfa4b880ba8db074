import type { Form } from '../form.ts'
import { row, tableContent, type FormHeading } from '../form-table.ts'
import { bornOf, sexOf } from '../form-words.ts'
import { staffBlocks, staffNotes } from '../staff-blocks.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 28, ordinal: true },
  { title: '原机构', width: 116 },
  { title: '姓名', width: 56 },
  { title: '性别', width: 28 },
  { title: '出生年月', width: 52 },
  { title: '原职务', width: 110 },
  { title: '原编制类型', width: 72 },
  { title: '退休日期', width: 72 },
  { title: '退休类别', width: 76 },
  { title: '退休文号', width: 114 },
  { title: '备注', width: 90 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 退休人员名册: who retired from here, and who did and is not written off yet. */
export const retiredRosterForm: Form = {
  id: 'retired-roster',
  title: '退休人员名册',
  about: '四类人员之一：从本乡镇退休的人；像是已退休、还没有办出编的写明',
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
      all.blocks.retired.map((own, place) =>
        row(
          place + 1,
          own.unit,
          own.name,
          sexOf(facts, own.personId),
          bornOf(facts, own.personId),
          own.post,
          own.category,
          own.since,
          own.reason,
          own.document,
          own.remark,
        ),
      ),
      [
        ...staffNotes(all),
        '退休类别只写登记过退休安排的（弹性提前、弹性延迟等）；空着的，编制本里没有登记。编制本建立以前退休的，没有登记就不在名册上。',
      ],
    )
  },
}
