import * as fc from 'fast-check'
import { emptyContent } from '../../../electron/vocabulary/records.ts'
import { describe, expect, test } from 'vitest'
import { checkDigitOf } from '../../../electron/domain/identity/resident-id.ts'
import {
  findingsOf,
  inventedId,
  namesOn,
  recordOf,
  run,
  runSnapshot,
  seat,
  type HoldingSpec,
  type PersonSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 20 } }
const one = (more: Partial<PersonSpec> = {}, holding: HoldingSpec = {}): PersonSpec => ({
  name: '甲',
  holdings: [seat('党政办', 'administrative', holding)],
  ...more,
})
const check = (people: readonly PersonSpec[], rule: string, records: SnapshotSpec['records'] = {}) =>
  findingsOf(run({ units: [OFFICE, { name: '财政所', kind: 'institution' }], people, records: { ...records } }), rule)
const texts = (people: readonly PersonSpec[], rule: string, records: SnapshotSpec['records'] = {}) =>
  check(people, rule, records).map((finding) => finding.text)
/** Somebody of a name that may come twice: the id is the place in the list. */
const namesakes = (spec: SnapshotSpec, names: readonly string[]) => {
  const { snapshot } = run(spec)
  return { ...snapshot, people: snapshot.people.map((person, at) => ({ ...person, name: names[at] ?? person.name })) }
}

describe('D2 同名', () => {
  const people = ['甲', '乙', '丙'].map((name, at): PersonSpec => ({
    name,
    holdings: [at === 1 ? { unit: '财政所', title: '会计', kind: 'offQuota', offQuotaKind: 'agency' } : seat('党政办')],
  }))
  const found = (names: readonly string[], more: readonly PersonSpec[] = people) =>
    findingsOf(runSnapshot(namesakes({ units: [OFFICE, { name: '财政所' }], people: more }, names)), 'D2')

  test('two of one name, with their places; the first of them is the subject', () => {
    expect(found(['王某', '王某', '李某'])).toEqual([
      expect.objectContaining({
        severity: 'info',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '2 人同名“王某”：党政办 干事、财政所 会计。',
        remedy: '核对是否重复登记；确是两人的，公示以所在机构或编制卡号区分。',
        facts: { 姓名: '王某', 人数: 2 },
      }),
    ])
    expect(found(['王某', '李某', '张某'])).toEqual([])
  })

  test('the same number on both is D1; on two of three it is still two people', () => {
    const number = inventedId('1978-09-25', '男', 2)
    const claim = (at: number): PersonSpec => ({
      ...people[at]!,
      idNumber: at === 0 ? number : null,
      disputedIdNumber: at === 0 ? null : number,
    })
    expect(found(['王某', '王某', '李某'], [claim(0), claim(1), people[2]!])).toEqual([])
    expect(found(['王某', '王某', '王某'], [claim(0), claim(1), people[2]!])).toHaveLength(1)
    expect(
      found(
        ['王某', '王某', '李某'],
        [{ ...people[0]!, idNumber: null }, { ...people[1]!, idNumber: null }, people[2]!],
      ),
    ).toHaveLength(1)
  })

  test('ten places are named, more are counted; 借出 has no place here', () => {
    const many = (count: number) =>
      found(
        Array.from({ length: count }, () => '王某'),
        Array.from({ length: count }, (_, at) => ({ name: `甲${at}`, holdings: [seat('党政办')] })),
      )
    expect(many(10)[0]?.text).toBe(`10 人同名“王某”：${Array.from({ length: 10 }, () => '党政办 干事').join('、')}。`)
    expect(many(11)[0]?.text).toBe(
      `11 人同名“王某”：${Array.from({ length: 10 }, () => '党政办 干事').join('、')} 等。`,
    )
    expect(
      found(['王某', '王某'], [people[0]!, { name: '丁', holdings: [{ kind: 'secondedOut', counterpart: '县局' }] }])[0]
        ?.text,
    ).toBe('2 人同名“王某”：党政办 干事、借出。')
  })

  test('of any names: as many findings as names that come twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('王某', '李某', '张某', '赵某'), { maxLength: 8 }), (names) => {
        const crowdOf = names.map((_, at): PersonSpec => ({ name: `甲${at}`, holdings: [seat('党政办')] }))
        expect(found(names, crowdOf)).toHaveLength(
          [...Map.groupBy(names, (name) => name).values()].filter((same) => same.length > 1).length,
        )
      }),
    )
  })
})

describe('D3 right and yet odd', () => {
  test.each([
    ['末三位 000', numberEndingInZeros(), '末三位是 000，校验虽对，也可能是被 Excel 改过的号码，请对照原件'],
    ['a permit of 港澳台居民', hongKong(), '这是港澳台居民居住证号'],
  ])('%s is a warning that changes nothing', (_what, number, warning) => {
    expect(check([one({ birth: null, sex: null, idNumber: number })], 'D3')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'none',
        personId: '甲',
        unitId: '党政办',
        text: `甲的身份证号：${warning}。`,
        remedy: '对照身份证原件；号码无误的，在核查页写明。',
      }),
    ])
  })

  test('fifteen digits: a warning to change them, and no more', () => {
    const number = inventedId('1978-09-25', '男', 2)
    expect(
      check([one({ birth: '1978-09', sex: '男', idNumber: number.slice(0, 6) + number.slice(8, 17) })], 'D3'),
    ).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'data',
        text: '甲登记的是 15 位旧身份证号，没有校验位，应换登 18 位。',
        remedy: '照第二代身份证补登 18 位号码。',
      }),
    ])
  })

  test('a birth that has not come, seventy and seventy-one', () => {
    expect(texts([one({ birth: null, sex: null, idNumber: inventedId('2026-11-23', '男') })], 'D3')).toEqual([
      '甲的身份证号不对：出生日期 2026-11-23 还没有到。',
    ])
    expect(texts([one({ birth: null, sex: null, idNumber: inventedId('1955-11-23', '男') })], 'D3')).toEqual([])
    expect(texts([one({ birth: null, sex: null, idNumber: inventedId('1955-11-22', '男') })], 'D3')).toEqual([
      '甲的身份证号：按号码已 71 岁，请对照原件。',
    ])
  })
})

/** The first number of 1985-05-16 whose last three places are 000 and whose check digit is right. */
function numberEndingInZeros(): string {
  for (let area = 360_100; area < 360_200; area += 1) {
    const first17 = `${area}1985051600`.padEnd(17, '0')
    if (checkDigitOf(first17) === '0') return `${first17}0`
  }
  throw new Error('no such number')
}

function hongKong(): string {
  const first17 = '81000019850516991'
  return first17 + checkDigitOf(first17)
}

describe('D4 规范填写', () => {
  test('nothing to say of what an import writes', () => {
    expect(texts([one()], 'D4')).toEqual([])
    expect(
      texts(
        [
          one(
            { ethnicity: null, politicalStatus: null, education: null, birth: null, workStarted: null },
            { enteredOn: null },
          ),
        ],
        'D4',
      ),
    ).toEqual([])
  })

  test('everything at once, in one finding; they stay on the list', () => {
    const person = one(
      {
        name: '王 某',
        ethnicity: '汉',
        politicalStatus: '党员',
        education: '本科',
        birth: '1985.06',
        workStarted: '2008/07',
      },
      { enteredOn: '2008年7月' },
    )
    const result = run({ units: [OFFICE], people: [person] })
    expect(findingsOf(result, 'D4')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'data',
        unitId: '党政办',
        personId: '王 某',
        facts: { 处数: 7 },
        remedy: '在人员页更正为规范写法。',
        text: '王某的登记不规范：姓名里有空格；民族“汉”应写“汉族”；政治面貌“党员”应写“中共党员”；学历“本科”应写“大学本科”；出生年月“1985.06”不是年-月-日；参加工作时间“2008/07”不是年-月-日；入编时间“2008年7月”不是年-月-日。',
      }),
    ])
    expect(namesOn(result, 'in-quota')).toEqual(['王 某'])
  })

  test.each([
    [' 王某', '姓名里有空格'],
    ['王某 ', '姓名里有空格'],
    ['王\u3000某', '姓名里有空格'],
    ['买买提·艾力', null],
    ['Ｗang', null],
  ])('name “%s”', (name, problem) => {
    expect(check([one({ name })], 'D4').map((finding) => finding.text.split('：')[1])).toEqual(
      problem === null ? [] : [`${problem}。`],
    )
  })

  test.each([
    ['其他', null],
    ['穿青人', null],
    ['革家人', null],
    ['外国血统中国籍人士', null],
    ['回族', null],
    ['汉民', '民族“汉民”不在名录里'],
    ['维吾尔', '民族“维吾尔”应写“维吾尔族”'],
  ])('民族 %s', (ethnicity, problem) => {
    expect(texts([one({ ethnicity })], 'D4')).toEqual(problem === null ? [] : [`甲的登记不规范：${problem}。`])
  })

  test.each([
    ['群众', null],
    ['团员', '政治面貌“团员”应写“共青团员”'],
    ['积极分子', '政治面貌“积极分子”不在名录里'],
  ])('政治面貌 %s', (politicalStatus, problem) => {
    expect(texts([one({ politicalStatus })], 'D4')).toEqual(problem === null ? [] : [`甲的登记不规范：${problem}。`])
  })

  test.each([
    ['大学专科', null],
    ['大专', '学历“大专”应写“大学专科”'],
    ['函授', '学历“函授”不在名录里'],
  ])('学历 %s', (education, problem) => {
    expect(texts([one({ education })], 'D4')).toEqual(problem === null ? [] : [`甲的登记不规范：${problem}。`])
  })

  test.each([
    ['工学学士', true],
    ['学士', true],
    ['硕士学位', true],
    ['工商管理硕士', true],
    ['名誉博士', true],
    ['无', true],
    ['本科', false],
    ['无学位', false],
    ['学士学位证', false],
    ['很长很长很长很长的学士', false],
  ])('学位 %s', (degree, right) => {
    const personFile = [recordOf('personFile', { ...emptyContent('personFile'), degree }, { personId: '甲' })]
    expect(texts([one()], 'D4', { personFile })).toEqual(right ? [] : [`甲的登记不规范：学位“${degree}”不在名录里。`])
  })

  test('the same short word is said of each who has it; months and days are both right', () => {
    expect(
      check([one({ ethnicity: '汉' }), one({ name: '乙', ethnicity: '汉' })], 'D4').map((finding) => finding.personId),
    ).toEqual(['甲', '乙'])
    expect(texts([one({ birth: '1985-06', workStarted: '2008-07-15' }, { enteredOn: '2010-01-01' })], 'D4')).toEqual([])
    expect(texts([one({ birth: '1985-13' })], 'D4')).toEqual(['甲的登记不规范：出生年月“1985-13”不是年-月-日。'])
  })

  test('people who are not counted have no 入编时间 to look at', () => {
    expect(
      texts(
        [one({ holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'agency', enteredOn: '2020.1' }] })],
        'D4',
      ),
    ).toEqual([])
  })

  test('of any of the 56 by its short name: the full one is asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom('汉', '蒙古', '回', '藏', '苗', '彝', '壮', '满', '侗', '土家'), (name) => {
        expect(texts([one({ ethnicity: name })], 'D4')).toEqual([`甲的登记不规范：民族“${name}”应写“${name}族”。`])
        expect(texts([one({ ethnicity: `${name}族` })], 'D4')).toEqual([])
      }),
    )
  })
})

describe('D5 半角', () => {
  const number = inventedId('1978-09-25', '男', 2)
  /** The standard's own specimen. */
  const endingInX = '11010519491231002X'

  test('every field by its name, once a person', () => {
    const person = one(
      { name: '甲Ｂ', birth: '１985-06', workStarted: '2008-0７', quotaCardNumber: 'Ａ01', idNumber: number },
      { enteredOn: '2０08-07', entryDocumentNumber: '山编办〔２008〕1号' },
    )
    expect(check([person], 'D5')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'data',
        unitId: '党政办',
        personId: '甲Ｂ',
        facts: { 处数: 6 },
        text: '甲Ｂ的姓名、出生年月、参加工作时间、编制卡号、入编时间、入编文号没有按半角大写登记。',
        remedy: '在人员页改成半角：数字、字母不用全角，身份证号末位用大写 X、不留空格。',
      }),
    ])
  })

  test.each([
    ['lower x', endingInX.replace('X', 'x')],
    ['a blank', `${number.slice(0, 6)} ${number.slice(6)}`],
    ['an apostrophe', `'${number}`],
    ['full width', number.replace('3', '３')],
  ])('an ID number with %s', (_what, idNumber) => {
    expect(texts([one({ birth: null, sex: null, idNumber })], 'D5')).toEqual(['甲的身份证号没有按半角大写登记。'])
    expect(texts([one({ idNumber: null, disputedIdNumber: idNumber })], 'D5')).toEqual([
      '甲的身份证号没有按半角大写登记。',
    ])
  })

  test('Chinese brackets and punctuation are no fault; nor is what is right, or missing', () => {
    expect(texts([one({ quotaCardNumber: '山编（2008）〔12〕' })], 'D5')).toEqual([])
    expect(
      texts(
        [
          one(
            { idNumber: null, birth: null, workStarted: null, quotaCardNumber: null },
            { enteredOn: null, entryDocumentNumber: null },
          ),
        ],
        'D5',
      ),
    ).toEqual([])
    expect(
      texts(
        [one({ holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'agency', entryDocumentNumber: '２' }] })],
        'D5',
      ),
    ).toEqual([])
  })

  test('of any digit: full width is flagged, half width is not', () => {
    fc.assert(
      fc.property(fc.nat(9), (digit) => {
        expect(texts([one({ quotaCardNumber: String.fromCodePoint(0xff10 + digit) })], 'D5')).toHaveLength(1)
        expect(texts([one({ quotaCardNumber: String(digit) })], 'D5')).toEqual([])
      }),
    )
  })
})

describe('D6 合情理的时间', () => {
  const found = (
    birth: string | null,
    workStarted: string | null,
    enteredOn: string | null,
    rankSince: string | null = null,
  ) =>
    check([one({ birth, workStarted, idNumber: null }, { enteredOn })], 'D6', {
      personGrade: [
        recordOf(
          'personGrade',
          { personClass: null, positionLevel: null, postGrade: null, rankSince },
          { personId: '甲' },
        ),
      ],
    })
  const say = (...dates: Parameters<typeof found>) => found(...dates).map((finding) => finding.text)

  test('nine years old and hired', () => {
    expect(found('1990-05', '1999-09', '2010-07')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲1990年5月出生，1999年9月参加工作，不满 16 周岁。',
        remedy: '核对档案后更正；确有其事的，在核查页写明情况。',
      }),
    ])
  })

  test('on the sixteenth birthday silent, the day before not', () => {
    expect(say('1990-05-10', '2006-05-10', null)).toEqual([])
    expect(say('1990-05-10', '2006-05-09', null)).toEqual(['甲1990年5月10日出生，2006年5月9日参加工作，不满 16 周岁。'])
    expect(say('1990-05-10', null, '2006-05-10')).toEqual([])
    expect(say('1990-05-10', null, '2006-05-09')).toEqual(['甲1990年5月10日出生，2006年5月9日入编，不满 16 周岁。'])
  })

  test('by month where only the month is known', () => {
    expect(say('1990-05', '2006-05', null)).toEqual([])
    expect(say('1990-05-10', '2006-05', null)).toEqual([])
    expect(say('1990-05', '2006-05-01', null)).toEqual([])
    expect(say('1990-05', '2006-04', null)).toHaveLength(1)
    expect(say('1990-05', '2006-04-30', null)).toHaveLength(1)
  })

  test('入编 on the day work began is in order, the day before is not', () => {
    expect(say(null, '2008-07-15', '2008-07-15')).toEqual([])
    expect(say(null, '2008-07-15', '2008-07')).toEqual([])
    expect(say(null, '2008-07-15', '2008-07-14')).toEqual(['甲2008年7月14日入编，早于参加工作的2008年7月15日。'])
    expect(say(null, '2008-07', '2008-06')).toEqual(['甲2008年6月入编，早于参加工作的2008年7月。'])
  })

  test('what is dated today has come, what is dated tomorrow has not', () => {
    expect(say(null, '2026-11-22', '2026-11-22', '2026-11-22')).toEqual([])
    expect(say(null, '2026-11', '2026-11', '2026-11')).toEqual([])
    expect(say(null, '2026-11-23', '2026-11-23', '2026-11-23')).toEqual([
      '甲参加工作时间2026年11月23日还没有到。',
      '甲入编时间2026年11月23日还没有到。',
      '甲任现职级时间2026年11月23日还没有到。',
    ])
    expect(say(null, null, null, '2026-12')).toEqual(['甲任现职级时间2026年12月还没有到。'])
  })

  test('nothing on record, nothing to say; nobody counted, no 入编 to look at', () => {
    expect(say(null, null, null)).toEqual([])
    expect(say('1990-05', null, null)).toEqual([])
    expect(
      texts(
        [
          one({
            birth: '1990-05',
            workStarted: null,
            holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'agency', enteredOn: '1995-01' }],
          }),
        ],
        'D6',
      ),
    ).toEqual([])
    expect(texts([one({ birth: '1990-05', workStarted: '2010-07' })], 'D6')).toEqual([
      '甲2008年7月入编，早于参加工作的2010年7月。',
    ])
  })

  test('of any age in whole years: too young below sixteen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (age) => {
        expect(say('1985-06', `${1985 + age}-06`, null)).toHaveLength(age < 16 ? 1 : 0)
      }),
    )
  })
})

describe('D8 人大主席、副主席', () => {
  const leader = (name: string, ...titles: readonly string[]): PersonSpec => ({
    name,
    holdings: titles.map((title, at) =>
      at === 0 ? seat('党政办', 'administrative', { title }) : { unit: '党政办', title, kind: 'concurrent' as const },
    ),
  })

  test('主席 and 副乡长 in two posts or in one title', () => {
    expect(check([leader('甲', '副乡长', '人大主席')], 'D8')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        facts: { 职务: '副乡长、人大主席' },
        text: '甲同时任副乡长、人大主席：人大主席、副主席不得担任国家行政机关的职务。',
        remedy: '核对职务名称和任免文件；属实的，辞去其中一方的职务。',
      }),
    ])
    expect(texts([leader('甲', '人大主席、镇长')], 'D8')).toEqual([
      '甲同时任人大主席、镇长：人大主席、副主席不得担任国家行政机关的职务。',
    ])
    expect(texts([leader('甲', '人大主席团副主席', '副镇长')], 'D8')).toHaveLength(1)
  })

  test.each([
    ['党委委员、人大主席'],
    ['党委副书记、乡长'],
    ['人大主席、乡长助理'],
    ['人大副主席'],
    ['工会主席、副乡长'],
  ])('%s is in order', (title) => {
    expect(texts([leader('甲', title)], 'D8')).toEqual([])
  })

  test('two 副主席 are the law’s, three are not', () => {
    const deputies = (count: number) => Array.from({ length: count }, (_, at) => leader(`副${at + 1}`, '人大副主席'))
    expect(texts(deputies(2), 'D8')).toEqual([])
    expect(check(deputies(3), 'D8')).toEqual([
      expect.objectContaining({
        severity: 'error',
        unitId: null,
        personId: null,
        facts: { 副主席: 3, 上限: 2 },
        text: '人大副主席 3 名：副1、副2、副3；依法可以设 1 至 2 名。',
        remedy: '核对职务名称和任免文件；确属多设的，按干部管理权限调整。',
      }),
    ])
  })

  test('of any posts: flagged exactly where both sides come together', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('人大主席', '人大副主席', '党委书记'),
        fc.constantFrom('乡长', '副镇长', '组织委员'),
        (first, second) => {
          expect(texts([leader('甲', first, second)], 'D8')).toHaveLength(
            first.startsWith('人大') && second.endsWith('长') ? 1 : 0,
          )
        },
      ),
    )
  })
})
