import { staffRosterForm } from '../staff-roster.ts'

/** 非在职人员名册: on the books and not in post, each with the reason. */
export const awayRosterForm = staffRosterForm({
  id: 'away-roster',
  title: '非在职人员名册',
  about: '四类人员之一：人事关系在本乡镇、不在岗的人，理由、起止、批准文号',
  due: '编办核编、机构编制统计、清理在编不在岗时',
  block: 'away',
  unit: { title: '机构', width: 104 },
  columns: [
    { title: '职务', width: 96, value: (own) => own.post },
    { title: '编制类型', width: 68, value: (own) => own.category },
    { title: '是否占编', width: 36, value: (own) => (own.counted ? '是' : '否') },
    { title: '非在职理由', width: 104, value: (own) => own.reason },
    { title: '自', width: 72, value: (own) => own.since },
    { title: '至', width: 72, value: (own) => own.until },
    { title: '批准文号', width: 112, value: (own) => own.document },
  ],
})
