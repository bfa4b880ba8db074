import { monthText } from '../form-words.ts'
import { staffRosterForm } from '../staff-roster.ts'

/** 在编人员名册: who holds a seat and is in post. */
export const servingRosterForm = staffRosterForm({
  id: 'serving-roster',
  title: '在编人员名册',
  about: '四类人员之一：占编制、在岗的人，超编、待核、借出的写明',
  due: '编办核编、机构编制统计时',
  block: 'serving',
  unit: { title: '机构', width: 124 },
  columns: [
    { title: '职务', width: 120, value: (own) => own.post },
    { title: '编制类型', width: 72, value: (own) => own.category },
    { title: '入编时间', width: 56, value: (own) => monthText(own.entered) },
    { title: '入编文号', width: 118, value: (own) => own.entryDocument },
    { title: '备注', width: 100, value: (own) => own.remark },
  ],
})
