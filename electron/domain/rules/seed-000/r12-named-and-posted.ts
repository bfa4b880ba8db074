import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { Holding } from '../../model/person.ts'
import { compareText } from '../../quota/counted-holding.ts'
import type { Flag, Rule, RuleInput, SnapshotIndex } from '../rule.ts'
import { reformPlan000 } from '../sources.ts'
import { nameList, peopleOf, placeName, unitIdOf } from '../wording.ts'

type Input = RuleInput<'notices'>

/** 定编到人: one person one 编制, one seat one person; and the list has hung on the wall to the end of its period. */
export const namedAndPostedRule: Rule<'notices'> = {
  id: 'R000-12',
  title: '定编到人，张榜公示',
  severity: 'error',
  effect: 'none',
  source: reformPlan000({ article: '三、加强编制管理 2', clause: '实行定编到人,将符合规定配备的人员纳入编制实名制名单,并在乡镇张榜公示,接受社会监督。' }),
  pack: 'seed-000',
  stage: 'facts',
  reads: ['notices'],
  parameters: [],
  check: (input) => [...onePersonOneQuota(input), ...oneSeatOnePerson(input), ...posted(input.snapshot)],
}

function onePersonOneQuota({ index }: Input): readonly Flag[] {
  return index.present.flatMap(({ person, holdings }): readonly Flag[] => {
    const claims = holdings.length < 2 ? [] : holdings.filter((holding) => holding.occupiesQuota)
    if (claims.length < 2) return []
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}同时登记占用 ${claims.length} 个编制：${claims.map((holding) => placeName(index, holding)).join('、')}。`,
        remedy: '只保留主职占编，其余改为兼任。',
        facts: { 占编: claims.length },
      },
    ]
  })
}

/** A hand-over switched on for a row is not a second holder. */
function oneSeatOnePerson({ index }: Input): readonly Flag[] {
  const seated = index.present.flatMap(({ counted }) => (counted === undefined || counted.overlapAllowed ? [] : counted))
  return [...Map.groupBy(seated, (holding) => holding.postId).values()]
    .filter((holders) => holders.length > 1)
    .map((holders) => sharedSeat(holders, index))
}

function sharedSeat(holders: readonly Holding[], index: SnapshotIndex): Flag {
  const first = holders[0]
  const people = peopleOf(index, holders.map((holding) => holding.personId))
  return {
    unitId: first === undefined ? null : (index.unitOf(first)?.id ?? null),
    text: `${first === undefined ? '' : placeName(index, first)}一个岗位有 ${holders.length} 人占编：${nameList(people)}。`,
    remedy: '每人登记各自的岗位；交接期重叠的，登记为允许重叠。',
    facts: { 占编人数: holders.length },
  }
}

/** Something posted has run its period: the last day is part of it. */
function posted(snapshot: Pick<BookSnapshot, 'notices' | 'asOf' | 'book'>): readonly Flag[] {
  if (snapshot.notices.some((notice) => notice.endsOn < snapshot.asOf)) return []
  const hanging = [...snapshot.notices].sort((left, right) => compareText(left.endsOn, right.endsOn))[0]
  const text = hanging === undefined ? `${snapshot.book.name}编制实名制名单还没有张榜公示。` : `${hanging.number} 正在公示，${hanging.endsOn} 期满；在此之前还没有一次公示期满。`
  return [{ severity: 'warning', text, remedy: hanging === undefined ? '在“公示与报表”中发布公示并张榜。' : '公示期满后登记异议情况。', facts: { 已发布: snapshot.notices.length } }]
}
