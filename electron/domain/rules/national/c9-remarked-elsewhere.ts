import type { Holding } from '../../model/person.ts'
import { readRemark, type RemarkReading } from '../../says/read-remark.ts'
import type { Flag, RuleInput } from '../rule.ts'
import { ruleByToldPerson } from '../rule-by-person.ts'
import { placeName, unitIdOf } from '../wording.ts'
import { emptyPay2014 } from '../sources.ts'

type Said = Extract<RemarkReading['kind'], 'lentOut' | 'onLoanHere' | 'away'>

const WORDS: Readonly<Record<Said, { readonly name: string; readonly text: string; readonly remedy: string }>> = {
  lentOut: {
    name: '借出',
    text: '像是借出在外，编制本里没有登记借出',
    remedy: '确已借出的登记借出（去向、起止、批文）；已经返回的，改正备注。',
  },
  onLoanHere: {
    name: '借入',
    text: '像是外单位借来、派来的，编制本里却占着本乡镇编制',
    remedy: '编制在原单位的，改登为借入或挂职；确占本乡镇编制的，改正备注。',
  },
  away: {
    name: '长期不在岗',
    text: '像是长期不在岗，编制本里没有登记离岗',
    remedy: '登记离岗（病休、学习、停职等）或办理出编；已返岗的，改正备注。',
  },
}

/**
 * 备注 says that somebody counted is lent out, from elsewhere or long away, and the book has nothing of the kind on record. They stay on the
 * list: a remark is no proof. Dead, left and retired are C5's and C6's.
 */
export const remarkedElsewhereRule = ruleByToldPerson({
  id: 'C9',
  title: '备注写明借出、借入、长期不在岗的，应有登记',
  severity: 'warning',
  effect: 'none',
  sources: [emptyPay2014('在机关事业单位挂名并未实际到岗上班，领取工资、津贴补贴的')],
  pack: null,
  stage: 'facts',
  reads: ['absences', 'records'],
  parameters: [],
  told: ({ snapshot }: RuleInput<'absences' | 'records'>) =>
    new Set([
      ...snapshot.absences.map((absence) => absence.personId),
      ...snapshot.records.dutyMatter.map((matter) => matter.personId),
    ]),
  ofPerson: ({ person, holdings, counted }, { index, snapshot }, away): readonly Flag[] => {
    const context = { asOf: snapshot.asOf, township: snapshot.book.name }
    const reading = counted === undefined ? null : readRemark(counted.remark, context)
    if (counted === undefined || reading === null || !isSaid(reading.kind)) return []
    if (onRecord(reading.kind, holdings, away.has(person.id))) return []
    const { name, text, remedy } = WORDS[reading.kind]
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}（${placeName(index, counted)}）的备注写着“${reading.words}”，${text}。`,
        remedy,
        facts: { 备注所说: name },
      },
    ]
  },
})

function isSaid(kind: RemarkReading['kind']): kind is Said {
  return kind === 'lentOut' || kind === 'onLoanHere' || kind === 'away'
}

/** Who is registered as lent out is away as well: 借调 and 病休 are both told by one entry. */
function onRecord(kind: Said, holdings: readonly Holding[], absent: boolean): boolean {
  const lent = holdings.some((holding) => holding.kind === 'secondedOut')
  return kind === 'onLoanHere' ? false : kind === 'lentOut' ? lent : lent || absent
}
