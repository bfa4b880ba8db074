import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backUpCounty, verifyCounty } from '../../../electron/app/county/guard-county.ts'
import { readCountyFigures } from '../../../electron/app/county/read-county.ts'
import { closeCountyFile, openCountyFile } from '../../../electron/store/county/county-book.ts'
import { countyContext, packageOf, withCounty, type CountyRoom } from '../../kit/county.ts'

const OFFICE = '党政综合办公室'
const ONE = [{ name: '甲东', unit: OFFICE, birth: '1980-01-01', idNumber: null }]

async function received(room: CountyRoom) {
  const east = await room.township('东乡', ONE)
  await room.receive({ a: (await packageOf(east)).bytes })
  await room.receive({ b: (await packageOf(east, { asOf: '2026-12-01' })).bytes })
}
const problems = async (room: CountyRoom) => (await verifyCounty({}, room.context())).problems.map((one) => one.text)

it('a 主管本 as it was received is sound, with every package of every township looked into', () =>
  withCounty(async (room) => {
    await received(room)
    expect(await verifyCounty({}, room.context())).toMatchObject({ ok: true, submissions: 2, problems: [] })
  }))

it.each([
  ['a person taken out of the rows', `DELETE FROM person`, '人员和它报来的数据包不一致。'],
  [
    'a number of a line',
    `UPDATE line SET quota = quota + 1, vacancy = vacancy + 1 WHERE quota > actual + reserved`,
    '编制数和它报来的数据包不一致。',
  ],
  ['a number of the sums', `UPDATE standing SET in_quota = in_quota + 1`, '名单人数和它报来的数据包不一致。'],
  [
    'a finding another',
    `UPDATE finding SET severity = 'info' WHERE severity <> 'info'`,
    '问题和它报来的数据包不一致。',
  ],
  [
    'an entry another',
    `DROP TRIGGER county_journal_no_update; UPDATE county_journal SET summary = '改' WHERE seq = 2`,
    '收件记录第 2 条被改动过。',
  ],
  [
    'a package broken',
    `DROP TRIGGER submission_no_update; UPDATE submission SET content = x'00'`,
    '收下的数据包读不出来了。',
  ],
  [
    'a package in the place of another',
    `DROP TRIGGER submission_no_update; UPDATE submission SET content_sha256 = '${'0'.repeat(64)}' WHERE id = 1`,
    '收下的数据包和收下时的校验码不符。',
  ],
])('%s is found', (_, sql, text) =>
  withCounty(async (room) => {
    await received(room)
    room.county.raw.exec(sql)
    expect(await problems(room)).toContain(text)
  }),
)

it('a backup opens as the same 主管本, and a folder that is not there leaves nothing', () =>
  withCounty(async (room) => {
    await received(room)
    const made = await backUpCounty({ directory: room.folder }, room.context())
    const copy = await openCountyFile(made.path)
    try {
      const context = countyContext(copy)
      expect(await verifyCounty({}, context)).toMatchObject({ ok: true, head: made.head, entries: made.entries })
      expect(await readCountyFigures({}, context)).toEqual(await readCountyFigures({}, room.context()))
    } finally {
      closeCountyFile(copy)
    }
    expect(() => backUpCounty({ directory: join(room.folder, '没有') }, room.context())).toThrow(
      expect.objectContaining({ code: 'directory_not_found' }),
    )
    expect(readdirSync(room.folder).filter((name) => name.includes('.part'))).toEqual([])
  }))
