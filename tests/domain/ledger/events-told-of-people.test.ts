import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../../electron/domain/ledger/events/index.ts'
import { ev, FOLK } from './every-event.ts'
import { town } from './people-events/town.ts'
import { desk } from './quota-events/desk.ts'

/* What each event says in the ledger, which lines it moves, and what is registered: person, unit, other unit, 编制. */

const A = 'administrative'

type Case = readonly [
  before: readonly LedgerEvent[],
  event: LedgerEvent,
  said: string,
  lines: readonly string[],
  registered: readonly string[],
]

const CASES: readonly Case[] = [
  [
    [],
    ev('approval.grant', { unit: '党政办', category: A, count: 2, number: '用编1号', expiresOn: '2026-12-31' }),
    '用编核准：党政办 2 名，编号 用编1号，有效期至 2026-12-31',
    ['党政办 administrative'],
    ['— 党政办 — administrative'],
  ],
  [
    [ev('approval.grant', { unit: '党政办', category: A, count: 2, number: '用编1号' }, '2026-01-01')],
    ev('approval.cancel', { number: '用编1号' }),
    '撤回用编核准 用编1号',
    ['党政办 administrative'],
    ['— 党政办 — administrative'],
  ],
  [
    [],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11' }),
    '{person:走}入编党政办，从实施公务员法机关调入',
    ['党政办 administrative'],
    ['走 党政办 — administrative'],
  ],
  [
    [],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11', arrivesOn: null }),
    '{person:走}入编党政办，从实施公务员法机关调入，尚未到位',
    ['党政办 administrative'],
    ['走 党政办 — administrative'],
  ],
  [
    [],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11', arrivesOn: '2026-07-01' }),
    '{person:走}入编党政办，从实施公务员法机关调入，2026-07-01 到位',
    ['党政办 administrative'],
    ['走 党政办 — administrative'],
  ],
  [
    [
      ev(
        'entry',
        { person: '走', unit: '党政办', post: '科员', category: A, cause: '11', arrivesOn: null },
        '2026-05-01',
      ),
    ],
    ev('arrival', { person: '走', post: '科员' }),
    '{person:走}到位，党政办',
    ['党政办 administrative'],
    ['走 党政办 — administrative'],
  ],
  [
    [],
    ev('move', { person: '甲', unit: '经发办', post: '干事' }),
    '{person:甲}由党政办调整到经发办',
    ['党政办 administrative', '经发办 administrative'],
    ['甲 经发办 党政办 administrative'],
  ],
  [
    [],
    ev('move', { person: '甲', unit: '党政办', post: '文书' }),
    '{person:甲}在党政办轮岗',
    ['党政办 administrative'],
    ['甲 党政办 党政办 administrative'],
  ],
  [
    [],
    ev('appoint', { person: '甲', post: '副主任' }),
    '{person:甲}任党政办副主任',
    ['党政办 administrative'],
    ['甲 党政办 — administrative'],
  ],
  [
    [],
    ev('appoint', { person: '甲', unit: '经发办', post: '主任' }),
    '{person:甲}任经发办主任',
    ['党政办 administrative', '经发办 administrative'],
    ['甲 经发办 党政办 administrative'],
  ],
  [
    [],
    ev('dismiss', { person: '乙' }),
    '免去{person:乙}党政办主任职务，待安排',
    ['党政办 administrative'],
    ['乙 党政办 — administrative'],
  ],
  [
    [],
    ev('dismiss', { person: '乙', post: '主任', newPost: '科员' }),
    '免去{person:乙}党政办主任职务，任科员',
    ['党政办 administrative'],
    ['乙 党政办 — administrative'],
  ],
  [
    [ev('concurrent.begin', { person: '乙', unit: '经发办', post: '会计' }, '2020-01-01')],
    ev('dismiss', { person: '乙', post: '会计' }),
    '免去{person:乙}经发办会计职务',
    [],
    ['乙 经发办 — —'],
  ],
  [
    [],
    ev('rank.promote', { person: '甲', rank: '四级主任科员', occupiedRank: '一级科员' }),
    '{person:甲}晋升四级主任科员，占编职级一级科员',
    ['党政办 administrative'],
    ['甲 党政办 — administrative'],
  ],
  [
    [],
    ev('concurrent.begin', { person: '乙', unit: '经发办', post: '会计' }),
    '{person:乙}兼任经发办会计，不另计人数',
    [],
    ['乙 经发办 — —'],
  ],
  [
    [ev('concurrent.begin', { person: '乙', unit: '经发办', post: '会计' }, '2020-01-01')],
    ev('concurrent.end', { person: '乙', unit: '经发办', post: '会计' }),
    '免去{person:乙}兼任的经发办会计',
    [],
    ['乙 经发办 — —'],
  ],
  [
    [],
    ev('secondment.out', { person: '甲', to: '县局', until: '2026-12-31' }),
    '{person:甲}借出到县局，至 2026-12-31，编制留在本单位',
    [],
    ['甲 党政办 — administrative'],
  ],
  [
    [],
    ev('attachment.out', { person: '甲', to: '县局' }),
    '{person:甲}挂职到县局，编制留在本单位',
    [],
    ['甲 党政办 — administrative'],
  ],
  [
    [],
    ev('secondment.in', { person: '走', unit: '党政办', from: '县局', until: '2026-12-31' }),
    '{person:走}从县局借入到党政办，至 2026-12-31，不占编制',
    [],
    ['走 党政办 — —'],
  ],
  [
    [],
    ev('attachment.in', { person: '走', unit: '党政办', from: '县局', post: '副乡长' }),
    '{person:走}从县局挂职到党政办，不占编制',
    [],
    ['走 党政办 — —'],
  ],
  [
    [ev('secondment.out', { person: '甲', to: '县局', until: '2026-12-31' }, '2026-01-01')],
    ev('term.renew', { person: '甲', until: '2027-12-31' }),
    '{person:甲}借出期限续延至 2027-12-31',
    [],
    ['甲 — — —'],
  ],
  [
    [ev('secondment.out', { person: '甲', to: '县局' }, '2026-01-01')],
    ev('term.end', { person: '甲' }),
    '{person:甲}借出期满返回',
    [],
    ['甲 — — —'],
  ],
  [
    [ev('attachment.out', { person: '甲', to: '县局' }, '2026-01-01')],
    ev('term.end', { person: '甲' }),
    '{person:甲}挂职期满返回',
    [],
    ['甲 — — —'],
  ],
  [
    [ev('secondment.in', { person: '走', unit: '党政办', from: '县局' }, '2026-01-01')],
    ev('term.end', { person: '走' }),
    '{person:走}借入期满返回',
    [],
    ['走 党政办 — —'],
  ],
  [
    [],
    ev('absence.begin', { person: '甲', kind: 'sickLeave', until: '2026-12-31' }),
    '{person:甲}病休，至 2026-12-31，仍占编制',
    [],
    ['甲 党政办 — administrative'],
  ],
  [
    [ev('absence.begin', { person: '甲', kind: 'sickLeave' }, '2026-01-01')],
    ev('absence.end', { person: '甲' }),
    '{person:甲}返岗',
    [],
    ['甲 党政办 — administrative'],
  ],
  [
    [ev('absence.begin', { person: '甲', kind: 'sickLeave', until: '2026-12-31' }, '2026-01-01')],
    ev('term.renew', { person: '甲', until: '2027-12-31' }),
    '{person:甲}离岗期限续延至 2027-12-31',
    [],
    ['甲 — — —'],
  ],
  [
    [],
    ev('exit', { person: '甲', cause: '31' }),
    '{person:甲}出编，离（退）休，原在党政办',
    ['党政办 administrative'],
    ['甲 党政办 — administrative'],
  ],
  [
    [],
    ev('restore', { person: '走', unit: '经发办', post: '科员', category: A }),
    '{person:走}恢复入编经发办',
    ['经发办 administrative'],
    ['走 经发办 — administrative'],
  ],
  [
    [],
    ev('batch.transfer', { people: ['甲', '乙'], unit: '经发办' }),
    '党政办 2 人整建制转移到经发办',
    ['党政办 administrative', '经发办 administrative'],
    ['甲 经发办 党政办 administrative', '乙 经发办 党政办 administrative'],
  ],
  [
    [],
    ev('offQuota.begin', { person: '走', unit: '经发办', kind: 'selfHired', post: '协管' }, '2020-01-01'),
    '{person:走}到经发办，编外（自聘），不占编制',
    [],
    ['走 经发办 — —'],
  ],
  [
    [ev('offQuota.begin', { person: '走', unit: '经发办', kind: 'selfHired', post: '协管' }, '2020-01-01')],
    ev('offQuota.end', { person: '走' }),
    '{person:走}编外退出（自聘）',
    [],
    ['走 经发办 — —'],
  ],
  [[], ev('runOff.plan', { kind: 'selfHired', year: 2027, amount: 2 }), '2027 年自聘计划消化 2 人', [], ['— — — —']],
]

test.each(CASES)('%#: %j, then %j', (before, event, said, lines, registered) => {
  const book = desk(town(...FOLK))
  for (const earlier of before) book.add(earlier)
  const { summary, touches, writes } = book.add(event)
  expect(summary).toBe(said)
  expect(touches.map((line) => `${line.unitId} ${line.category}`)).toEqual(lines)
  const rows = writes.flatMap((write) => (write.op === 'insert' && write.table === 'ledger_event' ? [write.row] : []))
  expect(
    rows.map((row) =>
      [row.person_id, row.unit_id, row.other_unit_id, row.category].map((part) => part ?? '—').join(' '),
    ),
  ).toEqual(registered)
  for (const row of rows) expect([row.type, row.effective_on]).toEqual([event.type, event.on])
})
