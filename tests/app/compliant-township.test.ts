import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packFileText } from '../../electron/app/packs/write-pack-file.ts'
import type { LocalPack } from '../../electron/domain/model/local-pack.ts'
import { shanghaiDayOf } from '../../electron/domain/calendar/shanghai-day.ts'
import { runCli } from '../kit/command-line.ts'
import { inventedId } from '../kit/people.ts'

/*
 * A township that does what its documents say, one for each rule pack: a false alarm on it would be one on everybody. What its pack leaves
 * open (a number the published text masks, tasks that other bodies answer for) may be one finding, no more.
 */

interface Office {
  readonly name: string
  readonly kind: 'leadership' | 'office' | 'institution' | 'armedForces' | 'discipline' | 'other'
  readonly category: '行政编制' | '事业编制'
  readonly posts: readonly string[]
  readonly plates?: readonly string[]
}

const TEAM = ['党委书记', '镇长', '人大主席、党委委员', '纪委书记、党委委员', '党委副书记', '武装部长、党委委员']
const office = (name: string, count: number, plates: readonly string[] = []): Office => ({
  name,
  kind: 'office',
  category: '行政编制',
  posts: ['主任', ...Array.from({ length: count - 1 }, () => '一级科员')],
  plates,
})
const institution = (name: string, count: number, plates: readonly string[] = []): Office => ({
  name,
  kind: 'institution',
  category: '事业编制',
  posts: [name.endsWith('所') ? '所长' : '主任', ...Array.from({ length: count - 1 }, () => '管理员')],
  plates,
})
const team: Office = { name: '党政领导班子', kind: 'leadership', category: '行政编制', posts: TEAM }

const TOWNSHIPS: Readonly<Record<string, readonly Office[]>> = {
  none: [
    team,
    office('党政综合办公室', 5),
    office('社会事务办公室', 4),
    institution('农业综合服务中心', 8),
    institution('便民服务中心', 5),
  ],
  'seed-000': [
    {
      ...team,
      name: '乡领导班子',
      posts: [
        '党委书记',
        '乡长、党委副书记',
        '人大主席、党委委员',
        '纪委书记、党委委员',
        '副乡长、党委委员',
        '副乡长、党委委员',
        '党委委员',
        '组织委员、党委委员',
      ],
    },
    office('党政综合办公室', 5, ['社会治安综合治理委员会办公室']),
    office('经济发展办公室', 2, ['安全生产监督管理办公室']),
    office('社会事务办公室', 3, ['人口与计划生育办公室']),
    office('新农村建设办公室', 2),
    { name: '人民武装部', kind: 'armedForces', category: '行政编制', posts: ['干事'] },
    { name: '纪委', kind: 'discipline', category: '行政编制', posts: ['干事'] },
    { name: '维稳信息员', kind: 'other', category: '行政编制', posts: ['信息员'] },
    institution('农业综合服务中心', 10, ['动植检疫站']),
    institution('计划生育服务中心', 5),
    institution('文化服务中心', 2),
    institution('劳动保障事务所', 3, ['新型农村合作医疗管理所']),
    institution('村镇规划建设管理所', 3),
    institution('财政所', 3),
    institution('民政所', 2, ['社会救助所']),
  ],
  'seed-001': [
    team,
    office('党政办公室', 4, ['党建办公室']),
    office('农业农村办公室', 3, ['扶贫工作站']),
    office('社会事务办公室', 3, ['退役军人服务站']),
    office('经济发展办公室', 3),
    office('社会治理办公室', 3, ['应急管理办公室']),
    institution('政务服务中心', 5),
    institution('综合执法队', 5),
  ],
  'seed-002': [team, office('党政综合办公室', 5), office('社会事务办公室', 4), institution('农业综合服务中心', 8)],
  'seed-003': [
    team,
    office('党政办公室', 4),
    office('社会治安综合治理办公室', 3, ['群众工作局']),
    office('经济社会发展办公室', 3),
    ...[
      '农业综合服务中心',
      '规划建设和环境保护中心',
      '文化事务中心',
      '社会保障服务中心',
      '农村经济管理服务中心',
      '人口和计划生育服务所',
      '财政所',
    ].map((name) => institution(name, 2)),
  ],
  'seed-004': [
    team,
    ...['党政综合办公室', '经济发展和规划建设办公室', '社会事务办公室', '人口和计划生育办公室'].map((name) =>
      office(name, 2),
    ),
    ...['农业服务站', '文化服务站', '社会保障服务站', '村镇建设服务站'].map((name) => institution(name, 2)),
  ],
}

/** Numbers a published text has blacked out, as this county's own paper gives them. */
const MASKED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'seed-001': { largePopulation: 60_000, largeUnitLimit: 9 },
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
const NAMES =
  '建国 明远 立新 志强 红梅 伟民 静怡 军民 敏慧 涛声 芳华 磊落 洁如 勇毅 燕飞 强国 丽娟 鹏程 玲珑 文斌 彩霞 浩然 雪梅 刚毅 婷婷 英杰 慧敏 超群 琳琅 辉煌 萍踪 宁远'.split(
    ' ',
  )
const PLAN = {
  number: '安编〔2019〕11号',
  title: '安和镇职能配置、内设机构和人员编制规定',
  issuer: '安县机构编制委员会',
  issuedOn: '2019-06-03',
}

/** The events that set the township up in 2019, everybody by approval and with papers. */
function events(offices: readonly Office[]): readonly object[] {
  let person = 0
  const settingUp = offices.map(({ name, kind, category, posts, plates }) => ({
    type: 'unit.establish',
    on: '2019-07-01',
    document: PLAN,
    name,
    kind,
    quotas: [{ category, amount: posts.length }],
    ...(plates === undefined || plates.length === 0 ? {} : { nameplates: plates }),
  }))
  const staffing = offices.flatMap(({ name, category, kind, posts }, place) => {
    const number = `HZ2019-${place + 1}`
    const approved = {
      type: 'approval.grant',
      on: '2019-07-01',
      document: { number: `安编核〔2019〕${place + 1}号`, issuer: '安县编办', issuedOn: '2019-07-01' },
      unit: name,
      category,
      count: posts.length,
      number,
      expiresOn: '2020-06-30',
    }
    const entries = posts.map((post, seat) => {
      const own = person
      person += 1
      const sex = own % 3 === 0 ? '女' : '男'
      const birth = `${1977 + (own % 18)}-0${1 + Math.floor(own / 18)}-1${own % 9}`
      return {
        type: 'entry',
        on: '2019-08-01',
        person: {
          name: `${SURNAMES[own % SURNAMES.length] ?? '赵'}${NAMES[(own * 7 + Math.floor(own / 32)) % NAMES.length] ?? ''}`,
          idNumber: inventedId(birth, sex),
          sex,
          birth,
          ethnicity: '汉族',
          politicalStatus: '中共党员',
          education: '大学本科',
          workStarted: `${1999 + (own % 18)}-07`,
        },
        unit: name,
        post,
        category,
        cause: category === '行政编制' ? '21' : 'G3',
        approval: number,
        document: { number: `安委〔2019〕${own + 1}号`, issuer: '中共安和镇委员会', issuedOn: '2019-07-20' },
        reason: '建册补录',
        ...(kind === 'leadership' ? { leadership: seat < 2 ? 'chief' : 'deputy' } : {}),
      }
    })
    return [approved, ...entries]
  })
  const leaders = offices.find(({ kind }) => kind === 'leadership') ?? team
  const leading = {
    type: 'leadershipQuota.set',
    on: '2019-07-01',
    document: PLAN,
    unit: leaders.name,
    amount: leaders.posts.length,
    chief: 2,
    deputy: leaders.posts.length - 2,
  }
  return [...settingUp, leading, ...staffing]
}

interface Found {
  readonly findings: readonly { readonly rule: string; readonly text: string }[]
}

describe('a township that does what its documents say', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'compliant-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Runs a command line that must not be refused. */
  async function done(...args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await runCli(folder, [...args, '--json'])
    if (exitCode !== 0) throw new Error(`${args.slice(0, 2).join(' ')}: ${stderr}`)
    return stdout
  }

  async function built(pack: string, offices: readonly Office[], name = pack): Promise<string> {
    const [book, file] = [join(folder, `${name}.dingbian`), join(folder, `${name}.json`)]
    writeFileSync(file, JSON.stringify(events(offices)))
    await done('book', 'create', '--book', book, '--pack', 'none', '--name', '安和镇')
    await done('event', 'add', '--book', book, '--file', file)
    if (pack !== 'none') await done('pack', 'use', await packId(pack, book), '--book', book)
    const records = recordsOf(pack, offices)
    if (records.length > 0) {
      writeFileSync(file, JSON.stringify(records))
      await done('record', 'add', '--book', book, '--file', file)
    }
    const today = shanghaiDayOf(new Date().toISOString())
    const posted = ['notice', 'issue', '--book', book, '--layout', 'short', '--long-term', '--from', today]
    const signed = ['--phone', '0794-8880000', '--checked-by', '赵审核', '--reviewed-by', '钱保密']
    await done(...posted, ...signed, '--out', join(folder, `${name}.xlsx`))
    return book
  }

  /** The pack itself, or a local one on it with the numbers its published text masks. */
  async function packId(pack: string, book: string): Promise<string> {
    const masked = MASKED[pack]
    if (masked === undefined) return pack
    const file = join(folder, `${pack}-local.json`)
    const local: LocalPack = {
      id: 'local-anhe',
      basePackId: pack,
      title: '安和镇规则包',
      locality: '安县',
      note: '',
      date: '2019-07-01',
      packFrom: null,
      parameters: Object.fromEntries(
        Object.entries(masked).map(([name, value]) => [
          name,
          { value, document: PLAN.title, documentNumber: PLAN.number, date: PLAN.issuedOn, clause: null },
        ]),
      ),
      rules: {},
    }
    writeFileSync(file, packFileText(local))
    await done('pack', 'import', file, '--book', book)
    return local.id
  }

  async function findings(book: string): Promise<Found['findings']> {
    return (JSON.parse(await done('check', '--book', book)) as Found).findings
  }

  it.each(Object.entries(TOWNSHIPS))('%s: one finding at the most', async (pack, offices) => {
    const found = await findings(await built(pack, offices))
    expect(found.slice(1).map(({ rule, text }) => `${rule} ${text}`)).toEqual([])
  })

  it('a person too many is found (control)', async () => {
    const offices = [team, { ...office('党政综合办公室', 5), posts: ['主任', '一级科员'] }]
    const book = await built('none', offices, 'control')
    const file = join(folder, 'more.json')
    writeFileSync(
      file,
      JSON.stringify([
        {
          type: 'quota.decrease',
          on: '2026-11-01',
          document: { number: '安编〔2026〕1号' },
          unit: '党政综合办公室',
          category: '行政编制',
          by: 1,
          reason: '核减',
        },
      ]),
    )
    await runCli(folder, ['event', 'add', '--book', book, '--file', file])
    expect((await findings(book)).map(({ rule }) => rule)).toContain('A1')
  })
})

/** What a pack asks to be on record. */
function recordsOf(pack: string, offices: readonly Office[]): readonly object[] {
  const people = offices
    .flatMap(({ posts }) => posts)
    .map(
      (_, own) =>
        `${SURNAMES[own % SURNAMES.length] ?? '赵'}${NAMES[(own * 7 + Math.floor(own / 32)) % NAMES.length] ?? ''}`,
    )
  const year = Number(shanghaiDayOf(new Date().toISOString()).slice(0, 4))
  const record = (kind: string, content: object, person?: string, from = '2025-05-12') => ({
    kind,
    from,
    content,
    ...(person === undefined ? {} : { person }),
  })
  if (pack === 'seed-001')
    return [record('township', { population: 30_000, townshipType: 'town' }, undefined, '2019-07-01')]
  if (pack === 'seed-000')
    return people.map((person) => record('contract', { number: '聘2024-1', years: 3 }, person, '2024-01-01'))
  if (pack === 'seed-002')
    return [
      record(
        'township',
        { townshipType: 'town', termFrom: '2021-07-01', termTo: '2026-06-30' },
        undefined,
        '2021-07-01',
      ),
      record('training', { title: '领导班子成员培训班', trainingKind: 'teamClass', days: 3 }),
      // Of the year that is over, and of the running one.
      ...[`${year - 1}-05-12`, `${year}-01-01`].flatMap((from) =>
        people.map((person) =>
          record('training', { title: '党校轮训班', trainingKind: 'partySchool', days: 12 }, person, from),
        ),
      ),
    ]
  if (pack === 'seed-003')
    return [
      record(
        'township',
        { population: 30_000, areaKm2: 120, townshipClass: '中', townshipType: 'town' },
        undefined,
        '2019-07-01',
      ),
      record('referenceTotal', { basis: 'baseline', category: 'administrative', amount: 30 }, undefined, '2005-01-01'),
      record('referenceTotal', { basis: 'baseline', category: 'institution', amount: 30 }, undefined, '2005-01-01'),
    ]
  return []
}
