import { readResidentId, type IdReading } from '../../identity/resident-id.ts'
import type { Person } from '../../model/person.ts'
import type { Flag } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import type { PresentPerson, SnapshotIndex } from '../../model/snapshot-index.ts'
import { dateText, unitIdOf } from '../wording.ts'
import { identityCardLaw } from '../sources.ts'

/**
 * The number against itself, the birth of record and the sex. A number that is right and yet odd (末三位 000, an age nobody in post has, a
 * permit of another kind) is a warning. The texts never contain the number.
 */
export const idNumberRule = ruleByPerson({
  id: 'D3',
  title: '身份证号应有效，并与出生日期、性别一致',
  severity: 'error',
  effect: 'data',
  sources: [
    identityCardLaw({
      article: '第三条第二款',
      clause: '公民身份号码是每个公民唯一的、终身不变的身份代码，由公安机关按照公民身份号码国家标准编制。',
    }),
    {
      law: 'id-number-standard',
      article: null,
      clause:
        '公民身份号码是特征组合码，由十七位数字本体码和一位数字校验码组成。排列顺序从左至右依次为：六位数字地址码，八位数字出生日期码，三位数字顺序码和一位数字校验码。',
    },
  ],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: (present, { index, snapshot }) => checkPerson(present, index, snapshot.asOf),
})

const REMEDY = '核对身份证原件后更正。'

const NOTHING: readonly Flag[] = []

function checkPerson({ person, counted }: PresentPerson, index: SnapshotIndex, asOf: string): readonly Flag[] {
  if (person.idNumber === null && (person.disputedIdNumber !== null || counted === undefined)) return NOTHING
  const reading = person.idNumber === null ? null : readResidentId(person.idNumber, asOf)
  return reading !== null && isInOrder(person, reading) ? NOTHING : flagsOf(person, reading, index)
}

/** Right, not odd, and saying nothing else than what is on record: almost every number. */
function isInOrder({ birth, sex }: Person, reading: IdReading): boolean {
  return (
    reading.verdict === 'valid' &&
    reading.warnings.length === 0 &&
    (birth === null || reading.birth === null || agree(birth, reading.birth)) &&
    (sex === null || reading.sex === null || sex === reading.sex)
  )
}

/** `reading`: of the number on record; null where a counted person has none. */
function flagsOf(person: Person, reading: IdReading | null, index: SnapshotIndex): readonly Flag[] {
  const flag = (text: string, remedy = REMEDY, facts: Flag['facts'] = {}): Flag => ({
    unitId: unitIdOf(index, person.id),
    personId: person.id,
    text,
    remedy,
    facts,
  })
  if (reading === null) return [flag(`${person.name}没有登记身份证号。`, '照身份证原件补登。')]
  if (reading.verdict === 'invalid') return [flag(`${person.name}的身份证号不对：${reading.problem}。`)]
  const flags: Flag[] =
    reading.verdict === 'valid'
      ? reading.warnings.map((warning) => ({
          ...flag(`${person.name}的身份证号：${warning}。`, '对照身份证原件；号码无误的，在核查页写明。'),
          severity: 'warning',
          effect: 'none',
        }))
      : []
  if (reading.verdict === 'legacy')
    flags.push({
      ...flag(`${person.name}登记的是 15 位旧身份证号，没有校验位，应换登 18 位。`, '照第二代身份证补登 18 位号码。'),
      severity: 'warning',
    })
  if (person.birth !== null && reading.birth !== null && !agree(person.birth, reading.birth)) {
    flags.push(
      flag(
        `${person.name}的出生日期登记为${dateText(person.birth)}，身份证号为${dateText(reading.birth.slice(0, person.birth.length))}，两者不一致。`,
        '核对档案：干部的出生日期按组织部门的规定（组通字〔2006〕41号）由组织（人事）部门认定，职工以本人档案最先记载的出生时间为准（劳社部发〔1999〕8号二（二））。',
        { 登记: person.birth, 身份证号: reading.birth.slice(0, person.birth.length) },
      ),
    )
  }
  if (person.sex !== null && reading.sex !== null && person.sex !== reading.sex) {
    flags.push(
      flag(`${person.name}的性别登记为${person.sex}，身份证号为${reading.sex}，两者不一致。`, REMEDY, {
        登记: person.sex,
        身份证号: reading.sex,
      }),
    )
  }
  return flags
}

/** A month of record agrees with any day in it. */
function agree(recorded: string, fromNumber: string): boolean {
  return fromNumber.startsWith(recorded)
}
