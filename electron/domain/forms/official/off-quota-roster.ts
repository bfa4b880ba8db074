import { addDays } from '../../model/plain-date.ts'
import type { FormFacts } from '../form.ts'
import { monthText } from '../form-words.ts'
import { staffRosterForm } from '../staff-roster.ts'

/** 编外人员名册: who works here without 编制, in which form, on which contract. */
export const offQuotaRosterForm = staffRosterForm({
  id: 'off-quota-roster',
  title: '编外人员名册',
  about: '四类人员之一：没有编制的人，用工形式和合同起止',
  due: '编办核编、编外人员清理规范时',
  block: 'offQuota',
  unit: { title: '机构', width: 116 },
  columns: [
    { title: '岗位', width: 110, value: (own) => own.post },
    { title: '用工形式', width: 84, value: (own) => own.category },
    { title: '进入时间', width: 56, value: (own) => monthText(own.entered) },
    { title: '合同起', width: 72, value: (own, facts) => lastContract(facts, own.personId)?.validFrom ?? '' },
    { title: '合同止', width: 72, value: (own, facts) => lastDayOf(lastContract(facts, own.personId)) },
    { title: '备注', width: 90, value: (own) => own.remark },
  ],
})

/** The contract that began last; undefined where none is on record. */
function lastContract(facts: FormFacts, personId: string) {
  return facts.snapshot.records.contract
    .filter((own) => own.personId === personId)
    .toSorted((left, right) => (left.validFrom < right.validFrom ? 1 : -1))[0]
}

/** `validTo` is the first day it no longer holds; a paper names the last day it does. */
function lastDayOf(contract: ReturnType<typeof lastContract>) {
  return contract === undefined || contract.validTo === null ? '' : addDays(contract.validTo, -1)
}
