import { noFacts } from '../../electron/vocabulary/person-fields.ts'
import type { BookSnapshot } from '../../electron/domain/model/book-snapshot.ts'
import type { RosterEntry, RosterList } from '../../electron/domain/model/finding.ts'
import { UNTOLD, type Holding, type Person, type Post } from '../../electron/domain/model/person.ts'
import type { QuotaCategory } from '../../electron/domain/model/quota-category.ts'
import type { Unit, UnitKind } from '../../electron/domain/model/unit.ts'
import type { NoticeFacts } from '../../electron/domain/notice/notice-content.ts'
import type { NoticeOptions } from '../../electron/domain/notice/notice-texts.ts'
import { NO_RECORDS } from '../../electron/domain/model/records.ts'
import { computeFigures } from '../../electron/domain/quota/figures.ts'
import { indexSnapshot } from '../../electron/domain/model/snapshot-index.ts'
import { inventedId } from './people.ts'

/* A township in memory with the shape of the sample: offices and stations, people on every list, a concurrent post, somebody seconded out. */

const UNITS: readonly (readonly [
  name: string,
  kind: UnitKind,
  quota: number,
  people: number,
  plates?: readonly string[],
])[] = [
  ['乡领导班子', 'leadership', 8, 8],
  ['党政综合办公室', 'office', 5, 6, ['社会治安综合治理委员会办公室']],
  ['经济发展办公室', 'office', 2, 2, ['安全生产监督管理办公室']],
  ['社会事务办公室', 'office', 3, 2, ['人口与计划生育办公室']],
  ['新农村建设办公室', 'office', 2, 2],
  ['人民武装部', 'armedForces', 1, 1],
  ['纪委', 'discipline', 1, 1],
  ['维稳信息员', 'special', 1, 1],
  ['农业综合服务中心', 'institution', 10, 8, ['动植检疫站']],
  ['计划生育服务中心', 'institution', 5, 6],
  ['文化服务中心', 'institution', 2, 2],
  ['劳动保障事务所', 'institution', 3, 3, ['新型农村合作医疗管理所']],
  ['村镇规划建设管理所', 'institution', 3, 2],
  ['财政所', 'institution', 3, 3],
  ['民政所', 'institution', 2, 2, ['社会救助所']],
]
const LEADERS = [
  '党委书记',
  '党委副书记、乡长',
  '人大主席',
  '纪委书记',
  '副乡长',
  '副乡长',
  '党委委员、武装部长',
  '党委委员、组织委员',
]
const OFFICE_POSTS = ['干事', '助理', '科员', '一级主任科员']
const STATION_POSTS = ['管理岗九级', '专业技术岗十二级', '工勤技能岗三级']
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄' +
  '和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗'
const GIVEN = [
  '建国',
  '美玲',
  '文斌',
  '红',
  '海涛',
  '静',
  '伟',
  '洁',
  '长青',
  '丽华',
  '卫东',
  '春梅',
  '永福',
  '桂芳',
  '学军',
  '雪',
  '志强',
  '婷',
  '国栋',
  '小芹',
]

export const OVER_NAME = '超编某'
export const BARRED_NAME = '不合规某'

/**
 * `scale` repeats the staff of every unit but the leaders (and its quota), 1 gives 49 people. In 党政综合办公室 and 计划生育服务中心 one person stands over quota, one in
 * 财政所 is not compliant; one person in the office also holds a post in 财政所, another is seconded out.
 */
export function noticeFacts(scale = 1): NoticeFacts & { readonly listedNames: readonly string[] } {
  const root: Unit = {
    id: 'root',
    parentId: null,
    name: '山溪乡',
    kind: 'township',
    managingBody: null,
    sortOrder: 0,
    nameplates: [],
    validFrom: '2006-11-01',
  }
  const units: Unit[] = [root]
  const people: Person[] = []
  const posts: Post[] = []
  const holdings: Holding[] = []
  const roster: RosterEntry[] = []
  const quotas: BookSnapshot['quotas'][number][] = []
  const range = { validFrom: '2006-11-01', validTo: null }
  for (const [place, [name, kind, quota, count, plates]] of UNITS.entries()) {
    const unitId = `unit-${place}`
    const times = kind === 'leadership' ? 1 : scale
    const category: QuotaCategory = kind === 'institution' ? 'institution' : 'administrative'
    units.push({ ...root, id: unitId, parentId: 'root', name, kind, sortOrder: place + 1, nameplates: plates ?? [] })
    // The surplus of the small township stays 1 whatever the scale.
    quotas.push({
      id: `quota-${place}`,
      unitId,
      category,
      role: 'allocation',
      amount: quota > count ? quota * times : count * times - Math.max(0, count - quota),
      documentNumber: '山编办〔2006〕12号',
      ...range,
    })
    for (let seat = 0; seat < count * times; seat += 1) {
      const number = people.length
      const list: RosterList =
        quota < count && seat === 5 ? 'over-quota' : name === '财政所' && seat === 1 ? 'non-compliant' : 'in-quota'
      const personName =
        list === 'over-quota'
          ? `${OVER_NAME}${place}`
          : list === 'non-compliant'
            ? BARRED_NAME
            : `${SURNAMES.charAt(number % SURNAMES.length)}${GIVEN[(number * 7) % GIVEN.length] ?? ''}`
      const title =
        kind === 'leadership'
          ? (LEADERS[seat] ?? '')
          : kind === 'institution'
            ? (STATION_POSTS[seat % 3] ?? '')
            : (OFFICE_POSTS[seat % 4] ?? '')
      const id = `person-${number}`
      const sex = number % 3 === 0 ? '女' : '男'
      people.push({
        ...noFacts('person'),
        ...noFacts('version'),
        id,
        name: personName,
        sex,
        idNumber: inventedId('1985-06-16', sex),
        disputedIdNumber: null,
        birth: '1985-06-16',
        ethnicity: '汉族',
        workStarted: '2008-07',
        quotaCardNumber: null,
        retirementCategory: null,
        retirementArrangement: null,
        politicalStatus: '中共党员',
        education: '大学本科',
        professionalTitle: kind === 'institution' && seat % 3 === 1 ? '助理农艺师' : null,
        rank: null,
      })
      posts.push({ id: `post-${number}`, unitId, title, leadership: null, state: 'inUse' })
      holdings.push({
        ...noFacts('holding'),
        id: `holding-${number}`,
        personId: id,
        postId: `post-${number}`,
        kind: 'substantive',
        category,
        offQuotaKind: null,
        occupiesQuota: true,
        occupiesLeadership: kind === 'leadership',
        overlapAllowed: false,
        ...UNTOLD,
        enteredOn: '2011-03',
        entryRoute: kind === 'institution' ? '公开招聘' : '考试录用',
        entryDocumentNumber: '山编办〔2011〕2号',
        counterpart: null,
        remark: null,
        validFrom: '2011-03-01',
        validTo: null,
      })
      roster.push({
        personId: id,
        list,
        holdingId: `holding-${number}`,
        concurrentHoldingIds: [],
        secondedOutHoldingId: null,
        rules: [],
        why: list === 'in-quota' ? null : '不列入公示',
      })
    }
  }
  addConcurrent(units, posts, holdings, roster)
  const snapshot: BookSnapshot = {
    asOf: '2026-11-22',
    book: { name: '山溪乡', packId: 'seed-000', packFrom: '2006-11-01' },
    localPack: null,
    adoptedLaws: [],
    holidays: [],
    ownFields: [],
    units,
    nameplates: [],
    quotas,
    quotaHistory: quotas,
    people,
    posts,
    holdings,
    offQuotaHistory: [],
    approvals: [],
    arrivals: [],
    exits: [],
    overQuotaChoices: [],
    absences: [],
    rankQuotas: [],
    tolerances: [],
    offQuotaControls: [],
    runOffPlans: [],
    notices: [],
    objections: [],
    documents: [],
    changes: [],
    personChanges: [],
    rankStarts: [],
    records: NO_RECORDS,
    leadershipQuotas: [
      {
        id: 'leaders',
        unitId: 'unit-0',
        amount: 8,
        chief: null,
        deputy: null,
        documentNumber: '山编办〔2006〕12号',
        ...range,
      },
    ],
  }
  const listed = new Set(roster.filter((entry) => entry.list === 'in-quota').map((entry) => entry.personId))
  return {
    snapshot,
    figures: computeFigures(snapshot),
    roster,
    index: indexSnapshot(snapshot),
    listedNames: people.filter((person) => listed.has(person.id)).map((person) => person.name),
  }
}

/** The third clerk of 党政综合办公室 also keeps the books of 财政所; so does the surplus one, which must not show; the fourth is lent out. */
function addConcurrent(units: readonly Unit[], posts: Post[], holdings: Holding[], roster: RosterEntry[]): void {
  const accounts = units.find((unit) => unit.name === '财政所')?.id ?? ''
  for (const [place, entry] of roster.entries()) {
    const holding = holdings.find((own) => own.id === entry.holdingId)
    if (holding === undefined || posts[place]?.unitId !== 'unit-1' || (place !== 10 && place !== 13 && place !== 11))
      continue
    const extra = place === 11 ? 'secondedOut' : 'concurrent'
    const postId = extra === 'concurrent' ? `post-extra-${place}` : null
    if (postId !== null) posts.push({ id: postId, unitId: accounts, title: '会计', leadership: null, state: 'inUse' })
    holdings.push({
      ...holding,
      id: `extra-${place}`,
      postId,
      kind: extra,
      category: null,
      occupiesQuota: false,
      counterpart: extra === 'secondedOut' ? '县农业农村局' : null,
    })
    roster[place] =
      extra === 'concurrent'
        ? { ...entry, concurrentHoldingIds: [`extra-${place}`] }
        : { ...entry, secondedOutHoldingId: `extra-${place}` }
  }
}

export const NOTICE_OPTIONS: NoticeOptions = {
  layout: 'tree',
  from: '2026-11-23',
  endsOn: '2026-12-02',
  days: 7,
  asOf: '2026-11-22',
  paper: 'A4',
  number: '山溪乡编公示〔2026〕1号',
  journalHead: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809',
  phone: '0794-1234567',
  address: '山溪乡人民政府党政综合办公室（山溪乡文明路1号）',
  mailbox: 'bianban@example.cn',
}
