import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../../electron/domain/ledger/events/index.ts'
import { ev, FOLK } from './every-event.ts'
import { town } from './people-events/town.ts'
import { desk } from './quota-events/desk.ts'

/* Why an event about people in post cannot be, word by word: what, where, what to do. */

type Case = readonly [
  before: readonly LedgerEvent[],
  event: LedgerEvent,
  code: string,
  details: Readonly<Record<string, string | number>> | string,
]

const CASES: readonly Case[] = [
  [
    [],
    ev('move', { person: '甲', unit: '经发办', post: '干事' }, '1999-01-01'),
    'not_in_post',
    { name: '甲', day: '1999-01-01' },
  ],
  [
    [],
    ev('move', { person: '甲', unit: '没有', post: '干事' }),
    'event_impossible',
    '该机构在 2026-06-01 还没有设立，或已经撤销',
  ],
  [[], ev('move', { person: '甲', unit: '党政办', post: 'p-甲' }), 'event_impossible', '甲这天已经在这个岗位'],
  [
    [],
    ev('move', { person: '甲', unit: '党政办', post: 'p-乙' }),
    'event_impossible',
    '岗位“主任”2026-06-01 这天还有人',
  ],
  [
    [],
    ev('move', { person: '甲', unit: '经发办', post: 'p-乙' }),
    'event_impossible',
    '所选岗位 2026-06-01 不在经发办',
  ],
  [
    [],
    ev('move', { person: '甲', unit: '经发办', post: '干事', overUntil: '2026-06-01' }),
    'event_impossible',
    '期满日 2026-06-01 不晚于生效日 2026-06-01',
  ],
  [
    [ev('post.freeze', { unit: '经发办', post: 'p-走' }, '2024-01-01')],
    ev('move', { person: '甲', unit: '经发办', post: 'p-走' }),
    'event_impossible',
    '岗位“科员”已冻结，不能安排人员',
  ],
  [
    [ev('post.freeze', { unit: '经发办', post: 'p-走' }, '2024-01-01')],
    ev('move', { person: '甲', unit: '经发办', post: '科员' }),
    'event_impossible',
    '经发办的“科员”已冻结，不能安排人员',
  ],
  [
    [ev('post.abolish', { unit: '经发办', post: 'p-走' }, '2026-09-01')],
    ev('move', { person: '甲', unit: '经发办', post: 'p-走' }),
    'event_impossible',
    '岗位“科员”之后要冻结或撤销',
  ],
  [
    [ev('move', { person: '乙', unit: '经发办', post: 'p-走' }, '2026-09-01')],
    ev('move', { person: '甲', unit: '经发办', post: 'p-走' }),
    'event_impossible',
    '岗位“科员”从 2026-09-01 起已安排他人',
  ],
  [
    [ev('unit.abolish', { unit: '经发办' }, '2026-09-01')],
    ev('move', { person: '甲', unit: '经发办', post: '干事' }),
    'event_impossible',
    '经发办已定于 2026-09-01 撤销',
  ],
  [[], ev('appoint', { person: '乙', post: 'p-乙' }), 'event_impossible', '乙这天已任此职'],
  [[], ev('dismiss', { person: '乙', post: '没有' }), 'event_impossible', '乙 2026-06-01 没有担任“没有”'],
  [[], ev('dismiss', { person: '乙', newPost: '主任' }), 'event_impossible', '免职后的岗位与原岗位相同'],
  [
    [ev('dismiss', { person: '乙' }, '2026-05-01')],
    ev('dismiss', { person: '乙' }),
    'event_impossible',
    '乙这天没有任职，正待安排',
  ],
  [[], ev('rank.promote', { person: '甲', rank: '一级科员' }), 'event_impossible', '甲这天已是一级科员'],
  [
    [ev('concurrent.begin', { person: '乙', unit: '经发办', post: '会计' }, '2020-01-01')],
    ev('concurrent.begin', { person: '乙', unit: '经发办', post: '会计' }),
    'event_impossible',
    '乙这天已任此职',
  ],
  [
    [],
    ev('concurrent.end', { person: '乙', unit: '经发办', post: '会计' }),
    'event_impossible',
    '乙 2026-06-01 没有兼任经发办的这个职务',
  ],
  [
    [ev('secondment.out', { person: '甲', to: '县局' }, '2026-01-01')],
    ev('attachment.out', { person: '甲', to: '市局' }),
    'event_impossible',
    '甲从 2026-01-01 起已在县局借用或挂职，请先登记返回',
  ],
  [
    [],
    ev('secondment.out', { person: '甲', to: '县局', until: '2026-06-01' }),
    'event_impossible',
    '期满日 2026-06-01 不晚于生效日 2026-06-01',
  ],
  [
    [],
    ev('secondment.in', { person: '甲', unit: '党政办', from: '县局' }),
    'event_impossible',
    '甲 2026-06-01 这天已在本乡镇任职，不能再借入',
  ],
  [
    [],
    ev('attachment.in', { person: '甲', unit: '党政办', from: '县局' }),
    'event_impossible',
    '甲 2026-06-01 这天已在本乡镇任职，不能再挂职',
  ],
  [
    [],
    ev('attachment.in', { person: '走', unit: '没有', from: '县局' }),
    'event_impossible',
    '该机构在 2026-06-01 还没有设立，或已经撤销',
  ],
  [
    [],
    ev('attachment.in', { person: '走', unit: '党政办', from: '县局', until: '2026-05-31' }),
    'event_impossible',
    '期满日 2026-05-31 不晚于生效日 2026-06-01',
  ],
  [
    [],
    ev('term.renew', { person: '甲', until: '2027-12-31' }),
    'event_impossible',
    '甲 2026-06-01 这天没有在期的借用、挂职或离岗',
  ],
  [
    [ev('secondment.out', { person: '甲', to: '县局', until: '2026-12-31' }, '2026-01-01')],
    ev('term.renew', { person: '甲', until: '2026-12-31' }),
    'event_impossible',
    '现登记的期满日是 2026-12-31，续延应晚于它',
  ],
  [
    [ev('secondment.out', { person: '甲', to: '县局' }, '2026-01-01'), ev('term.end', { person: '甲' }, '2026-09-01')],
    ev('term.renew', { person: '甲', until: '2026-12-31' }),
    'event_impossible',
    '已登记从 2026-09-01 起结束，不能续延到 2026-12-31',
  ],
  [[], ev('term.end', { person: '甲' }), 'event_impossible', '甲 2026-06-01 这天没有在期的借用或挂职'],
  [
    [ev('absence.begin', { person: '甲', kind: 'sickLeave' }, '2026-01-01')],
    ev('absence.begin', { person: '甲', kind: 'sickLeave' }),
    'event_impossible',
    '甲从 2026-01-01 起已登记病休，请先登记返岗',
  ],
  [[], ev('absence.end', { person: '甲' }), 'event_impossible', '甲 2026-06-01 这天没有离岗登记'],
]

test.each(CASES)('%#: %j, then %j', (before, event, code, details) => {
  const book = desk(town(...FOLK))
  for (const earlier of before) book.add(earlier)
  expect(book.refused(event)).toEqual({ code, details: typeof details === 'string' ? { why: details } : details })
})
