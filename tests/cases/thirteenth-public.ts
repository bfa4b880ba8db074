import { write } from 'xlsx'
import { dotted, of, told, unitsOf, type Case, type ToldQuota } from './kit/case.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, ods, webPage, workbookOf, xlsx, type Row, type WebCell } from './kit/write-files.ts'

/* T01, T02, T03, T06, T07, T08: what is posted, printed by the national system, and handed in about quotas and 编外. */

const blanks = (count: number): readonly null[] => Array.from({ length: count }, () => null)
const line = (text: string, columns: number): Row => [text, ...blanks(columns - 1)]

export const thirteenthPublicCases: readonly (() => Case)[] = [
  () => {
    const people = roster(13001, [
      ['乡党政领导', '行政编制', 4, ['党委书记', '党委副书记、乡长', '副乡长', '人武部长']],
      ['党政综合办公室', '行政编制', 4, ['主任', '文秘', '组织干事', '财务']],
      ['经济发展和规划办公室', '行政编制', 3, ['主任', '统计', '项目管理']],
      ['农业综合服务站', '事业编制', 4, ['站长', '农技推广', '畜牧兽医', '农机管理']],
      ['文化和旅游服务站', '事业编制', 3, ['站长', '文化辅导', '旅游宣传']],
    ])
    const approved: Readonly<Record<string, number>> = {
      乡党政领导: 5,
      党政综合办公室: 4,
      经济发展和规划办公室: 4,
      农业综合服务站: 6,
      文化和旅游服务站: 3,
    }
    const also: Readonly<Record<string, readonly [post: string, name: string]>> = {
      党政综合办公室: ['档案管理', people[6]?.name ?? ''],
      文化和旅游服务站: ['广播管理', people[13]?.name ?? ''],
    }
    const rows: Row[] = [
      line('云溪乡机关和事业单位编制实名制公示', 4),
      line(
        '　　根据《云溪乡职位设置方案》和《云溪乡事业单位岗位设置方案》，经乡党政班子会研究，现将编制实名制情况公示如下：',
        4,
      ),
    ]
    const part = (text: string, category: string) => {
      const all = people.filter((one) => one.category === category)
      const quota = unitsOf(all).reduce((sum, unit) => sum + (approved[unit] ?? 0), 0)
      rows.push(line(`${text}（${category}${quota}名，实有${all.length}名）`, 4))
      for (const [at, unit] of unitsOf(all).entries()) {
        const staff = of(all, unit)
        const heads = unit === '乡党政领导' ? `领导职数${category}` : category
        rows.push(line(`${at + 1}、${unit}（${heads}${approved[unit]}名，实有${staff.length}名）`, 4))
        rows.push([at === 0 && category === '行政编制' ? '职务' : '岗位', '姓名', '性别', '备注'])
        for (const one of staff) rows.push([one.post, one.name, one.sex, null])
        const extra = also[unit]
        if (extra !== undefined) rows.push([extra[0], `${extra[1]}兼任`, null, null])
      }
    }
    part('一、乡机关', '行政编制')
    part('二、事业单位', '事业编制')
    rows.push(line('　　公示期限：2026年11月16日至11月20日。监督电话：0791-8800012', 4))
    rows.push([null, null, '云溪乡人民政府', null], [null, null, '2026年11月16日', null])
    return {
      truth: {
        case: 'T01-公示里的兼任',
        file: 'T01-公示里的兼任.xls',
        about: '两层小标题各有编制数和实有数，每个机构下重复表头，末尾“某某兼任”不算人；没有身份证号',
        people: told(people, 'sex').map((one) =>
          Object.values(also).some(([, name]) => name === one.name)
            ? one
            : { ...one, post: people.find((other) => other.name === one.name)?.post ?? null },
        ),
      },
      bytes: biff({ name: '公示', rows, merges: ['A1:D1', 'A2:D2'] }),
    }
  },
  () => {
    const people = roster(13002, [
      ['党委政府办公室', '行政编制', 4],
      ['财经办公室', '行政编制', 3],
      ['村镇建设服务中心', '事业编制', 4],
      ['计生和卫生服务中心', '事业编制', 3],
    ])
    const rows: Row[] = [
      line('财政与编制政务公开——人员公布信息', 10),
      ['公开单位：云溪乡人民政府', ...blanks(7), '公开日期：2026.11', null],
    ]
    for (const unit of unitsOf(people)) {
      const staff = of(people, unit)
      rows.push(line(unit, 10))
      rows.push([
        '序号',
        '姓名',
        '性别',
        '职务（或岗位）',
        '职称',
        '所占编制类别',
        '进入现单位时间',
        '渠道',
        '在编状况',
        '编制卡号',
      ])
      for (const [at, one] of staff.entries())
        rows.push([
          at + 1,
          one.name,
          one.sex,
          one.post,
          one.category === '行政编制' ? '——' : '助理级',
          one.category,
          dotted(one.entered),
          ['考试录用', '调入', '军转安置', '公开招聘'][at % 4] ?? null,
          '在编',
          `云编卡${String(1000 + rows.length)}`,
        ])
    }
    rows.push(line('备注：出生年月、身份证号为内部掌握，不予公布。', 10))
    return {
      truth: {
        case: 'T02-政务公开人员信息',
        file: 'T02-政务公开人员信息.et',
        about: '机构名单独占一行、没有合并也没有数字，表头逐个机构重复；没有身份证号，有职称、渠道、编制卡号',
        people: told(people, 'sex', 'post'),
      },
      bytes: biff({ name: 'Sheet1', rows, merges: ['A1:J1'] }),
    }
  },
  () => {
    const officials = roster(13003, [
      ['乡领导', '行政编制', 6, ['党委书记', '乡长', '人大主席', '党委副书记', '副乡长']],
      ['党建工作办公室', '行政编制', 3],
      ['社会事务管理办公室', '行政编制', 4],
    ])
    const others = roster(13103, [
      ['水利水保站', '事业编制', 3],
      ['财政所', '事业编制', 7, ['所长', '会计', '出纳', '惠农补贴管理']],
    ])
    const head: readonly Row[] = [
      ['姓\n名', '性\n别', '出生\n年月', '民\n族', '学历学位', null, '参加\n工作\n时间', '现　任　职　务', '备\n注'],
      [null, null, null, null, '全日制\n教　育', '在　职\n教　育', null, null, null],
    ]
    const sheet = (name: string, title: string, all: readonly Person[]) => {
      const rows: Row[] = [line(title, 9)]
      const merges = ['A1:I1']
      for (const unit of unitsOf(all)) {
        const staff = of(all, unit)
        for (let at = 0; at < staff.length; at += 5) {
          rows.push(line(`　${unit}`, 9))
          const top = rows.length + 1
          rows.push(...head)
          merges.push(`E${top}:F${top}`, ...Array.from('ABCDGHI', (one) => `${one}${top}:${one}${top + 1}`))
          for (let place = at; place < at + 5; place += 1) {
            const one = staff[place]
            rows.push(
              one === undefined
                ? blanks(9)
                : [
                    one.name,
                    one.sex,
                    dotted(one.birth.slice(0, 7)),
                    one.nation,
                    one.education,
                    place % 3 === 0 ? '省委党校大学' : null,
                    dotted(one.work),
                    one.post,
                    null,
                  ],
            )
          }
        }
      }
      return { name, rows, merges }
    }
    const book = workbookOf([
      sheet('行政', '干 部 花 名 册（行政编制）', officials),
      sheet('事业', '干 部 花 名 册（事业编制）', others),
    ])
    return {
      truth: {
        case: 'T03-按机构分组五人一页',
        file: 'T03-按机构分组五人一页.xls',
        about: '每页五人，机构名和两行表头逐页重复（同一机构第二页也重复），不满五人空行补齐；编制只在标题里',
        people: told([...officials, ...others], 'sex', 'birth', 'post'),
      },
      bytes: write(book, { type: 'buffer', bookType: 'xlml' }) as Buffer,
    }
  },
  () => {
    const offices: readonly (readonly [string, number, number])[] = [
      ['党政办公室', 9, 2],
      ['党建和组织人事办公室', 5, 0],
      ['平安建设办公室', 6, 0],
      ['应急管理和生态环境办公室', 4, 1],
    ]
    const stations: readonly (readonly [string, number, number])[] = [
      ['农业技术推广综合站', 12, 0],
      ['退役军人事务服务站', 3, 0],
      ['卫生健康服务中心', 0, 8],
    ]
    const top: readonly Row[] = [
      line('行政机关编制核定表', 9),
      ['填报单位：云溪乡', ...blanks(6), '单位：名', null],
      ['序号', '机构名称', '批准文号', '日期', '编制数', '编制类别', null, '领导职数', '备注'],
      [null, null, null, null, null, '行政编制', '机关工勤人员编制', null, null],
    ]
    const bottom: readonly Row[] = [
      line('事业单位编制核定表', 9),
      ['填报单位：云溪乡', ...blanks(6), '单位：名', null],
      ['序号', '机构名称', '批准文号', '日期', '编制数', '经费形式', null, '领导职数', '备注'],
      [null, null, null, null, null, '全额拨款', '差额补贴', null, null],
    ]
    const body = (all: typeof offices): Row[] => [
      ...all.map(([unit, first, second], at): Row => [
        at + 1,
        unit,
        `云编〔2021〕${at + 4}号`,
        '2021.06',
        first + second,
        first === 0 ? '—' : first,
        second === 0 ? '—' : second,
        1 + (at % 2),
        null,
      ]),
      [
        '合计',
        null,
        null,
        null,
        all.reduce((sum, one) => sum + one[1] + one[2], 0),
        all.reduce((sum, one) => sum + one[1], 0),
        all.reduce((sum, one) => sum + one[2], 0),
        all.reduce((sum, _, at) => sum + 1 + (at % 2), 0),
        null,
      ],
    ]
    const merges = ['A1:I1', 'F3:G3', ...Array.from('ABCDEHI', (one) => `${one}3:${one}4`)]
    const quotas = (all: typeof offices, first: string, second: string): readonly ToldQuota[] =>
      all.flatMap(([unit, one, two]) => [
        ...(one > 0 ? [{ unit, category: first, quota: one }] : []),
        ...(two > 0 ? [{ unit, category: second, quota: two }] : []),
      ])
    return {
      truth: {
        case: 'T06-两张编制核定表',
        file: 'T06-两张编制核定表.xlsx',
        about: '行政机关一张（编制类别横排），事业单位一张（经费形式横排），有编制数合计列、领导职数列，没有的写“—”',
        people: [],
        quotas: [
          ...quotas(offices, '行政编制', '机关工勤编制'),
          ...quotas(stations, '事业编制（全额拨款）', '事业编制（差额补贴）'),
        ],
      },
      bytes: xlsx(
        { name: '行政', rows: [...top, ...body(offices)], merges },
        { name: '事业', rows: [...bottom, ...body(stations)], merges },
      ),
    }
  },
  () => {
    const people = roster(13007, [
      ['党群服务办公室', '行政编制', 4],
      ['乡村振兴办公室', '行政编制', 3],
      ['综合行政执法队', '事业编制', 5],
      ['公共事业服务中心', '事业编制', 4],
    ])
    const duties: Readonly<Record<string, string>> = {
      党群服务办公室: '负责党的建设、组织人事、宣传统战、工会、共青团、妇联等工作。',
      乡村振兴办公室: '负责乡村振兴规划编制和组织实施，承担农村人居环境整治等工作。',
      综合行政执法队: '依法承担赋予乡镇的行政处罚以及与之相关的行政检查、行政强制等工作。',
      公共事业服务中心: '承担文化、体育、社会保障、民政等公共服务的事务性工作。',
    }
    const quota = (unit: string) => of(people, unit).length + (unit === '综合行政执法队' ? 2 : 1)
    const cells = (...texts: readonly string[]): readonly WebCell[] => texts.map((text) => ({ text }))
    const rows: (readonly WebCell[])[] = [
      [{ text: '机构编制实名制信息公示表', columns: 6 }],
      cells('机构名称', '主要职责', '领导职数', '人员编制', '实有人数', '对应实有人员名单'),
      ...unitsOf(people).map((unit) => {
        const staff = of(people, unit)
        const names = staff.map((one, at) => (at === 0 ? `${one.name}（${one.post}）` : one.name)).join('、')
        const approved = `${staff[0]?.category ?? ''}${quota(unit)}名`
        return cells(unit, duties[unit] ?? '', '1名', approved, `${staff.length}名`, names)
      }),
      [{ text: '监督电话：0791-8800012　通讯地址：云溪乡政府路1号　举报信箱：乡政府门卫室', columns: 6 }],
    ]
    return {
      truth: {
        case: 'T07-对应实有人员名单',
        file: 'T07-对应实有人员名单.xls',
        about: '网页存成 .xls：一个机构一行，人员编制写成“行政编制5名”，姓名都在一个单元格，第一人带职务',
        says: [['批准文号', '云编办〔2021〕5号']],
        people: told(people),
        quotas: unitsOf(people).map((unit) => ({
          unit,
          category: of(people, unit)[0]?.category ?? '',
          quota: quota(unit),
        })),
      },
      bytes: Buffer.from(webPage('utf-8', '<title>公示</title>', rows)),
    }
  },
  () => {
    const people = roster(13008, [
      ['综合行政执法队', '', 3, ['执法协管员']],
      ['党政办公室', '', 3, ['食堂厨师', '保洁员', '驾驶员']],
      ['便民服务中心', '', 4, ['窗口人员', '窗口人员', '社保协理员', '窗口人员']],
      ['应急管理站', '', 3, ['森林防火员']],
    ])
    const kind = (at: number) => ['劳务派遣', '公益性岗位', '合同聘用'][at % 3] ?? null
    const rows: Row[] = [
      line('云溪乡编外用工人员花名册', 12),
      ['填报单位（盖章）：', ...blanks(8), '填报时间：2026年11月', null, null],
      [
        '序号',
        '用人部门',
        '*姓名',
        '性别',
        '*公民身份号码',
        '文化程度',
        '岗位',
        '*就业形式',
        '劳动合同期限',
        null,
        '月工资',
        '备注',
      ],
      [...blanks(8), '起', '止', '（元）', null],
      ...people.map((one, at): Row => [
        at + 1,
        one.unit,
        one.name,
        one.sex,
        one.id,
        one.education,
        one.post,
        kind(at),
        `${2024 + (at % 3)}.1.1`,
        `${2027 + (at % 3)}.12.31`,
        2300 + 100 * (at % 4),
        null,
      ]),
      ['合计', null, `${people.length}人`, ...blanks(9)],
      line('填表说明：1.带*的为必填项；2.就业形式填劳务派遣、公益性岗位、合同聘用；3.本表不含在编人员。', 12),
    ]
    return {
      truth: {
        case: 'T08-编外用工花名册',
        file: 'T08-编外用工花名册.ods',
        about: '编外用工：用人部门、就业形式、合同起止，表头带*，表后有说明；都不占编制',
        people: people.map(({ name, unit, id, sex, post }) => ({ name, unit, id, sex, post, list: 'off-quota' })),
      },
      bytes: ods({
        name: '花名册',
        rows,
        merges: ['A1:L1', 'I3:J3', ...Array.from('ABCDEFGHL', (one) => `${one}3:${one}4`)],
      }),
    }
  },
]
