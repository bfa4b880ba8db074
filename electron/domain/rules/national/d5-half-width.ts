import { normalizeIdText } from '../../identity/normalize-id-text.ts'
import { hasWideText } from '../../table/text-repair.ts'
import type { Flag } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import type { PresentPerson } from '../../model/snapshot-index.ts'
import { unitIdOf } from '../wording.ts'

/** Digits and letters in full width, and an ID number not written as the card has it: machines read them as other characters. */
export const halfWidthRule = ruleByPerson({
  id: 'D5',
  title: '数字和字母应为半角',
  severity: 'error',
  effect: 'data',
  sources: [{ law: 'collection-form-notes', article: null, clause: '必须在英文、半角状态下输入' }],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: (present, { index }): readonly Flag[] => {
    if (isInOrder(present)) return NOTHING
    const { person } = present
    const wrong = FIELDS.filter(([, isWrong]) => isWrong(present)).map(([what]) => what)
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}的${wrong.join('、')}没有按半角大写登记。`,
        remedy: '在人员页改成半角：数字、字母不用全角，身份证号末位用大写 X、不留空格。',
        facts: { 处数: wrong.length },
      },
    ]
  },
})

const NOTHING: readonly Flag[] = []

/** Asked of everybody: no list is made for whoever is in order. */
function isInOrder(present: PresentPerson): boolean {
  for (const [, isWrong] of FIELDS) if (isWrong(present)) return false
  return true
}

const FIELDS: readonly (readonly [string, (present: PresentPerson) => boolean])[] = [
  ['姓名', ({ person }) => hasWideText(person.name)],
  ['出生年月', ({ person }) => isWide(person.birth)],
  ['参加工作时间', ({ person }) => isWide(person.workStarted)],
  ['编制卡号', ({ person }) => isWide(person.quotaCardNumber)],
  ['入编时间', ({ counted }) => counted !== undefined && isWide(counted.enteredOn)],
  ['入编文号', ({ counted }) => counted !== undefined && isWide(counted.entryDocumentNumber)],
  ['身份证号', ({ person }) => isAltered(person.idNumber ?? person.disputedIdNumber)],
]

function isWide(text: string | null): boolean {
  return text !== null && hasWideText(text)
}

function isAltered(number: string | null): boolean {
  return number !== null && normalizeIdText(number).text !== number
}
