import { describe, expect, it } from 'vitest'
import { fieldOfWords, fitChoice } from '../../../electron/domain/fill/fit-choices.ts'
import type { FillBlock, FillValue } from '../../../electron/domain/fill/fill-request.ts'
import { laidOut } from '../../../electron/domain/fill/lay-out-sides.ts'
import { placeByPost, placeByUnit, type KeyedPerson } from '../../../electron/domain/fill/printed-keys.ts'

/* A value in the words of a form's own drop-down, and people in the places a form has already named. */

describe('the option that says the same', () => {
  it.each<readonly [field: string, value: string, options: readonly string[], fit: string | null]>([
    // Codes before and behind, in every fashion.
    ['sex', '女', ['1.男', '2.女'], '2.女'],
    ['sex', '女', ['1-男', '2-女'], '2-女'],
    ['sex', '男', ['（1）男', '（2）女'], '（1）男'],
    ['sex', '女', ['A、男', 'B、女'], 'B、女'],
    ['sex', '女', ['01男', '02女'], '02女'],
    ['sex', '女', ['1 男', '2 女'], '2 女'],
    ['sex', '女', ['男-1', '女-2'], '女-2'],
    ['sex', '女', ['男_1', '女_2'], '女_2'],
    ['sex', '女', ['男', '未知'], null],
    ['sex', '女', ['1.女', '2.女'], null],
    ['remark', '甲', ['甲', '乙'], '甲'],
    ['remark', '甲', ['乙'], null],
    ['remark', '甲', ['甲', '1.甲'], '甲'],
    ['remark', '甲', ['1.甲', '2.乙'], '1.甲'],
    ['remark', '甲', ['12.甲', '13.乙'], '12.甲'],
    ['remark', '甲', ['（12）甲', '（13）乙'], '（12）甲'],
    ['remark', '甲', [' 1 .甲', ' 2 .乙'], ' 1 .甲'],
    ['remark', '甲', ['甲 - 12', '乙 - 13'], '甲 - 12'],
    // A number within a word is no code.
    ['remark', '甲组', ['甲-1组', '甲-2组'], null],
    ['remark', '甲乙', ['甲1.乙', '丙'], null],
    // 民族
    ['ethnicity', '汉族', ['汉', '苗'], '汉'],
    ['ethnicity', '苗族', ['汉族', '少数民族'], '少数民族'],
    ['ethnicity', '苗族', ['1.汉族', '2.其他少数民族'], '2.其他少数民族'],
    ['ethnicity', '汉族', ['少数民族', '其他'], '其他'],
    ['ethnicity', '苗族', ['汉族', '其它'], '其它'],
    ['ethnicity', '苗族', ['汉族', '侗族'], null],
    ['ethnicity', '苗族', ['汉族', '少数民族聚居区'], null],
    ['ethnicity', '苗族', ['汉族', '其他信息'], null],
    ['ethnicity', '外星', ['汉族', '其他'], null],
    // 政治面貌
    ['politicalStatus', '中共党员', ['党员', '团员', '群众'], '党员'],
    ['politicalStatus', '中共党员', ['正式党员', '预备党员'], '正式党员'],
    ['politicalStatus', '中共预备党员', ['正式党员', '预备党员'], '预备党员'],
    ['politicalStatus', '中共预备党员', ['中共党员（含预备党员）', '群众'], '中共党员（含预备党员）'],
    ['politicalStatus', '中共预备党员', ['中共党员', '群众', '其他'], null],
    ['politicalStatus', '民盟盟员', ['中共党员', '民主党派', '群众'], '民主党派'],
    ['politicalStatus', '民盟盟员', ['中共党员', '各民主党派成员'], '各民主党派成员'],
    ['politicalStatus', '民盟盟员', ['中共党员', '群众'], null],
    ['politicalStatus', '群众', ['中共党员', '非党员'], '非党员'],
    ['politicalStatus', '共青团员', ['中共党员', '其他'], '其他'],
    ['politicalStatus', '共青团员', ['党员', '团员', '其他'], '团员'],
    ['politicalStatus', '群众', ['党员', '非党员干部'], null],
    ['politicalStatus', '不详', ['中共党员', '其他'], null],
    // 学历: the narrowest that holds it.
    ['education', '大学本科', ['专科', '本科', '研究生'], '本科'],
    ['education', '硕士研究生', ['本科及以上', '研究生'], '研究生'],
    ['education', '大学专科', ['本科', '大专及以下'], '大专及以下'],
    ['education', '中等专科', ['中专', '中专及以下'], '中专'],
    ['education', '大学本科', ['专科', '其他'], '其他'],
    ['education', '大学本科', ['本科', '大学本科及以上', '大学'], null],
    ['education', '大学本科', ['研究生教育', '大学本科教育', '大学专科教育', '中等职业教育'], '大学本科教育'],
    ['education', '中等专科', ['大学专科教育及以上', '中等专业教育'], '中等专业教育'],
    ['fullTimeEducation', '大学专科', ['大专', '本科'], '大专'],
    ['inServiceEducation', '大学本科', ['大专', '本科'], '本科'],
    // 编制
    ['category', '行政编制', ['行政', '事业', '工勤'], '行政'],
    ['category', '事业编制（全额拨款）', ['行政', '事业', '工勤'], '事业'],
    ['category', '事业编制（全额拨款）', ['事业（全额）', '事业（差额）', '事业（参公）'], '事业（全额）'],
    ['category', '事业编制（参公）', ['事业', '参公'], '参公'],
    ['category', '事业编制（全额拨款）', ['事业', '参公'], '事业'],
    ['category', '事业编制（参公）', ['行政', '事业（含参公）'], '事业（含参公）'],
    ['category', '事业编制（全额拨款）', ['事业', '事业（全额）'], '事业（全额）'],
    ['category', '事业编制（参公）', ['行政', '事业', '事业（参公）'], '事业（参公）'],
    ['category', '事业编制（全额拨款）', ['财政全额', '事业（全额）'], null],
    ['formOfWork', '事业编制（全额拨款）', ['行政编制', '劳务派遣'], null],
    ['category', '机关工勤编制', ['行政', '事业'], null],
    ['category', '劳务派遣', ['行政', '事业'], null],
    ['formOfWork', '劳务派遣', ['1.劳务派遣', '2.公益性岗位'], '1.劳务派遣'],
    // 在岗
    ['dutyState', '在岗', ['在岗', '不在岗'], '在岗'],
    ['dutyState', '在岗', ['是', '否'], '是'],
    ['dutyState', '病休', ['在岗', '不在岗'], '不在岗'],
    ['dutyState', '病休', ['是', '否'], '否'],
    ['dutyState', '病休', ['在岗', '长期病休', '借调'], '长期病休'],
    ['dutyState', '离岗学习', ['在岗', '脱产进修', '离岗'], '脱产进修'],
    ['dutyState', '停职', ['在岗', '停职检查', '离岗'], '停职检查'],
    ['dutyState', '停职', ['在岗', '离岗'], '离岗'],
    ['dutyState', '借出', ['在岗', '借调', '离岗'], '借调'],
    ['dutyState', '借出', ['在岗', '离岗'], null],
    ['dutyState', '病休', ['在岗', '其他'], '其他'],
    ['dutyState', '在岗', ['病休', '其他'], null],
    ['dutyState', '停职', ['在岗', '不在岗学习'], null],
    ['dutyState', '调出', ['在岗', '其他'], null],
    ['absence', '病休', ['病假', '事假'], '病假'],
    // 职称, 等级
    ['titleLevel', '副高级', ['正高', '副高', '中级'], '副高'],
    ['titleLevel', '副高级', ['高级', '中级', '初级'], '高级'],
    ['titleLevel', '中级', ['高级职称', '中级职称'], '中级职称'],
    ['titleLevel', '初级', ['高级', '中级'], null],
    ['titleLevel', '正高级', ['高', '中', '初'], '高'],
    ['titleLevel', '中级', ['高', '中', '初'], '中'],
    ['titleLevel', '副高级', ['高级工', '中级工'], null],
    ['titleLevel', '正高级', ['最高级', '中级'], null],
    ['postGrade', '技术工岗三级', ['高级工', '中级工'], '高级工'],
    ['anyGrade', '技术工三级', ['高级工（三级）', '中级工（四级）'], '高级工（三级）'],
    ['postGrade', '技术工三级', ['高级工', '中级工'], '高级工'],
    ['postGrade', '管理八级', ['高级工', '中级工'], null],
    // 机构
    ['unit', '财政所', ['山溪乡财政所', '山溪乡水利站'], '山溪乡财政所'],
    ['unit', '财政所', ['东财政所', '西财政所'], null],
    ['education', '硕士研究生', ['研究生教育', '研究生', '研究生班', '本科教育', '大学'], '研究生'],
    ['education', '大学本科', ['研究生教育', '研究生', '本科教育', '大学'], '大学'],
    ['education', '硕士研究生', ['研究生教育', '本科教育'], '研究生教育'],
  ])('%s %s of %j is %s', (field, value, options, fit) => expect(fitChoice(field, value, options)).toBe(fit))
})

describe('what a drop-down asks', () => {
  it.each([
    [['男', '女'], 'sex'],
    [['1.男性', '2.女性'], 'sex'],
    [['中共党员', '共青团员', '民主党派', '群众'], 'politicalStatus'],
    [['正式党员', '预备党员'], 'politicalStatus'],
    [['汉族', '苗族', '其他'], 'ethnicity'],
    [['研究生', '本科', '大专', '中专及以下'], 'education'],
    [['行政', '事业', '工勤'], 'category'],
    [['是', '否'], null],
    [['男'], null],
    [['男', '其他'], null],
    [['', '男', '女'], 'sex'],
    [['男', '女', '未知'], null],
    [['男职工', '女职工'], null],
    [['汉族', '其他民族乡'], null],
    [['非民主党派', '群众'], null],
    [[], null],
  ])('%j: %s', (options, field) => expect(fieldOfWords(options)).toBe(field))
})

const keys = (...texts: readonly string[]) => texts.map((text, row) => ({ row, text }))
const people = (...pairs: readonly (readonly [string, string])[]): readonly KeyedPerson[] =>
  pairs.map(([name, key]) => ({ personId: name, name, key }))
const told = ({ placed, open }: ReturnType<typeof placeByPost>) => [
  placed.map(({ row, personId }) => `${row}${personId}`),
  open.map(({ row, why }) => `${row}${why}`),
]

describe('posts and units that are printed', () => {
  it('whoever holds the post by that very name goes first, among others after', () =>
    expect(
      told(
        placeByPost(
          keys('党委副书记', '镇长', '党委书记'),
          people(['甲', '党委副书记、镇长'], ['乙', '党委副书记'], ['丙', '党委书记']),
        ),
      ),
    ).toEqual([['0乙', '1甲', '2丙'], []]))

  it('a post named in full takes its holder before a part of its name does', () =>
    expect(told(placeByPost(keys('镇长', '党委副书记、镇长'), people(['甲', '党委副书记、镇长'])))).toEqual([
      ['1甲'],
      ['0名单里没有“镇长”的人，这一行没有填'],
    ]))

  it('as many rows as people, in their order', () =>
    expect(told(placeByPost(keys('副镇长', '副镇长'), people(['甲', '副镇长'], ['乙', '副镇长'])))).toEqual([
      ['0甲', '1乙'],
      [],
    ]))

  it('a row too few is filled with nobody, and says with whom it could be', () =>
    expect(
      told(
        placeByPost(
          keys('书记', '副镇长'),
          people(['甲', '副镇长'], ['乙', '副镇长'], ['丙', '副镇长'], ['丁', '副镇长']),
        ),
      ),
    ).toEqual([
      [],
      ['0名单里没有“书记”的人，这一行没有填', '1“副镇长”有 4 人（甲、乙、丙 等），表里只有 1 行，没有填'],
    ]))

  it('three are named without 等; a row too many stays empty', () =>
    expect([
      told(placeByPost(keys('干事'), people(['甲', '干事'], ['乙', '干事'], ['丙', '干事']))),
      told(placeByPost(keys('干事', '干事'), people(['甲', '干事']))),
    ]).toEqual([
      [[], ['0“干事”有 3 人（甲、乙、丙），表里只有 1 行，没有填']],
      [['0甲'], ['1名单里没有“干事”的人，这一行没有填']],
    ]))

  it('a unit’s people by its whole name', () =>
    expect(told(placeByUnit(keys('财政所', '水利站'), people(['甲', '水利站'], ['乙', '财政所、水利站'])))).toEqual([
      ['1甲'],
      ['0名单里没有“财政所”的人，这一行没有填'],
    ]))
})

describe('lists side by side', () => {
  const text = (value: string): FillValue => ({ kind: 'text', text: value })
  const block = (count: number): FillBlock => ({
    headerLast: 1,
    keyColumn: 1,
    sequenceColumns: [0],
    columns: [0, 1, 3, 4],
    rows: Array.from({ length: count }, (_, at) => [text(String(at + 1)), text(`人${at + 1}`)]),
    sides: [
      [0, 1],
      [2, 3],
    ],
    until: 100,
    sumColumns: [],
  })
  const laid = (count: number, blank: number) =>
    laidOut(block(count), blank).rows.map((row) =>
      row.map((value) => (value?.kind === 'text' ? value.text : '')).join(' '),
    )
  it('the left one is filled first', () =>
    expect([laid(3, 2), laid(2, 2), laid(1, 3)]).toEqual([
      ['1 人1 3 人3', '2 人2  '],
      ['1 人1  ', '2 人2  '],
      ['1 人1  '],
    ]))
  it('too many people make both longer alike', () =>
    expect(laid(5, 2)).toEqual(['1 人1 4 人4', '2 人2 5 人5', '3 人3  ']))
  it('one list stays what it is', () => {
    const one = { ...block(2), sides: [] }
    expect(laidOut(one, 5)).toBe(one)
  })
})
