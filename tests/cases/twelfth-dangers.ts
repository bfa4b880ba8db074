import { dotted, of, quotaBook, told, unitsOf, type Case, type ToldPerson, type ToldQuota } from './kit/case.ts'
import { staffSheet, type Column } from './kit/columns.ts'
import { inventedId, roster, type Person } from './kit/people.ts'
import { biff, xlsm, xlsx, type Row, type Sheet } from './kit/write-files.ts'

/* R14–R20: what goes wrong quietly. R14, R15 and R19 have no certain reading and must be asked. */

const blanks = (count: number): readonly null[] => Array.from({ length: count }, () => null)
const line = (text: string, columns: number): Row => [text, ...blanks(columns - 1)]

export const twelfthDangerCases: readonly (() => Case)[] = [
  () => {
    const people = roster(12014, [
      ['党政办公室', '行政编制', 4],
      ['经济办公室', '行政编制', 3],
      ['农技站', '事业编制', 4],
      ['文化站', '事业编制', 2],
    ])
    const differing: Readonly<Record<number, string>> = { 2: '经济办公室', 5: '党政办公室', 8: '文化站', 12: '农技站' }
    const columns: readonly Column[] = [
      ['序号', (_, at) => at + 1],
      ['部门', (one) => one.unit],
      ['姓名', (one) => one.name],
      ['性别', (one) => one.sex],
      ['身份证号', (one) => one.id],
      ['编制', (one) => one.category],
      ['部门', (one, at) => differing[at] ?? one.unit],
      ['职务', (one) => one.post],
    ]
    return {
      truth: {
        case: 'R14-两列都叫部门',
        file: 'R14-两列都叫部门.xlsx',
        about: '两列都叫“部门”，四个人两处不同，没有任何说明：只能问',
        mustAsk: true,
        // Whose columns agree. The four others stand nowhere for certain.
        people: told(
          people.filter((_, at) => differing[at] === undefined),
          'id',
          'sex',
          'post',
        ),
      },
      bytes: xlsx({ name: '人员', rows: [line('人员情况表', 8), ...staffSheet(people, columns)], merges: ['A1:H1'] }),
    }
  },
  () => {
    const people = roster(12015, [
      ['党政办公室', '行政编制', 4],
      ['农业综合服务中心', '事业编制', 3],
      ['便民服务中心', '事业编制', 4],
      ['财政所', '事业编制', 3],
    ])
    const quotas: readonly ToldQuota[] = [
      { unit: '党政办公室', category: '行政编制', quota: 6 },
      { unit: '农业综合服务中心', category: '事业编制', quota: 5 },
      { unit: '便民服务中心', category: '事业编制', quota: 5 },
      { unit: '财政所', category: '事业编制', quota: 3 },
    ]
    // 服务中心 is either of two: the clerk knows which.
    const written: Readonly<Record<string, string>> = { 便民服务中心: '服务中心' }
    const marks = ['〃', '同上', '″', '　″']
    const rows: Row[] = [
      line('云溪乡工作人员名单', 7),
      ['单位', '姓名', '性别', '身份证号', '编制', '职务', '入编时间'],
    ]
    for (const unit of unitsOf(people)) {
      const staff = of(people, unit)
      const mark = marks[unitsOf(people).indexOf(unit)] ?? '〃'
      staff.forEach((one, at) =>
        rows.push([
          at === 0 ? (written[unit] ?? unit) : mark,
          one.name,
          one.sex,
          one.id,
          at === 0 ? one.category : mark,
          one.post,
          dotted(one.entered),
        ]),
      )
      rows.push([`小计${staff.length}人`, ...blanks(6)])
    }
    rows.push(line('以上人员均已与工资册核对一致', 7))
    return {
      truth: {
        case: 'R15-服务中心是哪个',
        file: 'R15-服务中心是哪个.xlsx',
        before: ['R15-机构编制.xlsx'],
        about: '〃、同上、″ 代替单位和编制；“服务中心”可能是编制本里两个中心中的任一个：只能问',
        mustAsk: true,
        says: [['服务中心', '便民服务中心']],
        people: told(people, 'id', 'sex', 'enteredOn', 'post'),
        quotas,
      },
      bytes: xlsx({ name: '名单', rows, merges: ['A1:G1'] }),
      beforeBytes: [quotaBook(quotas)],
    }
  },
  () => {
    const people = roster(12016, [
      ['党政办公室', '行政编制', 4],
      ['综合治理办公室', '行政编制', 3],
      ['农业农村综合服务中心', '事业编制', 5],
    ])
    const hired = roster(12116, [
      ['党政办公室', '劳务派遣', 2, ['保洁员', '门卫']],
      ['综合治理办公室', '公益性岗位', 2, ['网格员']],
    ])
    const instructions = [
      '填报说明',
      '一、本表由各乡镇人民政府填报，一式两份。',
      '二、表一填在编人员，表二填编外人员，不得混填。',
      '三、姓名：以居民身份证为准，两字姓名中间不空格。',
      '四、性别：填“男”或“女”。',
      '五、身份证号：十八位，末位X大写。',
      '六、所在机构：填内设机构或所属事业单位全称。',
      '七、编制类型：填“行政编制”“事业编制”“机关工勤编制”。',
      '八、入编时间：填首次列入编制的年月，如2009.07。',
      '九、用工形式：填“劳务派遣”“公益性岗位”等。',
      ...Array.from(
        { length: 25 },
        (_, at) =>
          `　　${at + 1}．${['借调人员由原单位填报', '退休人员不填', '数据以月底为准', '如有疑问请与县编办联系', '表内不得改动格式'][at % 5]}；`,
      ),
    ]
    const first: readonly Column[] = [
      ['序号', (_, at) => at + 1],
      ['姓名', (one) => one.name],
      ['性别', (one) => one.sex],
      ['身份证号', (one) => one.id],
      ['所在机构', (one) => one.unit],
      ['编制类型', (one) => one.category],
      ['入编时间', (one) => dotted(one.entered)],
      ['职务', (one) => one.post],
    ]
    const second: readonly Column[] = [
      ['序号', (_, at) => at + 1],
      ['所在机构', (one) => one.unit],
      ['姓名', (one) => one.name],
      ['用工形式', (one) => one.category],
      ['岗位', (one) => one.post],
      ['身份证号', (one) => one.id],
      ['性别', (one) => one.sex],
      ['到岗时间', (one) => dotted(one.entered)],
    ]
    const inPost: readonly ToldPerson[] = told(people, 'id', 'sex', 'enteredOn', 'post')
    return {
      truth: {
        case: 'R16-说明很长两张表',
        file: 'R16-说明很长两张表.xlsm',
        about: '三十五行填报说明之后才是表一（在编），下面表二（编外）另有表头、列序不同；带宏',
        people: [
          ...inPost,
          ...hired.map((one): ToldPerson => ({
            name: one.name,
            unit: one.unit,
            id: one.id,
            sex: one.sex,
            list: 'off-quota',
          })),
        ],
      },
      bytes: xlsm({
        name: '填报',
        rows: [
          ...instructions.map((text) => line(text, 8)),
          blanks(8),
          line('表一　在编人员', 8),
          ...staffSheet(people, first),
          ['合计', `${people.length}人`, ...blanks(6)],
          blanks(8),
          line('表二　编外人员', 8),
          ...staffSheet(hired, second),
          ['合计', null, `${hired.length}人`, ...blanks(5)],
          line('单位负责人：　　　　填表人：　　　　报出日期：', 8),
        ],
      }),
    }
  },
  () => {
    const numbers: readonly (readonly [unit: string, administrative: number, workers: number, institution: number])[] =
      [
        ['党政综合办公室', 9, 1, 0],
        ['党建工作办公室', 5, 0, 0],
        ['社会治理办公室', 4, 1, 0],
        ['乡村振兴服务中心', 0, 0, 11],
        ['综合便民服务中心', 0, 0, 8],
        ['综合行政执法队', 0, 0, 6],
      ]
    const inPost = [8, 1, 5, 5, 1, 10, 8, 7]
    let at = 0
    const cells = (quota: number): Row => {
      if (quota === 0) return [null, null, null]
      const there = inPost[at++] ?? quota
      return [quota, there, quota - there === 0 ? '—' : quota - there]
    }
    const sum = (place: 1 | 2 | 3) => numbers.reduce((all, one) => all + one[place], 0)
    const [a, w, i] = [sum(1), sum(2), sum(3)]
    const rows: Row[] = [
      line('云溪乡编制使用情况一览表', 12),
      ['单位：名', ...blanks(9), '2026年10月', null],
      ['序号', '机构名称', '行政编制', null, null, '机关工勤编制', null, null, '事业编制', null, null, '依据'],
      [null, null, '编制数', '现有', '余（缺）', '编制数', '现有', '余（缺）', '编制数', '现有', '余（缺）', null],
      ['全乡', null, a, 18, '—', w, 2, '—', i, 25, '—', null],
      ...numbers.map((one, place): Row => [
        place + 1,
        one[0],
        ...cells(one[1]),
        ...cells(one[2]),
        ...cells(one[3]),
        '云编发〔2024〕6号',
      ]),
      line('说明：余（缺）=编制数-现有，负数为超编。', 12),
    ]
    return {
      truth: {
        case: 'R17-编制使用一览',
        file: 'R17-编制使用一览.xls',
        about: '三种编制横排，各有编制数、现有、余（缺），合计行在最上面，没有的空着',
        people: [],
        quotas: numbers.flatMap(([unit, administrative, workers, institution]): readonly ToldQuota[] =>
          [
            { unit, category: '行政编制', quota: administrative },
            { unit, category: '机关工勤编制', quota: workers },
            { unit, category: '事业编制', quota: institution },
          ].filter((one) => one.quota > 0),
        ),
      },
      bytes: biff({
        name: '一览表',
        rows,
        merges: ['A1:L1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:H3', 'I3:K3', 'L3:L4', 'A5:B5'],
      }),
    }
  },
  () => {
    const people = roster(12018, [
      ['党委政府办公室', '行政编制', 5],
      ['民政办公室', '行政编制', 3],
      ['农业发展服务中心', '事业编制', 5],
      ['环境保护站', '事业编制', 3],
    ])
    const signs = (one: Person, at: number): string => {
      if (at === 0) return `▲${one.name}`
      if (one.nation !== '汉族') return `${one.name}（${one.sex === '女' ? '女，' : ''}${one.nation}）`
      if (one.sex === '女') return `${one.name}（女）`
      return at % 4 === 1 ? `${one.name}*` : one.name
    }
    const remarks: Readonly<Record<number, string>> = {
      3: '调离（2026.03）',
      7: '病故',
      10: '2025年12月辞去公职',
      12: '党支部书记',
    }
    const left = [3, 7, 10]
    const columns: readonly Column[] = [
      ['序号', (_, at) => at + 1],
      ['身份证号码', (one) => one.id],
      ['姓名', signs],
      ['现任职务', (one) => one.post],
      ['编制性质', (one) => one.category],
      ['单位（部门）', (one) => one.unit],
      ['备注', (_, at) => remarks[at] ?? null],
    ]
    return {
      truth: {
        case: 'R18-名字后带括号',
        file: 'R18-名字后带括号.xlsx',
        about: '姓名后有（女）（女，畲族）*，前有 ▲，没有性别列；备注里有调离、病故、辞去公职',
        people: told(
          people.filter((_, at) => !left.includes(at)),
          'id',
          'sex',
          'post',
        ),
        gone: people.filter((_, at) => left.includes(at)).map((one) => one.name),
      },
      bytes: xlsx({
        name: '花名册',
        rows: [
          line('云溪乡机关事业单位花名册', 7),
          ...staffSheet(people, columns),
          line('注：带▲的为单位负责人，带*的为党员中心户。', 7),
        ],
        merges: ['A1:G1'],
      }),
    }
  },
  () => {
    const people = roster(12019, [
      ['党政办公室', '行政编制', 4],
      ['社会事务办公室', '行政编制', 3],
      ['农业服务站', '事业编制', 4],
    ])
    const broken = [2, 6, 9]
    const wrongId = (one: Person) => `${one.id.slice(0, 17)}${one.id.endsWith('3') ? '4' : '3'}`
    const columns: readonly Column[] = [
      ['序号', (_, at) => at + 1],
      ['所属单位', (one) => one.unit],
      ['姓名', (one) => one.name],
      ['身份证号', (one, at) => (at === 2 ? wrongId(one) : one.id)],
      ['编制', (one, at) => (at === 6 ? '待核' : one.category)],
      ['入编年月', (one, at) => (at === 9 ? '2015.13' : dotted(one.entered))],
      ['岗位', (one) => one.post],
    ]
    return {
      truth: {
        case: 'R19-三格有错',
        file: 'R19-三格有错.xlsx',
        about: '十一个人里三格不对：身份证号校验码不符、编制“待核”、入编年月“2015.13”：只能问',
        mustAsk: true,
        people: told(
          people.filter((_, at) => !broken.includes(at)),
          'id',
          'enteredOn',
          'post',
        ),
      },
      bytes: xlsx({
        name: 'Sheet1',
        rows: [line('云溪乡人员信息表', 7), ...staffSheet(people, columns), ['合计', null, '11', ...blanks(4)]],
        merges: ['A1:G1'],
      }),
    }
  },
  () => {
    const people = roster(12020, [
      ['党群办公室', '行政编制', 3],
      ['村镇规划办公室', '行政编制', 2],
      ['社会保障服务站', '事业编制', 4],
    ]).map((one): Person => ({ ...one, id: inventedId('362401', one.birth, one.sex, 2) }))
    const card = (one: Person): readonly Row[] => [
      line('个人信息采集表', 6),
      ['姓　　名', one.name, '性　　别', one.sex, '民　　族', one.nation],
      ['出生年月', dotted(one.birth.slice(0, 7)), '政治面貌', one.politics, '文化程度', one.education],
      ['身份证号', one.id, null, null, '联系电话', one.phone],
      ['所在部门', one.unit, null, null, '现任岗位', one.post],
      ['编制类别', one.category, null, null, '入编时间', dotted(one.entered)],
      ['紧急联系人', '父母', null, null, '本人签字', null],
      blanks(6),
    ]
    const sheet = (name: string, staff: readonly Person[]): Sheet => ({
      name,
      rows: staff.flatMap(card),
      merges: staff.flatMap((_, at) => {
        const top = at * 8 + 1
        return [`A${top}:F${top}`, ...[3, 4, 5, 6].map((down) => `B${top + down}:D${top + down}`)]
      }),
    })
    return {
      truth: {
        case: 'R20-信息采集卡',
        file: 'R20-信息采集卡.xlsx',
        about: '每人一张小卡，上下排列，机关一张工作表、事业一张工作表',
        people: told(people, 'id', 'sex', 'birth', 'politicalStatus', 'education', 'post', 'enteredOn'),
      },
      bytes: xlsx(
        sheet(
          '机关',
          people.filter((one) => one.category === '行政编制'),
        ),
        sheet(
          '事业',
          people.filter((one) => one.category !== '行政编制'),
        ),
      ),
    }
  },
]
