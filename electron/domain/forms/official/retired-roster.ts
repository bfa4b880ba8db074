import { staffRosterForm } from '../staff-roster.ts'

/** 退休人员名册: who retired from here, and who did and is not written off yet. */
export const retiredRosterForm = staffRosterForm({
  id: 'retired-roster',
  title: '退休人员名册',
  about: '四类人员之一：从本乡镇退休的人；像是已退休、还没有办出编的写明',
  due: '编办核编、机构编制统计时',
  block: 'retired',
  unit: { title: '原机构', width: 116 },
  columns: [
    { title: '原职务', width: 110, value: (own) => own.post },
    { title: '原编制类型', width: 72, value: (own) => own.category },
    { title: '退休日期', width: 72, value: (own) => own.since },
    { title: '退休类别', width: 76, value: (own) => own.reason },
    { title: '退休文号', width: 114, value: (own) => own.document },
    { title: '备注', width: 90, value: (own) => own.remark },
  ],
  notes: [
    '退休类别只写登记过退休安排的（弹性提前、弹性延迟等）；空着的，编制本里没有登记。编制本建立以前退休的，没有登记就不在名册上。',
  ],
})
