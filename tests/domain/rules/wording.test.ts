import { describe, expect, test } from 'vitest'
import {
  holdersOf,
  isCongressChair,
  isCongressDeputyChair,
  isDeputyHead,
  isDisciplineSecretary,
  isPartyMember,
} from '../../../electron/domain/rules/post-holders.ts'
import { indexSnapshot, postTitle } from '../../../electron/domain/model/snapshot-index.ts'
import {
  dateText,
  lineName,
  nameList,
  peopleOf,
  placeName,
  unitIdOf,
  unitName,
} from '../../../electron/domain/rules/wording.ts'
import { buildSnapshot, crowd, seat } from '../../kit/snapshot.ts'

const snapshot = buildSnapshot({
  units: [{ name: '党政办' }],
  people: [
    { name: '甲', holdings: [seat('党政办', 'administrative', { title: '科员' })] },
    {
      name: '乙',
      politicalStatus: null,
      holdings: [seat('林业站', 'administrative', { title: '人大主席' }), { kind: 'secondedOut', counterpart: '县局' }],
    },
    { name: '丙', holdings: [{ unit: '党政办', title: '', kind: 'attached' }] },
    { name: '丁', holdings: [{ kind: 'secondedOut', counterpart: '县局' }] },
  ],
})
const index = indexSnapshot(snapshot)
const holding = (person: string, turn = 0) => index.holdingsOf(person)[turn]!

describe('names', () => {
  test('of units, those that are gone too', () => {
    expect([
      unitName(index, '党政办'),
      unitName(index, '林业站'),
      lineName(index, { unitId: '党政办', category: 'worker' }),
      lineName(index, { unitId: '林业站', category: 'administrative' }),
    ]).toEqual(['党政办', '（已撤销机构）', '党政办 机关工勤编制', '（已撤销机构） 行政编制'])
  })

  test('of places: unit and title, the unit alone, none outside', () => {
    expect([
      placeName(index, holding('甲')),
      placeName(index, holding('乙')),
      placeName(index, holding('丙')),
      postTitle(index, holding('丁')),
      postTitle(index, { ...holding('甲'), postId: '没有' }),
    ]).toEqual(['党政办 科员', '（已撤销机构） 人大主席', '党政办', '', ''])
  })

  test('ten by name, the rest by number; unknown people are left out', () => {
    const people = crowd(11, '甲', '党政办')
    expect(nameList(people.slice(0, 10))).toBe('甲1、甲2、甲3、甲4、甲5、甲6、甲7、甲8、甲9、甲10')
    expect(nameList(people)).toBe('甲1、甲2、甲3、甲4、甲5、甲6、甲7、甲8、甲9、甲10等 11 人')
    expect(peopleOf(index, ['乙', '不在册', '甲']).map((person) => person.name)).toEqual(['乙', '甲'])
  })

  test('of days', () => {
    expect([dateText('2011-09'), dateText('2011-09-05')]).toEqual(['2011年9月', '2011年9月5日'])
  })

  test('the unit somebody belongs to: by their seat, else by any post, else none', () => {
    expect(['甲', '乙', '丙', '丁', '不在册'].map((person) => unitIdOf(index, person))).toEqual([
      '党政办',
      null,
      '党政办',
      null,
      null,
    ])
  })
})

describe('posts by their titles', () => {
  test.each([
    ['人大主席', isCongressChair, true],
    ['人大主席团主席', isCongressChair, true],
    ['人大副主席', isCongressChair, false],
    ['工会主席', isCongressChair, false],
    ['人大副主席', isCongressDeputyChair, true],
    ['人大主席团副主席', isCongressDeputyChair, true],
    ['人大主席', isCongressDeputyChair, false],
    ['纪委书记', isDisciplineSecretary, true],
    ['纪委副书记', isDisciplineSecretary, false],
    ['副乡长', isDeputyHead, true],
    ['副镇长', isDeputyHead, true],
    ['乡长', isDeputyHead, false],
  ] as const)('%s', (title, matches, is) => {
    expect(matches(title)).toBe(is)
  })

  test('the holder, where, and everything their titles say; a unit that is gone is none', () => {
    expect(holdersOf(index, isCongressChair)).toEqual([
      { person: index.person('乙'), unitId: null, titles: '人大主席' },
    ])
    expect(holdersOf(index, (title) => title === '科员').map((holder) => holder.unitId)).toEqual(['党政办'])
  })

  test('party members, probationary ones too', () => {
    const member = (politicalStatus: string | null) => isPartyMember({ ...index.person('甲')!, politicalStatus })
    expect([member('中共党员'), member('中共预备党员'), member('群众'), member(null)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
