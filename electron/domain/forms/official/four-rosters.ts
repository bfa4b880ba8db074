import { STAFF_BLOCK_TITLES, STAFF_BLOCKS } from '../../../vocabulary/standing.ts'
import type { Form } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { bornOf, sexOf } from '../form-words.ts'
import { staffBlocks, staffNotes } from '../staff-blocks.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 28, ordinal: true },
  { title: '机构', width: 108 },
  { title: '姓名', width: 56 },
  { title: '性别', width: 28 },
  { title: '出生年月', width: 52 },
  { title: '职务', width: 104 },
  { title: '编制类型', width: 74 },
  { title: '理由（类别）', width: 84 },
  { title: '自', width: 72 },
  { title: '至', width: 72 },
  { title: '文号', width: 118 },
  { title: '备注', width: 80 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const
const PLACES = ['一', '二', '三', '四'] as const

/** 四类人员名册: 在编, 非在职, 编外 and 退休 one below the other. */
export const fourRostersForm: Form = {
  id: 'four-rosters',
  title: '四类人员名册',
  about: '在编、非在职、编外、退休四块排在一张表上，非在职写明理由',
  due: '编办核编、机构编制统计时',
  span: 'day',
  subject: 'unit',
  idNumbers: false,
  measure: '',
  page: PAGE,
  content: (facts) => {
    const all = staffBlocks(facts)
    const lines = STAFF_BLOCKS.flatMap((block, at): readonly FormLine[] => [
      {
        kind: 'section',
        text: `${PLACES[at] ?? ''}、${STAFF_BLOCK_TITLES[block]}人员（${all.blocks[block].length} 人）`,
      },
      ...all.blocks[block].map((own, place) =>
        row(
          place + 1,
          own.unit,
          own.name,
          sexOf(facts, own.personId),
          bornOf(facts, own.personId),
          own.post,
          own.category,
          own.reason,
          own.since,
          own.until,
          own.document === '' ? own.entryDocument : own.document,
          own.remark,
        ),
      ),
    ])
    return tableContent(PAGE, HEADINGS, lines, [
      ...staffNotes(all),
      '文号：在编、编外的是入编（进入）文号，非在职的是批准文号，退休的是退休文号。',
    ])
  },
}
