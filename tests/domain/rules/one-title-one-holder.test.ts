import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import { AS_OF, findingsOf, flagsUnder, namesOn, run, seat, seated, type PersonSpec } from '../../kit/snapshot.ts'
import { oneTitleOneHolderRule } from '../../../electron/domain/rules/national/d9-one-title-one-holder.ts'

const TEAM = { name: '镇领导班子', kind: 'leadership' as const, quotas: { administrative: 9 } }
const OFFICE = { name: '党政办公室', quotas: { administrative: 5 } }
const leader = (name: string, title: string, more = {}): PersonSpec =>
  seated(name, TEAM.name, 'administrative', { title, ...more })
const clerk = (name: string, title: string, more = {}): PersonSpec =>
  seated(name, OFFICE.name, 'administrative', { title, ...more })
const check = (...people: readonly PersonSpec[]) => run({ units: [TEAM, OFFICE], people })
const flagged = (...people: readonly PersonSpec[]) => findingsOf(check(...people), 'D9').map(({ personId }) => personId)
const HANDOVER = { overlapAllowed: true, dueOn: '2026-12-31', validFrom: '2026-11-01' }

describe('D9 一个职务一个人', () => {
  test('two 纪委书记 are told, and both stand off the sheet until it is settled', () => {
    const result = check(leader('李某', '党委委员、纪委书记'), leader('王某', '纪委书记'), leader('赵某', '纪委副书记'))
    expect(findingsOf(result, 'D9').map(({ text, severity, effect }) => [text, severity, effect])).toEqual([
      [
        '李某（镇领导班子 党委委员、纪委书记）与王某都登记为纪委书记，没有登记交接。查清之前都不列入公示名单。',
        'error',
        'eligibility',
      ],
      [
        '王某（镇领导班子 纪委书记）与李某都登记为纪委书记，没有登记交接。查清之前都不列入公示名单。',
        'error',
        'eligibility',
      ],
    ])
    expect([namesOn(result, 'non-compliant'), namesOn(result, 'in-quota')]).toEqual([['李某', '王某'], ['赵某']])
  })

  test('one holder, or one person with the title twice, is as it should be', () => {
    expect(flagged(leader('李某', '镇长'), leader('王某', '副镇长'), leader('赵某', '副镇长'))).toEqual([])
    const both = { title: '武装部长' }
    expect(
      flagged({
        name: '孙某',
        holdings: [seat(TEAM.name, 'administrative', both), { ...both, unit: OFFICE.name, kind: 'concurrent' }],
      }),
    ).toEqual([])
  })

  test('a 兼任 of somebody else is a second holder; a 挂职 one is a guest', () => {
    const also = (kind: 'concurrent' | 'attached'): PersonSpec => ({
      name: '孙某',
      holdings: [seat(TEAM.name, 'administrative', { title: '副镇长' }), { unit: OFFICE.name, title: '主任', kind }],
    })
    expect(flagged(clerk('钱某', '主任'), also('concurrent'))).toEqual(['钱某', '孙某'])
    expect(flagged(clerk('钱某', '主任'), also('attached'))).toEqual([])
  })

  test('heads of two offices are two titles; 党政办主任 and 主任 of one office are one', () => {
    expect(flagged(clerk('钱某', '主任'), leader('孙某', '主任'))).toEqual([])
    expect(flagged(clerk('钱某', '主任'), clerk('孙某', '党政办主任'))).toEqual(['钱某', '孙某'])
  })

  test('a handover on record lets both stand: silent through its last day, told the day after, with neither off the sheet', () => {
    const at = (dueOn: string | null) =>
      check(leader('旧某', '纪委书记'), leader('新某', '纪委书记', { ...HANDOVER, dueOn }))
    expect(findingsOf(at(AS_OF), 'D9')).toEqual([])
    const late = at(addDays(AS_OF, -1))
    expect(findingsOf(late, 'D9').map(({ personId, effect, text }) => [personId, effect, text])).toEqual([
      ['新某', 'none', '新某与旧某交接纪委书记，已于2026年11月21日到期，仍有两人任职。'],
    ])
    expect(namesOn(late, 'in-quota')).toEqual(['旧某', '新某'])
    expect(findingsOf(at(null), 'D9').map(({ text }) => text)).toEqual(['新某与旧某交接纪委书记，没有登记结束日。'])
  })

  test('an old handover says nothing of somebody who came after its end', () => {
    const old = leader('新某', '纪委书记', { ...HANDOVER, dueOn: '2025-12-31', validFrom: '2025-11-01' })
    expect(flagged(old, leader('后某', '纪委书记', { validFrom: '2026-05-01' }))).toEqual(['新某', '后某'])
    expect(flagged(old)).toEqual([])
  })

  test('a locality may have its own list', () => {
    const two = {
      units: [TEAM, OFFICE],
      people: [clerk('钱某', '组长'), clerk('孙某', '组长'), clerk('甲', '主任'), clerk('乙', '主任')],
    }
    const flags = flagsUnder(oneTitleOneHolderRule, { townshipSingleTitles: [], unitSingleTitles: ['组长'] }, two)
    expect(flags.map(({ personId }) => personId)).toEqual(['钱某', '孙某'])
  })

  test('any number of holders without handover: each of them, and only they', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 }), (heads, others) => {
        const people = [
          ...Array.from({ length: heads }, (_, n) => clerk(`头${n}`, '主任')),
          ...Array.from({ length: others }, (_, n) => clerk(`员${n}`, '副主任')),
        ]
        expect(flagged(...people)).toEqual(heads < 2 ? [] : people.slice(0, heads).map(({ name }) => name))
      }),
      { numRuns: 60 },
    )
  })
})
