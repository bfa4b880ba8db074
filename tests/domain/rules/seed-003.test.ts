import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildSnapshot, crowd, findingsOf, run, runSnapshot, seat, seated, type PersonSpec, type SnapshotSpec, type UnitSpec } from '../../kit/snapshot.ts'

/* 云南 2011: its three offices and 5中心2所, empty of people. */

const PLATES = new Map([['社会治安综合治理办公室', ['群众工作局']]])
const office = (name: string): UnitSpec => ({ name, kind: 'office' })
const institution = (name: string, managingBody?: string): UnitSpec => ({ name, kind: 'institution', ...(managingBody === undefined ? {} : { managingBody }) })
const [PARTY, JOINT, ORDER] = ['党政办公室', '经济社会发展办公室', '社会治安综合治理办公室'] as const
const INSTITUTIONS = ['农业综合服务中心', '规划建设和环境保护中心', '文化事务中心', '社会保障服务中心', '农村经济管理服务中心', '人口和计划生育服务所', '财政所'].map((name) => institution(name))
const three = [office(PARTY), office(JOINT), office(ORDER)]
const four = [office(PARTY), office('经济发展办公室'), office('社会事务办公室'), office(ORDER)]

const check = (units: readonly UnitSpec[], people: readonly PersonSpec[] = [], plates: ReadonlyMap<string, readonly string[]> = PLATES, more: Partial<SnapshotSpec> = {}) => {
  const snapshot = buildSnapshot({ packId: 'seed-003', units, people, ...more })
  return runSnapshot({ ...snapshot, units: snapshot.units.map((unit) => ({ ...unit, nameplates: plates.get(unit.name) ?? [] })) })
}
const texts = (rule: string, ...given: Parameters<typeof check>) => findingsOf(check(...given), rule).map((finding) => finding.text)
const own = (result: ReturnType<typeof check>) => result.findings.filter((finding) => finding.rule.startsWith('R003-') && finding.severity !== 'info')

describe('the pack', () => {
  test('either of the two forms raises nothing', () => {
    expect(own(check([...three, ...INSTITUTIONS]))).toEqual([])
    expect(own(check([...four, ...INSTITUTIONS]))).toEqual([])
  })

  test('its rules run only under it', () => {
    expect(run({ packId: 'none', units: [office('甲办')] }).findings.filter((finding) => finding.rule.startsWith('R003'))).toEqual([])
  })
})

describe('R003-01 不超过4个办公室', () => {
  test('four silent, a fifth over', () => {
    expect(texts('R003-01', four)).toEqual([])
    expect(texts('R003-01', [...four, office('社区建设管理办公室')])).toEqual(['乡镇机关最多设 4 个办公室，现有 5 个，多 1 个：党政办公室、经济发展办公室、社会事务办公室、社会治安综合治理办公室、社区建设管理办公室。'])
  })

  test('only offices are counted, whatever else the township has', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }), (offices, others) => {
      const units = [...Array.from({ length: offices }, (_, turn) => office(`办${turn}`)), ...Array.from({ length: others }, (_, turn) => institution(`所${turn}`))]
      expect(findingsOf(check(units), 'R003-01').map((finding) => finding.facts['多设'])).toEqual(offices > 4 ? [offices - 4] : [])
    }))
  })
})

describe('R003-02 办公室名称', () => {
  test('the joint office and a divided one at once', () => {
    expect(texts('R003-02', [...three, office('经济发展办公室')])).toEqual(['经济社会发展办公室与经济发展办公室同时设着；分设以后原办公室不再保留。'])
  })

  test('divided in part: the other is missing', () => {
    expect(texts('R003-02', [office(PARTY), office('社会事务办公室'), office(ORDER)])).toEqual(['没有登记经济发展办公室。'])
  })

  test('none of them, and one under another name', () => {
    expect(texts('R003-02', [office('综合办公室')])).toEqual(['没有登记党政办公室。', '没有登记经济社会发展办公室。', '没有登记社会治安综合治理办公室。', '综合办公室不在统一设置的办公室之内。'])
  })

  test("without the plate; the township's name may stand before plate and office", () => {
    expect(texts('R003-02', three, [], new Map())).toEqual(['社会治安综合治理办公室没有登记加挂群众工作局牌子。'])
    const named = [office(PARTY), office(JOINT), office(`山溪乡${ORDER}`)]
    expect(texts('R003-02', named, [], new Map([[`山溪乡${ORDER}`, ['山溪乡群众工作局']]]))).toEqual([])
  })

  test('any mixture of the known names: never called unknown', () => {
    fc.assert(fc.property(fc.subarray([PARTY, JOINT, ORDER, '经济发展办公室', '社会事务办公室', '社区建设管理办公室']), (names) => {
      expect(texts('R003-02', names.map(office)).filter((text) => text.includes('不在统一设置'))).toEqual([])
    }))
  })
})

describe('R003-04 5中心2所', () => {
  test('an eighth, and one missing', () => {
    expect(texts('R003-04', [...INSTITUTIONS, institution('林业站')])).toEqual(['林业站不在统一设置的 7 个事业单位之内。'])
    expect(texts('R003-04', INSTITUTIONS.slice(1))).toEqual(['统一设置的农业综合服务中心没有登记为事业单位。'])
  })

  test('schools, hospitals and 国土 are not the township’s', () => {
    expect(texts('R003-04', [...INSTITUTIONS, institution('中心小学'), institution('卫生院'), institution('土管所', '县国土资源局')])).toEqual([])
  })

  test('as many flags as names differ', () => {
    fc.assert(fc.property(fc.subarray(INSTITUTIONS), fc.integer({ min: 0, max: 3 }), (kept, more) => {
      const extra = Array.from({ length: more }, (_, turn) => institution(`站${turn}`))
      expect(texts('R003-04', [...kept, ...extra])).toHaveLength(7 - kept.length + more)
    }))
  })
})

describe('R003-05 划归乡镇管理', () => {
  test.each([
    ['财政所', '县财政局', ['财政所登记为县财政局管理；除教育、卫生、国土外，乡镇事业单位应由乡镇党委政府管理。']],
    ['财政所', undefined, []],
    ['中心小学', '县教育局', []],
    ['计生所', '县卫生局', []],
    ['土管所', '县国土资源局', []],
  ])('%s under %s', (name, body, expected) => {
    expect(texts('R003-05', [institution(name, body)])).toEqual(expected)
  })

  test('an office is not asked', () => {
    expect(texts('R003-05', [{ name: PARTY, kind: 'office', managingBody: '县委办' }])).toEqual([])
  })
})

describe('R003-09 领导过半', () => {
  const leaders = (count: number): readonly PersonSpec[] => Array.from({ length: count }, (_, turn) => ({ name: `领导${turn}`, holdings: [seat(PARTY, 'administrative', { title: '副乡长', leadership: 'deputy' as const })] }))

  test('exactly half silent, one more flagged, nobody silent', () => {
    expect(texts('R003-09', three, [...leaders(3), ...crowd(3, '甲', PARTY)])).toEqual([])
    expect(texts('R003-09', three, [...leaders(4), ...crowd(3, '甲', PARTY)])).toEqual(['行政编制实有 7 名，其中领导成员 4 名，超过一半。'])
    expect(texts('R003-09', three)).toEqual([])
  })

  test('flagged exactly when leaders are more than the others', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (leading, others) => {
      expect(texts('R003-09', three, [...leaders(leading), ...crowd(others, '甲', PARTY)])).toHaveLength(leading > others ? 1 : 0)
    }))
  })
})

describe('R003-11 实名制', () => {
  test('two counted holdings of one person; one is silent', () => {
    const twice: PersonSpec = { name: '甲', holdings: [seat('财政所', 'institution'), { unit: PARTY, kind: 'concurrent', category: 'administrative', occupiesQuota: true }] }
    expect(texts('R003-11', [...three, ...INSTITUTIONS], [twice])).toEqual(['甲同时登记占用 2 个编制：财政所 干事、党政办公室 干事。'])
    expect(texts('R003-11', [...three, ...INSTITUTIONS], [seated('甲', '财政所', 'institution')])).toEqual([])
  })

  test('two people in one seat', () => {
    const snapshot = buildSnapshot({ packId: 'seed-003', units: INSTITUTIONS, people: crowd(2, '甲', '财政所', 'institution') })
    const shared = { ...snapshot, holdings: snapshot.holdings.map((holding) => ({ ...holding, postId: snapshot.posts[0]!.id })) }
    expect(findingsOf(runSnapshot(shared), 'R003-11').map((finding) => finding.text)).toEqual(['财政所 干事一个岗位有 2 人占编：甲1、甲2。'])
  })

  test('any number of people in seats of their own: silent', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20 }), (count) => {
      expect(texts('R003-11', INSTITUTIONS, crowd(count, '甲', '财政所', 'institution'))).toEqual([])
    }))
  })
})
