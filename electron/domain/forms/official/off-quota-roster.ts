import { addDays } from '../../model/plain-date.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading } from '../form-table.ts'
import { bornOf, monthText, sexOf } from '../form-words.ts'
import { staffBlocks, staffNotes } from '../staff-blocks.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 28, ordinal: true },
  { title: '机构', width: 116 },
  { title: '姓名', width: 56 },
  { title: '性别', width: 28 },
  { title: '出生年月', width: 52 },
  { title: '岗位', width: 110 },
  { title: '用工形式', width: 84 },
  { title: '进入时间', width: 56 },
  { title: '合同起', width: 72 },
  { title: '合同止', width: 72 },
  { title: '备注', width: 90 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 编外人员名册: who works here without 编制, in which form, on which contract. */
export const offQuotaRosterForm: Form = {
  id: 'off-quota-roster',
  title: '编外人员名册',
  about: '四类人员之一：没有编制的人，用工形式和合同起止',
  due: '编办核编、编外人员清理规范时',
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
      all.blocks.offQuota.map((own, place) => {
        const contract = lastContract(facts, own.personId)
        return row(
          place + 1,
          own.unit,
          own.name,
          sexOf(facts, own.personId),
          bornOf(facts, own.personId),
          own.post,
          own.category,
          monthText(own.entered),
          contract?.validFrom ?? '',
          contract === undefined || contract.validTo === null ? '' : addDays(contract.validTo, -1),
          own.remark,
        )
      }),
      staffNotes(all),
    )
  },
}

function lastContract(facts: FormFacts, personId: string) {
  return facts.snapshot.records.contract
    .filter((own) => own.personId === personId)
    .toSorted((left, right) => (left.validFrom < right.validFrom ? 1 : -1))[0]
}
