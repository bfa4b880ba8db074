import { indexSnapshot } from '../../../electron/domain/model/snapshot-index.ts'
import type { NoticeFacts } from '../../../electron/domain/notice/notice-content.ts'
import type { NoticeLayout } from '../../../electron/domain/notice/notice-layout.ts'
import { buildNotice } from '../../../electron/domain/notice/notice-model.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { splitRoster } from '../../../electron/domain/roster/split-roster.ts'
import { NOTICE_OPTIONS } from '../../kit/notice-facts.ts'
import { buildSnapshot, recordOf, seat, seated } from '../../kit/snapshot.ts'

/*
 * A township small enough to read: 班子 with its 领导职数, an office with a plate, two categories and one person over its number, a station with
 * nobody, one whose people are lent out and hold a second post. Two of one name sit in one office.
 */

const PROFILE = { duties: null, level: null, dispatched: false, funding: null, outsideLimit: false }

/** The facts of the small township. */
export function smallTownship(): NoticeFacts {
  const snapshot = buildSnapshot({
    units: [
      { name: '山溪乡', kind: 'township' },
      {
        name: '班子',
        kind: 'leadership',
        quotas: { administrative: 2 },
        leadership: { amount: 2, chief: 1, deputy: 1 },
      },
      { name: '党政办', quotas: { administrative: 2, worker: 1 }, nameplates: ['信访室', '值班室'] },
      { name: '农业站', kind: 'institution', quotas: { institution: 2 } },
      { name: '文化站', kind: 'institution', quotas: { institution: 1 } },
    ],
    people: [
      seated('赵某', '班子', 'administrative', { title: '乡长', leadership: 'chief', enteredOn: '2001-03' }),
      { ...seated('钱某', '党政办', 'administrative', { enteredOn: '2003-05' }), quotaCardNumber: '山编-1' },
      { ...seated('钱二', '党政办', 'administrative', { enteredOn: '2004-05', title: '主任' }), sex: '女' },
      seated('末某', '党政办', 'administrative', { enteredOn: '2020-01' }),
      seated('工某', '党政办', 'worker', { title: '驾驶员' }),
      {
        name: '农某',
        professionalTitle: '农艺师',
        holdings: [
          seat('农业站', 'institution', { title: '站长' }),
          { unit: '党政办', kind: 'concurrent', title: '会计' },
          { kind: 'secondedOut', counterpart: '县局' },
        ],
      },
    ],
    records: {
      unitProfile: [recordOf('unitProfile', { ...PROFILE, duties: '农技推广' }, { unitId: '农业站' })],
    },
  })
  const people = snapshot.people.map((person) => (person.id === '钱二' ? { ...person, name: '钱某' } : person))
  const facts = { ...snapshot, people }
  const figures = computeFigures(facts)
  return { snapshot: facts, figures, roster: splitRoster(facts, figures, []), index: indexSnapshot(facts) }
}

/** The sheet row by row: height, ↓ where it stays with the next, then each cell by first column, width in columns × rows, style and text. */
export function drawn(layout: NoticeLayout): readonly string[] {
  const { sheet } = buildNotice({ ...smallTownship(), options: { ...NOTICE_OPTIONS, layout } })
  return sheet.rows.map((row) =>
    [
      `${row.height}${row.keepWithNext === true ? '↓' : ''}`,
      ...row.cells.map(
        ({ column, columnSpan, rowSpan, style, text, continued }) =>
          `${column}:${columnSpan}×${rowSpan} ${style} ${text.replaceAll('\n', '⏎')}` +
          (continued === undefined ? '' : ` ⤵${continued}`),
      ),
    ].join(' | '),
  )
}
