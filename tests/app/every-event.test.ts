import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { EVENT_TITLES } from '../../electron/vocabulary/events.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { makeContext } from '../kit/context.ts'
import { OFFICE, withOffice, type EventInput } from '../kit/office-full.ts'
import { inventedId } from '../kit/people.ts'

const AFFAIRS = '社会事务办公室'
const BUILDING = '村镇规划建设管理所'
const document = {
  number: '山编发〔2026〕30号',
  title: '关于调整机构编制的批复',
  issuer: '县委编委',
  issuedOn: '2026-11-01',
}
const someone = (name: string, birth: string) => ({
  name,
  idNumber: inventedId(birth),
  sex: '男' as const,
  birth: birth.slice(0, 7),
})
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}`

/** One of every kind, in an order that makes sense. */
const YEAR: readonly EventInput[] = [
  { type: 'quota.increase', on: on(1), document, unit: OFFICE, category: 'administrative', by: 2 },
  { type: 'quota.decrease', on: on(1), document, unit: OFFICE, category: 'administrative', by: 1 },
  { type: 'quota.transfer', on: on(2), document, unit: OFFICE, to: AFFAIRS, category: 'administrative', by: 1 },
  {
    type: 'unit.establish',
    on: on(2),
    document,
    name: '便民服务中心',
    kind: 'institution',
    nameplates: ['退役军人服务站'],
    quotas: [{ category: 'institution', amount: 2 }],
  },
  { type: 'unit.rename', on: on(3), document, unit: '便民服务中心', name: '综合便民服务中心' },
  { type: 'nameplate.hang', on: on(3), document, unit: '综合便民服务中心', name: '行政审批局' },
  { type: 'nameplate.remove', on: on(4), document, unit: '综合便民服务中心', name: '行政审批局' },
  { type: 'unit.reassign', on: on(4), document, unit: BUILDING, managingBody: '县住建局' },
  { type: 'leadershipQuota.set', on: on(4), document, unit: '乡领导班子', amount: 8, chief: 3, deputy: 5 },
  { type: 'rankQuota.set', on: on(4), document, unit: OFFICE, pool: '一级和二级主任科员', amount: 2 },
  {
    type: 'tolerance.set',
    on: on(4),
    document,
    unit: BUILDING,
    category: 'institution',
    percent: 10,
    until: '2027-12-31',
  },
  { type: 'offQuotaControl.set', on: on(4), document, kind: 'purchasedService', amount: 3 },
  { type: 'post.plan', on: on(5), unit: AFFAIRS, post: '民政助理' },
  { type: 'post.freeze', on: on(5), unit: AFFAIRS, post: '民政助理' },
  { type: 'post.unfreeze', on: on(6), unit: AFFAIRS, post: '民政助理' },
  {
    type: 'approval.grant',
    on: on(6),
    document,
    unit: AFFAIRS,
    category: 'administrative',
    count: 2,
    number: '用编〔2026〕1号',
    expiresOn: '2027-06-30',
  },
  {
    type: 'entry',
    on: on(7),
    document,
    person: someone('新一', '1999-01-01'),
    unit: AFFAIRS,
    post: '民政助理',
    category: 'administrative',
    cause: '21',
    approval: '用编〔2026〕1号',
    arrivesOn: null,
  },
  { type: 'arrival', on: on(8), person: '新一', post: '民政助理' },
  { type: 'approval.cancel', on: on(9), number: '用编〔2026〕1号' },
  { type: 'move', on: on(9), document, person: '甘一', unit: AFFAIRS, post: '科员' },
  { type: 'appoint', on: on(10), document, person: '甘二', post: '副主任' },
  { type: 'dismiss', on: on(11), document, person: '甘二', newPost: '四级主任科员' },
  { type: 'rank.promote', on: on(11), document, person: '甘二', rank: '三级主任科员' },
  { type: 'concurrent.begin', on: on(11), document, person: '甘三', unit: AFFAIRS, post: '内勤' },
  { type: 'concurrent.end', on: on(12), document, person: '甘三', unit: AFFAIRS, post: '内勤' },
  { type: 'secondment.out', on: on(12), document, person: '甘三', to: '县农业农村局', until: '2027-05-11' },
  { type: 'term.renew', on: on(13), document, person: '甘三', until: '2027-11-10' },
  { type: 'term.end', on: on(14), person: '甘三' },
  {
    type: 'secondment.in',
    on: on(14),
    document,
    person: someone('借一', '1991-02-02'),
    unit: OFFICE,
    post: '干事',
    from: '县司法局',
    until: '2027-05-13',
  },
  {
    type: 'attachment.in',
    on: on(14),
    document,
    person: someone('挂一', '1992-03-03'),
    unit: OFFICE,
    post: '主任助理',
    from: '县财政局',
    until: '2027-11-13',
  },
  { type: 'attachment.out', on: on(14), document, person: '甘四', to: '县发改委', until: '2027-11-13' },
  { type: 'absence.begin', on: on(15), person: '甘二', kind: 'sickLeave', until: '2027-01-15' },
  { type: 'absence.end', on: on(16), person: '甘二' },
  { type: 'retirement.arrange', on: on(16), document, person: '甘二', kind: 'illness', month: '2036-01' },
  { type: 'exit', on: on(16), document, person: '甘一', cause: '32', proofs: ['辞职申请', '单位研究意见'] },
  { type: 'restore', on: on(17), document, person: '甘一', unit: AFFAIRS, post: '科员', category: 'administrative' },
  {
    type: 'offQuota.begin',
    on: on(17),
    document,
    person: someone('外一', '1980-04-04'),
    unit: OFFICE,
    post: '驾驶员',
    kind: 'purchasedService',
  },
  { type: 'offQuota.end', on: on(18), person: '外一' },
  { type: 'runOff.plan', on: on(18), document, kind: 'selfHired', year: 2027, amount: 1 },
  { type: 'batch.transfer', on: on(18), document, people: ['建一'], unit: '综合便民服务中心', category: 'institution' },
  { type: 'post.abolish', on: on(19), unit: AFFAIRS, post: '内勤' },
  { type: 'unit.merge', on: on(19), document, units: ['文化服务中心'], into: '综合便民服务中心' },
  { type: 'unit.abolish', on: on(20), document, unit: BUILDING },
]

it('every event of the contract goes from its form into the book, which stays what its journal says', () =>
  withOffice(
    4,
    async (book) => {
      expect(YEAR.map(({ type }) => type).toSorted()).toEqual(Object.keys(EVENT_TITLES).toSorted())
      for (const given of YEAR) {
        const input = OPERATIONS['event.add'].input.parse({ event: given })
        const added = await addEvent(input, makeContext(book, { operation: 'event.add' })).catch((error: unknown) =>
          Promise.reject(new Error(`${given.type}: ${JSON.stringify(error)}`)),
        )
        expect(`${given.type}：${added.text}`).not.toMatch(/\{person|undefined|null|已清除/)
      }
      expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
      const { lines } = await readFigures({}, makeContext(book))
      const line = (unit: string, category: string) =>
        lines.find((one) => one.unit === unit && one.categoryCode === category)
      expect(line(OFFICE, 'administrative')).toMatchObject({ quota: 5, actual: 3, reserved: 0 })
      expect(line(AFFAIRS, 'administrative')).toMatchObject({ quota: 4, actual: 2, reserved: 0 })
      expect(line('综合便民服务中心', 'institution')).toMatchObject({ actual: 1 })
      expect(lines.some((one) => one.unit === BUILDING || one.unit === '文化服务中心')).toBe(false)
    },
    [{ name: '建一', unit: BUILDING, category: 'institution', birth: '1979-05-05' }],
  ))
