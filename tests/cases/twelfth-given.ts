import { dotted, of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, gb18030, ods, separated, webPage, xlsx, type Row, type WebCell } from './kit/write-files.ts'

/* R01–R07: the plain kinds of a township's rosters, each in words, carriers and orders of columns of its own. */

const id: Column = ['公民身份号码', (one) => one.id]
const months = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
const blanks = (count: number): readonly null[] => Array.from({ length: count }, () => null)
/** A line of one text over a table of some columns. */
const line = (text: string, columns: number): Row => [text, ...blanks(columns - 1)]
/** Words of the lists for what the book calls otherwise. */
const SHORT_EDUCATION: Readonly<Record<string, string>> = {
  大学本科: '本科',
  大学专科: '大专',
  硕士研究生: '研究生（硕士）',
  中等专科: '中专',
}
const PARTY_WORD: Readonly<Record<string, string>> = {
  中共党员: '党员',
  中共预备党员: '预备党员',
  共青团员: '团员',
  群众: '群众',
}

export const twelfthGivenCases: readonly (() => Case)[] = [
  () => {
    const people = roster(12001, [
      ['党政领导', '行政编制', 3, ['党委书记', '乡长', '纪委书记']],
      ['党建工作办公室', '行政编制', 3],
      ['综合治理办公室', '行政编制', 2],
      ['乡村建设服务中心', '事业编制', 4],
      ['卫生健康服务站', '事业编制', 2],
    ])
    const approved: Readonly<Record<string, number>> = {
      党政领导: 4,
      党建工作办公室: 3,
      综合治理办公室: 3,
      乡村建设服务中心: 5,
      卫生健康服务站: 2,
    }
    const numerals = ['一', '二', '三', '四', '五']
    const rows: Row[] = [
      line('附件1', 8),
      line('云溪乡干部职工名录', 8),
      ['填报单位：云溪乡党委组织办', ...blanks(5), '二〇二六年十一月', null],
      ['编号', '岗位（职务）', '姓名', '公民身份号码', '性别', '用编种类', '列编时间', '说明'],
    ]
    unitsOf(people).forEach((unit, at) => {
      const staff = of(people, unit)
      rows.push(line(`${numerals[at]}、${unit}【核定${approved[unit]}名　在职${staff.length}名】`, 8))
      for (const [place, one] of staff.entries())
        rows.push([
          place + 1,
          one.post,
          one.name,
          one.id,
          one.sex,
          one.category === '行政编制' ? '行政' : '事业',
          dotted(one.entered),
          at === 3 && place === 1 ? '兼防汛物资保管' : null,
        ])
      rows.push(blanks(8))
    })
    rows.push(['合计', `在职${people.length}名`, ...blanks(6)])
    rows.push(['主要领导签字：', ...blanks(4), '经办人：', null, null])
    return {
      truth: {
        case: 'R01-一级小标题',
        file: 'R01-一级小标题.xlsx',
        about: '机构在“一、××【核定n名　在职n名】”的行里，没有合并单元格，组间空行，末尾合计和签字',
        people: told(people, 'id', 'sex', 'enteredOn', 'post'),
      },
      bytes: xlsx({ name: '名录', rows, merges: ['A2:H2'] }),
    }
  },
  () => {
    const people = roster(12002, [
      ['人大办公室', '行政编制', 2],
      ['党群工作办公室', '行政编制', 4],
      ['退役军人服务站', '事业编制', 3],
      ['文化旅游服务中心', '事业编制', 5],
    ])
    const head = ['行号', '姓名', '所属科室', '性别', '用编\n性质', '证件号码', '岗位名称', '纳编年月', '操作']
    const cells = (row: readonly (string | number)[]): readonly WebCell[] => row.map((text) => ({ text: String(text) }))
    const rows: (readonly WebCell[])[] = [
      [{ text: '人员信息查询结果', columns: 9 }],
      [{ text: '查询条件：在职状态=在职　导出人：管理员　导出时间：2026-11-20 09:41:07', columns: 9 }],
      cells(head),
      ...people.map((one, at) =>
        cells([
          at + 1,
          one.name,
          one.unit,
          one.sex,
          one.category,
          one.id,
          one.post,
          one.entered.replace('-', ''),
          '查看 编辑',
        ]),
      ),
      [{ text: `共 ${people.length} 条记录　第 1/1 页　每页 50 条`, columns: 9 }],
    ]
    const style = '<style>td{mso-number-format:"\\@";}</style><script>window.print()</script>'
    return {
      truth: {
        case: 'R02-系统导出网页',
        file: 'R02-系统导出网页.xls',
        about: '国标码网页存成 .xls：上有查询条件，下有页码，末列是按钮字样，表头里有换行',
        people: told(people, 'id', 'sex', 'enteredOn', 'post'),
      },
      bytes: gb18030(webPage('gb2312', style, rows)),
    }
  },
  () => {
    const people = roster(12003, [
      ['社会事务办公室', '行政编制', 4],
      ['应急管理办公室', '行政编制', 3],
      ['便民服务中心', '事业编制', 3],
      ['水利站', '事业编制', 2],
      ['林业工作站', '事业编制', 2],
    ])
    const rows: Row[] = [
      line('云溪乡在编人员台账', 9),
      ['单位：人', ...blanks(6), '截至2026年10月31日', null],
      ['编制', '站办所', '人数', '姓名', '职务', '出生年月', '身份证号', '入编年月', '备注'],
    ]
    const merges = ['A1:I1']
    for (const category of ['行政编制', '事业编制']) {
      const all = people.filter((one) => one.category === category)
      const top = rows.length + 1
      for (const unit of unitsOf(all)) {
        const staff = of(all, unit)
        const first = rows.length + 1
        staff.forEach((one, place) => {
          const born = one.birth.slice(0, 7).replace('-', '.')
          rows.push([
            rows.length + 1 === top ? category : null,
            place === 0 ? unit : null,
            place === 0 ? staff.length : null,
            one.name,
            one.post,
            born,
            one.id,
            dotted(one.entered),
            null,
          ])
        })
        merges.push(`B${first}:B${rows.length}`, `C${first}:C${rows.length}`)
      }
      rows.push([null, '小计', all.length, ...blanks(6)])
      merges.push(`A${top}:A${rows.length}`)
    }
    rows.push(['总计', null, people.length, ...blanks(6)])
    merges.push(`A${rows.length}:B${rows.length}`)
    rows.push(line('注：1.不含编外聘用人员；2.借出人员计入原单位。', 9))
    return {
      truth: {
        case: 'R03-左侧两层合并',
        file: 'R03-左侧两层合并.xls',
        about: '编制、站办所、人数三列纵向合并，编制的合并跨小计行；没有性别列',
        people: told(people, 'id', 'birth', 'enteredOn', 'post'),
      },
      bytes: biff({ name: 'Sheet1', rows, merges }),
    }
  },
  () => {
    const people = roster(12004, [
      ['党政综合办公室', '行政编制', 4],
      ['平安法治办公室', '行政编制', 3],
      ['农业农村服务中心', '事业编制', 5],
      ['社会保障所', '事业编制', 2],
    ])
    const rows: Row[] = [
      line('表三', 13),
      line('机关事业单位工作人员信息一览表', 13),
      ['填表单位（公章）：云溪乡人民政府', ...blanks(8), '填表日期：2026年11月18日', ...blanks(3)],
      ['序号', '个人情况', ...blanks(5), '编制管理', null, null, '工作', null, '备考'],
      [null, '姓名', '性别', '出生', null, '学历', '政治\n面貌', '上编', null, '性质', '部门', '岗位', null],
      [null, null, null, '年月', '身份证号', null, null, '上编手续', null, null, null, null, null],
      [null, null, null, null, null, null, null, '时间', '文号', null, null, null, null],
      ...people.map((one, at): Row => [
        at + 1,
        one.name,
        one.sex,
        one.birth.slice(0, 7),
        one.id,
        SHORT_EDUCATION[one.education] ?? null,
        PARTY_WORD[one.politics] ?? null,
        one.entered,
        `云编发〔${one.entered.slice(0, 4)}〕${at + 3}号`,
        one.category,
        one.unit,
        one.post,
        null,
      ]),
      ['审核人：', ...blanks(3), '填表人：', ...blanks(4), '电话：0791-8800000', ...blanks(3)],
    ]
    const merges = ['A2:M2', 'A4:A7', 'B4:G4', 'H4:J4', 'K4:L4', 'M4:M7', 'B5:B7', 'C5:C7', 'D5:E5', 'F5:F7']
    merges.push('G5:G7', 'H5:I5', 'J5:J7', 'K5:K7', 'L5:L7', 'D6:D7', 'E6:E7', 'H6:I6')
    return {
      truth: {
        case: 'R04-四行表头',
        file: 'R04-四行表头.ods',
        about: '四行表头，“编制管理”下分上编手续（时间、文号）和性质，“出生”下有年月和身份证号',
        people: told(people, 'id', 'sex', 'birth', 'enteredOn', 'post', 'education', 'politicalStatus'),
      },
      bytes: ods({ name: '表三', rows, merges }),
    }
  },
  () => {
    const words: readonly (readonly [word: string, category: string])[] = [
      ['公务员编', '行政编制'],
      ['机关行政编制', '行政编制'],
      ['行政编制（公务员）', '行政编制'],
      ['行政', '行政编制'],
      ['参照公务员法管理事业编制', '事业编制（参公）'],
      ['事业（参公）', '事业编制（参公）'],
      ['机关工勤编', '机关工勤编制'],
      ['全额拨款事业编制', '事业编制（全额拨款）'],
      ['事业（全额拨款）', '事业编制（全额拨款）'],
      ['全供事业编', '事业编制（全额拨款）'],
      ['差额拨款事业编制', '事业编制（差额补贴）'],
      ['事业（差额）', '事业编制（差额补贴）'],
      ['自收自支事业编', '事业编制（自收自支）'],
      ['事业编', '事业编制'],
    ]
    const seats = roster(12005, [
      ['党委班子', '行政编制', 3, ['党委书记', '乡长', '人大主席']],
      ['财政管理办公室', '行政编制', 4],
      ['农技推广中心', '事业编制', 4],
      ['广播文化站', '事业编制', 3],
    ])
    const people = seats.map((one, at): Person => ({ ...one, category: words[at]?.[1] ?? one.category }))
    const columns: readonly Column[] = [
      ['姓名', (one) => one.name],
      ['工作部门', (one) => one.unit],
      ['性别', (one) => one.sex],
      ['占用编制种类', (_, at) => words[at]?.[0] ?? null],
      id,
      ['上编时间', (one) => months(one.entered)],
      ['任职', (one) => one.post],
    ]
    return {
      truth: {
        case: 'R05-编制种类写法',
        file: 'R05-编制种类写法.xlsx',
        about: '“占用编制种类”一列十四种写法，表后有填表说明',
        people: told(people, 'id', 'sex', 'enteredOn', 'post'),
      },
      bytes: xlsx({
        name: '人员',
        rows: [
          line('云溪乡编制占用情况登记', 7),
          ...staffSheet(people, columns),
          blanks(7),
          line('填表说明：占用编制种类按编制证（卡）填写；上编时间为首次列入本编制的时间。', 7),
        ],
        merges: ['A1:G1'],
      }),
    }
  },
  () => {
    const people = roster(12006, [
      ['组织人事办公室', '行政编制', 5],
      ['宣传统战办公室', '行政编制', 3],
      ['动物防疫站', '事业编制', 4],
      ['市场监管服务站', '事业编制', 3],
    ])
    const written = (month: string, at: number): string => {
      const [year, number] = [month.slice(0, 4), month.slice(5)]
      const full = (text: string) =>
        Array.from(text, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)).join('')
      const chinese = Array.from(year, (one) => '〇一二三四五六七八九'[Number(one)]).join('')
      const month12 = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'][Number(number) - 1]
      const forms = [
        `${year}年${number}月`,
        // A single 1 behind the point could be a 10 that lost its nought.
        number === '01' ? `${year}.01` : `${year}.${Number(number)}`,
        `${year}/${number}/01`,
        `${year}${number}01`,
        `${year}－${number}`,
        `${year}年${Number(number)}月1日`,
        `${year}-${Number(number)}`,
        ` ${year}. ${number} `,
        `${chinese}年${month12}月`,
        `${full(year)}．${full(number)}`,
        `${year}、${number}`,
        `${year}${number}`,
        `${year}年${number}月份`,
        `${year}.${number}.`,
        `${year}-${number}-01 00:00:00`,
      ]
      return forms[at % forms.length] ?? month
    }
    const columns: readonly Column[] = [
      column.number,
      ['科室名称', (one) => one.unit],
      ['姓名', (one) => one.name],
      ['性别', (one) => one.sex],
      ['出生日期', (one, at) => written(one.birth.slice(0, 7), at + 4)],
      ['编制类型', (one) => one.category],
      ['参加工作', (one, at) => written(one.work, at + 9)],
      ['编入时间', (one, at) => written(one.entered, at)],
      ['现任岗位', (one) => one.post],
      ['备注', (_, at) => (at === 2 ? '年月按档案记载，已核对' : null)],
    ]
    const rows: readonly Row[] = [
      line('云溪乡人员时间信息核对表', 10),
      ...staffSheet(people, columns),
      ['合计', null, `${people.length}人`, ...blanks(7)],
    ]
    return {
      truth: {
        case: 'R06-年月十五种写法',
        file: 'R06-年月十五种写法.csv',
        about: '国标码 .csv，没有身份证号，出生、参加工作、编入时间各有十五种写法',
        people: told(people, 'sex', 'birth', 'enteredOn', 'post'),
      },
      bytes: gb18030(separated(rows, ',')),
    }
  },
  () => {
    const people = roster(12007, [
      ['党政办', '行政编制', 5],
      ['经济发展办', '行政编制', 3],
      ['农机站', '事业编制', 3],
      ['综合执法队', '事业编制', 4],
    ])
    const half = Math.ceil(people.length / 2)
    const cells = (one: Person | undefined, at: number): Row =>
      one === undefined ? blanks(6) : [at + 1, one.name, one.unit, one.post, one.category, one.id]
    const rows: Row[] = [
      line('云 溪 乡 干 部 花 名 册', 12),
      [
        '序号',
        '姓名',
        '部门',
        '职务',
        '编制性质',
        '身份证号',
        '序号',
        '姓　名',
        '部　门',
        '职　务',
        '编制性质',
        '身份证号码',
      ],
      ...Array.from({ length: half }, (_, at): Row => [
        ...cells(people[at], at),
        ...cells(people[at + half], at + half),
      ]),
      [`共${people.length}人`, ...blanks(5), '制表：', ...blanks(2), '2026.11', ...blanks(2)],
    ]
    return {
      truth: {
        case: 'R07-左右两半紧挨',
        file: 'R07-左右两半紧挨.et',
        about: '左右两半之间没有空列，右半表头写法略有不同，最后一行右半空着',
        people: told(people, 'id', 'post'),
      },
      bytes: biff({ name: '花名册', rows, merges: ['A1:L1'] }),
    }
  },
]
