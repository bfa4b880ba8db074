import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personClass } from '../../../electron/domain/model/person-class.ts'
import { QUOTA_CATEGORIES, type QuotaCategory } from '../../../electron/domain/model/quota-category.ts'
import type { Workplace } from '../../../electron/domain/model/records.ts'
import type { UnitKind } from '../../../electron/domain/model/unit.ts'
import { readPostGrade } from '../../../electron/domain/rules/post-grade.ts'
import {
  findingsOf,
  namesOn,
  recordOf,
  run,
  runSnapshot,
  seat,
  seated,
  type HoldingSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)
const grade = (more: { personClass?: string; postGrade?: string }, personId: string | null = '甲') =>
  recordOf(
    'personGrade',
    { personClass: null, positionLevel: null, postGrade: null, rankSince: null, ...more },
    { personId },
  )
const workplace = (more: Partial<Workplace>, facts: { personId?: string | null; validFrom?: string } = {}) =>
  recordOf(
    'workplace',
    { place: '县农业农村局', inTownship: true, worksInUnitId: null, servesPublic: false, ...more },
    { personId: '甲', ...facts },
  )

describe('B2 人员类别与编制类型', () => {
  const spec = (code: string, category: QuotaCategory): SnapshotSpec => ({
    units: [{ name: '党政办', quotas: { [category]: 1 } }],
    people: [seated('甲', '党政办', category)],
    records: { personGrade: [grade({ personClass: code })] },
  })

  /** The reference's own map, class by class. */
  const ALLOWED: Readonly<Record<string, readonly QuotaCategory[]>> = {
    '1': ['administrative', 'politicalLegal', 'discipline'],
    '2': ['administrative', 'politicalLegal', 'discipline'],
    '3': ['administrative', 'politicalLegal', 'discipline'],
    '5': ['administrative', 'politicalLegal', 'discipline'],
    B1: ['administrative', 'politicalLegal', 'discipline'],
    B2: ['administrative', 'politicalLegal', 'discipline'],
    B3: ['administrative', 'politicalLegal', 'discipline'],
    B4: ['administrative', 'politicalLegal', 'discipline'],
    '6': ['institutionCivilService'],
    '61': ['institutionCivilService'],
    '62': ['institutionCivilService'],
    '63': ['institutionCivilService'],
    '7': ['institution', 'institutionFull', 'institutionPartial', 'institutionSelf', 'other'],
    '8': ['institution', 'institutionFull', 'institutionPartial', 'institutionSelf', 'other'],
    A1: ['institution', 'institutionFull', 'institutionPartial', 'institutionSelf', 'other'],
    B5: ['institution', 'institutionFull', 'institutionPartial', 'institutionSelf', 'other'],
    A0: ['worker', 'other'],
    A2: [],
    A4: [],
    A5: [],
    A6: [],
  }

  test.each(Object.entries(ALLOWED))('%s may use %s and nothing else', (code, allowed) => {
    expect(personClass(code)?.name.length).toBeGreaterThan(1)
    for (const category of QUOTA_CATEGORIES)
      expect(texts(spec(code, category), 'B2')).toHaveLength(allowed.includes(category) ? 0 : 1)
  })

  test('a mismatch is flagged 待更正 and stays on the list', () => {
    const result = run(spec('7', 'administrative'))
    expect(findingsOf(result, 'B2')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'data',
        unitId: '党政办',
        personId: '甲',
        facts: { 人员类别: '事业单位管理人员', 编制类型: '行政编制' },
        text: '甲（党政办 干事）人员类别为事业单位管理人员，却占用行政编制；应占用事业编制或事业编制（全额拨款）或事业编制（差额补贴）或事业编制（自收自支）或其他编制。',
        remedy: '核对人员类别和编制类型，改正登错的一项；确属错编的，按程序调整。',
      }),
    ])
    expect(namesOn(result, 'in-quota')).toEqual(['甲'])
  })

  test('临时 and 企业 people use none: off the sheet', () => {
    const result = run(spec('A2', 'administrative'))
    expect(findingsOf(result, 'B2')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'eligibility',
        unitId: '党政办',
        personId: '甲',
        facts: { 人员类别: '临时人员', 编制类型: '行政编制' },
        text: '甲（党政办 干事）人员类别为临时人员，却占用行政编制；这类人员不占编制。',
        remedy: '类别登错的，改正人员类别；确属这类人员的，取消占编，列入编外台账。',
      }),
    ])
    expect(namesOn(result, 'non-compliant')).toEqual(['甲'])
  })

  test('no class, an unknown one, somebody not counted or nobody at all: not judged', () => {
    const one = spec('7', 'administrative')
    expect(texts({ ...one, records: { personGrade: [grade({})] } }, 'B2')).toEqual([])
    expect(texts(spec('C9', 'administrative'), 'B2')).toEqual([])
    expect(
      texts(
        { ...one, people: [{ name: '甲', holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'agency' }] }] },
        'B2',
      ),
    ).toEqual([])
    expect(texts({ ...one, people: [seated('甲', '已撤销的站')] }, 'B2')).toEqual([])
    expect(
      texts(
        {
          ...one,
          records: { personGrade: [grade({ personClass: '7' }, null), grade({ personClass: '7' }, '不在册')] },
        },
        'B2',
      ),
    ).toEqual([])
  })

  test('of any class: those of 行政 and 事业 never share a category', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1', '5', 'B3'),
        fc.constantFrom('7', '8', 'B5'),
        fc.constantFrom(...QUOTA_CATEGORIES),
        (organ, institution, category) => {
          expect(
            texts(spec(organ, category), 'B2').length + texts(spec(institution, category), 'B2').length,
          ).toBeGreaterThan(0)
        },
      ),
    )
  })
})

const UNITS: SnapshotSpec['units'] = [
  { name: '党政办' },
  { name: '经发办' },
  { name: '班子', kind: 'leadership' },
  { name: '山溪乡', kind: 'township' },
  { name: '维稳信息员', kind: 'special' },
]
const works = (more: Partial<Workplace>, unit = '党政办', others: readonly HoldingSpec[] = []): SnapshotSpec => ({
  units: UNITS,
  people: [{ name: '甲', holdings: [seat(unit), ...others] }],
  records: { workplace: [workplace(more)] },
})

describe('B3 混岗', () => {
  test('the seat here, the work there', () => {
    expect(findingsOf(run(works({ worksInUnitId: '经发办' })), 'B3')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        facts: { 编制所在机构: '党政办', 实际工作机构: '经发办' },
        text: '甲编制在党政办 干事，实际在经发办工作，属混岗。',
        remedy: '回到编制所在机构工作，或办理内部调整；确属兼任的，登记兼任。',
      }),
    ])
  })

  test.each([
    ['in their own unit', works({ worksInUnitId: '党政办' })],
    ['in a place that is no unit', works({ worksInUnitId: null })],
    ['in a unit this book does not have', works({ worksInUnitId: '林业站' })],
    ['at a common counter', works({ worksInUnitId: '经发办', servesPublic: true })],
    ['outside the township: B4', works({ worksInUnitId: '经发办', inTownship: false })],
    ['with a post there too', works({ worksInUnitId: '经发办' }, '党政办', [{ unit: '经发办', kind: 'concurrent' }])],
    ['of the team', works({ worksInUnitId: '经发办' }, '班子')],
    ['of the township itself', works({ worksInUnitId: '经发办' }, '山溪乡')],
    ['on a special seat: B5', works({ worksInUnitId: '经发办' }, '维稳信息员')],
    ['whose seat is gone', works({ worksInUnitId: '经发办' }, '林业站')],
    ['nobody', { ...works({}), records: { workplace: [workplace({ worksInUnitId: '经发办' }, { personId: null })] } }],
  ])('silent for somebody %s', (_who, spec) => {
    expect(texts(spec, 'B3')).toEqual([])
  })

  test('借出 is no post there', () => {
    expect(
      texts(works({ worksInUnitId: '经发办' }, '党政办', [{ kind: 'secondedOut', counterpart: '县局' }]), 'B3'),
    ).toHaveLength(1)
  })

  test('of any two offices: flagged exactly where they differ', () => {
    fc.assert(
      fc.property(fc.constantFrom('党政办', '经发办'), fc.constantFrom('党政办', '经发办'), (own, there) => {
        expect(texts(works({ worksInUnitId: there }, own), 'B3')).toHaveLength(own === there ? 0 : 1)
      }),
    )
  })
})

describe('B4 专编专用', () => {
  const outside = (
    validFrom: string,
    more: Partial<Workplace> = {},
    others: readonly HoldingSpec[] = [],
  ): SnapshotSpec => ({
    units: UNITS,
    people: [{ name: '甲', holdings: [seat('党政办'), ...others] }],
    records: { workplace: [workplace({ inTownship: false, ...more }, { validFrom })] },
  })

  test('thirty days outside are silent, the thirty-first is one too many', () => {
    expect(texts(outside('2026-10-24'), 'B4')).toEqual([])
    expect(findingsOf(run(outside('2026-10-23')), 'B4')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        facts: { 实际工作地点: '县农业农村局', 起: '2026-10-23', 上限: 30 },
        text: '甲占党政办 干事的编制，2026年10月23日起实际在县农业农村局工作，超过 30 天，没有登记借出；乡镇编制专编专用。',
        remedy: '催促返回；经批准借出的，登记借出、批文和期限；已调走的，办理出编。',
      }),
    ])
  })

  test('registered 借出 is H1 and H5; other posts do not excuse; inside the township or nobody is not meant', () => {
    expect(texts(outside('2020-01-01', {}, [{ kind: 'secondedOut', counterpart: '县农业农村局' }]), 'B4')).toEqual([])
    expect(texts(outside('2020-01-01', {}, [{ unit: '经发办', kind: 'concurrent' }]), 'B4')).toHaveLength(1)
    expect(texts(outside('2020-01-01', { inTownship: true }), 'B4')).toEqual([])
    expect(
      texts(
        {
          ...outside('2020-01-01'),
          people: [{ name: '甲', holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'agency' }] }],
        },
        'B4',
      ),
    ).toEqual([])
  })

  test('of any day: in order up to the thirtieth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (days) => {
        const began = new Date(Date.UTC(2026, 10, 22) - (days - 1) * 86_400_000).toISOString().slice(0, 10)
        expect(texts(outside(began), 'B4')).toHaveLength(days > 30 ? 1 : 0)
      }),
    )
  })
})

describe('B5 专项编制', () => {
  const spec = (name: string, category: QuotaCategory, kind: UnitKind = 'office'): SnapshotSpec => ({
    units: [{ name, kind, quotas: { [category]: 1 } }],
    people: [seated('甲', name, category)],
  })

  test('政法专项 in an ordinary office, though a number was given to it', () => {
    expect(findingsOf(run(spec('综治办', 'politicalLegal')), 'B5')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: '综治办',
        personId: null,
        facts: { 编制类型: '政法专项编制', 实有: 1 },
        text: '综治办使用政法专项编制 1 名：甲；政法专项编制只用于派出所、司法所、法庭。',
        remedy: '核对编制类型是否填错；确属挪用的，调回规定的机构，或改用综治办自己的编制。',
      }),
    ])
  })

  test.each([
    ['山溪派出所', 'politicalLegal'],
    ['司法所', 'politicalLegal'],
    ['纪委', 'discipline'],
    ['监察办公室', 'discipline'],
    ['综治办', 'administrative'],
    ['综治办', 'worker'],
  ] as const)('%s with %s is in order', (name, category) => {
    expect(texts(spec(name, category), 'B5')).toEqual([])
  })

  test.each([
    ['纪委', 'politicalLegal'],
    ['司法所', 'discipline'],
  ] as const)('%s with %s is not', (name, category) => {
    expect(texts(spec(name, category), 'B5')).toHaveLength(1)
  })

  test('the name on a 牌子 counts; an empty seat is no use', () => {
    const built = spec('综治办', 'politicalLegal')
    expect(texts({ ...built, people: [] }, 'B5')).toEqual([])
    const result = run(built)
    const snapshot = {
      ...result.snapshot,
      units: result.snapshot.units.map((unit) => ({ ...unit, nameplates: ['山溪乡司法所'] })),
    }
    expect(findingsOf(runSnapshot(snapshot), 'B5')).toEqual([])
  })

  test('维稳信息员 who works somewhere else', () => {
    expect(findingsOf(run(works({ worksInUnitId: '经发办' }, '维稳信息员')), 'B5')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: '维稳信息员',
        personId: '甲',
        facts: { 专项: '维稳信息员', 实际工作机构: '经发办' },
        text: '甲占维稳信息员 干事的专项编制，实际在经发办工作，超出专项编制的使用范围。',
        remedy: '回到专项岗位，或改用实际工作机构的编制。',
      }),
    ])
    expect(texts(works({ worksInUnitId: '维稳信息员' }, '维稳信息员'), 'B5')).toEqual([])
    expect(texts(works({ worksInUnitId: null }, '维稳信息员'), 'B5')).toEqual([])
    expect(texts(works({ worksInUnitId: '经发办', inTownship: false }, '维稳信息员'), 'B5')).toEqual([])
    expect(texts(works({ worksInUnitId: '经发办' }, '党政办'), 'B5')).toEqual([])
    expect(texts(works({ worksInUnitId: '经发办' }, '林业站'), 'B5')).toEqual([])
  })

  test('of any category but the two special ones: silent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUOTA_CATEGORIES), (category) => {
        expect(texts(spec('经发办', category), 'B5')).toHaveLength(
          category === 'politicalLegal' || category === 'discipline' ? 1 : 0,
        )
      }),
    )
  })
})

describe('B6 岗位等级', () => {
  const spec = (more: { personClass?: string; postGrade?: string }, level: string | null = null): SnapshotSpec => ({
    units: [{ name: '农服中心', kind: 'institution' }],
    people: [seated('甲', '农服中心', 'institution')],
    records: {
      personGrade: [grade(more)],
      unitProfile: [
        recordOf(
          'unitProfile',
          { level, funding: null, dispatched: false, outsideLimit: false, duties: null },
          { unitId: '农服中心' },
        ),
      ],
    },
  })

  test('a 科级 unit has 管理岗 up to 七级', () => {
    expect(texts(spec({ postGrade: '管理七级' }, '109'), 'B6')).toEqual([])
    expect(findingsOf(run(spec({ postGrade: '管理六级' }, '109')), 'B6')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'none',
        unitId: '农服中心',
        personId: '甲',
        facts: { 岗位等级: '管理六级' },
        text: '甲（农服中心 干事）岗位等级为管理六级，农服中心是乡科级机构，管理岗最高七级，高出 1 级。',
        remedy: '核对聘用合同和岗位聘任文件，改正登错的一项。',
      }),
    ])
  })

  test.each([
    ['107', '五', '四'],
    ['108', '六', '五'],
    ['109', '七', '六'],
    ['110', '八', '七'],
    ['111', '九', '八'],
  ])('规格 %s: %s级 silent, %s级 one too high', (level, highest, above) => {
    expect(texts(spec({ postGrade: `管理岗${highest}级` }, level), 'B6')).toEqual([])
    expect(texts(spec({ postGrade: `管理岗${above}级` }, level), 'B6')).toEqual([
      expect.stringContaining(`管理岗最高${highest}级，高出 1 级`),
    ])
  })

  test('专业技术 and 工勤 have no ceiling by 规格, nor has a unit without one', () => {
    expect(texts(spec({ postGrade: '专业技术四级' }, '109'), 'B6')).toEqual([])
    expect(texts(spec({ postGrade: '技术工一级' }, '109'), 'B6')).toEqual([])
    expect(texts(spec({ postGrade: '管理一级' }, null), 'B6')).toEqual([])
    expect(texts(spec({ postGrade: '管理一级' }, '999'), 'B6')).toEqual([])
  })

  test.each([
    ['7', '管理九级', null],
    ['7', '专业技术十二级', '人员类别却是事业单位管理人员，应聘在管理岗'],
    ['8', '专技岗九级', null],
    ['8', '管理岗八级', '人员类别却是事业单位专业技术人员，应聘在专业技术岗'],
    ['A1', '工勤技能岗三级', null],
    ['A1', '普通工', null],
    ['A1', '专业技术岗十三级', '人员类别却是事业单位工勤人员，应聘在工勤技能岗'],
    ['8', '普通工', '人员类别却是事业单位专业技术人员，应聘在专业技术岗'],
    ['B5', '管理九级', null],
  ])('class %s in %s', (personClassCode, postGrade, problem) => {
    expect(texts(spec({ personClass: personClassCode, postGrade }), 'B6')).toEqual(
      problem === null ? [] : [`甲（农服中心 干事）岗位等级为${postGrade}，${problem}。`],
    )
  })

  test.each([
    ['管理十级', null],
    ['管理十一级', '管理岗最低十级'],
    ['专业技术十三级', null],
    ['技术工五级', null],
    ['工勤六级', '工勤技能岗最低五级'],
  ])('%s: is there such a grade', (postGrade, lowest) => {
    expect(texts(spec({ postGrade }), 'B6')).toEqual(
      lowest === null ? [] : [`甲（农服中心 干事）岗位等级为${postGrade}，${lowest}，没有这一级。`],
    )
  })

  test('two things wrong at once are two findings', () => {
    expect(texts(spec({ personClass: '8', postGrade: '管理六级' }, '109'), 'B6')).toHaveLength(2)
  })

  test.each(['', '科员', '管理级', '管理九', '高级技师', '专业技术十四级', '技术九级', '某管理九级'])(
    '“%s” means no grade',
    (postGrade) => {
      expect(readPostGrade(postGrade)).toBeUndefined()
      expect(texts(spec({ postGrade, personClass: '8' }), 'B6')).toEqual([])
    },
  )

  test.each([
    ['管理岗位九级', 'management', 9],
    ['专业技术岗位十三级', 'professional', 13],
    ['专技一级', 'professional', 1],
    ['技术工五级', 'worker', 5],
    ['工勤岗二级', 'worker', 2],
    ['普通工', 'worker', 0],
  ])('%s is read', (text, kind, number) => {
    expect(readPostGrade(text)).toEqual({ kind, number })
  })

  test('nobody, and somebody not counted', () => {
    const one = spec({ postGrade: '管理六级' }, '109')
    expect(
      texts(
        { ...one, records: { ...one.records, personGrade: [grade({ postGrade: '管理六级' }, null), grade({}, '甲')] } },
        'B6',
      ),
    ).toEqual([])
    expect(texts({ ...one, people: [] }, 'B6')).toEqual([])
  })

  test('of any 管理 grade and 规格: too high exactly below the head’s own', () => {
    const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 107, max: 111 }), (number, level) => {
        expect(texts(spec({ postGrade: `管理${NUMERALS[number - 1]}级` }, String(level)), 'B6')).toHaveLength(
          number < level - 102 ? 1 : 0,
        )
      }),
    )
  })
})
