import { RETIREMENT_ARRANGEMENT_LIST } from '../../../vocabulary/retirement.ts'
import { addYears, firstDayOf, monthOf, type PlainDate } from '../../model/plain-date.ts'
import type { Holding, Person } from '../../model/person.ts'
import { isCivilService } from '../../model/quota-category.ts'
import { birthOf, monthsUntil, retirementSpan } from '../retirement-facts.ts'
import type { Flag, Rule } from '../rule.ts'
import { postTitle, type SnapshotIndex } from '../../model/snapshot-index.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'
import { civilServantLaw } from '../sources.ts'

const LONG_YEARS = 30
const LEAST_YEARS = 20
const NEAR_MONTHS = 60
/** What the clerk writes where the third item applies. */
const OTHER_CASE = /其他情形|（三）|\(三\)|第三项/

/** 提前退休 approved for 公务员 who fulfil neither 30 years of work nor 20 years with less than five to go, on the day of the approval. */
export const earlyRetirementRule: Rule<'records'> = {
  id: 'RN-07',
  title: '提前退休须符合条件',
  severity: 'error',
  effect: 'none',
  sources: [
    civilServantLaw({
      article: '第九十三条',
      clause:
        '公务员符合下列条件之一的，本人自愿提出申请，经任免机关批准，可以提前退休：（一）工作年限满三十年的；（二）距国家规定的退休年龄不足五年，且工作年限满二十年的；（三）符合国家规定的可以提前退休的其他情形的。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) =>
    snapshot.records.evidence.flatMap((record): readonly Flag[] => {
      if (record.evidence !== 'earlyRetirement' || record.personId === null || OTHER_CASE.test(record.note ?? ''))
        return []
      // 弹性提前, 特殊工种, 病退 within their own law are 其他情形 of item three.
      const arranged = index.person(record.personId)?.retirementArrangement
      if (arranged !== null && arranged !== undefined && RETIREMENT_ARRANGEMENT_LIST[arranged.kind].early) return []
      const [person, holding] = [index.person(record.personId), index.countedHoldingOf(record.personId)]
      if (
        person === undefined ||
        holding === undefined ||
        holding.category === null ||
        !isCivilService(holding.category)
      )
        return []
      const flag = judge(person, holding, record.validFrom, index)
      return flag === null
        ? []
        : [
            {
              unitId: unitIdOf(index, person.id),
              personId: person.id,
              ...flag,
              text: `${person.name}（${placeName(index, holding)}）${dateText(record.validFrom)}批准提前退休，${flag.text}`,
            },
          ]
    }),
}

function judge(person: Person, holding: Holding, day: PlainDate, index: SnapshotIndex): Flag | null {
  if (person.workStarted === null) return notJudged('没有登记参加工作时间', '补登参加工作时间。')
  const begin = firstDayOf(person.workStarted)
  if (addYears(begin, LONG_YEARS) <= day) return null
  if (addYears(begin, LEAST_YEARS) > day)
    return refused(`${dateText(person.workStarted)}参加工作，工作年限不满 ${LEAST_YEARS} 年`, {
      参加工作: person.workStarted,
    })
  const birth = birthOf(person)
  if (birth === null) return notJudged('没有登记出生日期', '补登出生日期。')
  // Where the age must be asked, the earliest answer is taken: nobody is accused on a guess.
  const { month } = retirementSpan(person, holding, postTitle(index, holding), birth).first
  const left = monthsUntil(month, monthOf(day))
  if (left < NEAR_MONTHS) return null
  return refused(`工作年限不满 ${LONG_YEARS} 年，距法定退休时间${dateText(month)}还有 ${left} 个月，不少于 5 年`, {
    参加工作: person.workStarted,
    退休年月: month,
    还有月数: left,
  })
}

function refused(why: string, facts: Flag['facts'] = {}): Flag {
  return {
    text: `${why}，不符合提前退休条件。`,
    remedy: '核对参加工作时间和出生日期；属于国家规定的其他情形的，在凭证备注中写明。',
    facts,
  }
}

function notJudged(what: string, remedy: string): Flag {
  return { severity: 'info', text: `${what}，是否符合条件没有核查。`, remedy, facts: { 缺: what } }
}
