import { remembered } from '../../vocabulary/remembered.ts'
import { politicalStatus, educationLevel, ethnicGroup, quotaCategory } from './vocabularies.ts'

/* Whether a text can be somebody's name. Never whether it is: only a column of them is believed. */

const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平' +
    '黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉' +
    '钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥' +
    '能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚' +
    '那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督晋楚闫法汝鄢涂钦岳帅缑亢况后商牟佘佴墨哈谯笪年爱阳佟言福肖付邸覃蹇苟冼揭岩尧隋帖银院旷英青昂敬亮候由仝代兰占户母求展麦粟黑种',
)
const COMPOUND = new Set(
  (
    '万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐 钟离 宇文 长孙 ' +
    '慕容 鲜于 闾丘 司徒 司空 亓官 司寇 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 百里 东郭 南门 呼延 归海 羊舌 ' +
    '微生 梁丘 左丘 东门 西门 南宫 第五 有琴 伯赏'
  ).split(' '),
)
const WORDS =
  /^(?:男|女|合计|小计|总计|无|是|否|有|备注|姓名|性别|科员|干事|主任|副主任|书记|党员|群众|团员|本科|大专|中专|高中|初中|研究生|行政|事业|工勤|参公|全额|差额|在职|退休|正常|汉族|已婚|未婚|健康|良好|一般|必填|选填|可选|示例|样例|例)$/u
const OFFICE =
  /(?:办公室|中心|所|站|局|队|院|馆|办|室|科|股|部|委|会|处|厅|校|组|村|社区|乡|镇|县|市|省|政府|大厅|班子)$/u
/** What posts are called. */
export const POST =
  /(?:主任|书记|乡长|镇长|所长|站长|科员|干事|委员|主席|会计|出纳|队长|局长|部长|组长|科长|股长|职员|办事员|科级|主任科员|[一二三四五六七八九十]级|岗)$/u

/** Two to four Chinese characters that begin with a surname, or a longer name with a dot in it; marks behind it are not looked at. */
export const looksLikeName = remembered((text): boolean => {
  const bare = bareName(text)
  if (/^[\p{sc=Han}㐀-䶵]{1,12}[·•．‧・.][\p{sc=Han}·•．‧・.]{1,14}$/u.test(bare)) return true
  if (!/^[\p{sc=Han}\u{20000}-\u{3ffff}]{2,4}$/u.test(bare)) return false
  if (WORDS.test(bare) || POST.test(bare) || (OFFICE.test(bare) && bare.length > 2)) return false
  if (ethnicGroup(bare) !== null && bare.endsWith('族')) return false
  if (politicalStatus(bare) !== null || educationLevel(bare) !== null || quotaCategory(bare) !== null) return false
  const letters = Array.from(bare)
  return SURNAMES.has(letters[0] ?? '') || (letters.length > 2 && COMPOUND.has(letters.slice(0, 2).join('')))
})

/** A text that could stand in a 姓名 column, surname known or not. */
export const couldBeName = remembered((text): boolean => {
  const bare = bareName(text)
  return (
    looksLikeName(text) ||
    (/^[\p{sc=Han}\u{20000}-\u{3ffff}·•．‧・.?？*×xX]{2,15}$/u.test(bare) &&
      !WORDS.test(bare) &&
      !(OFFICE.test(bare) && bare.length > 3) &&
      Array.from(bare).length <= (/[·•．‧・.]/u.test(bare) ? 15 : 5))
  )
})

/** The names of a cell, each with what stands in brackets behind it; empty where any part of it is none. */
export function namesIn(written: string): readonly string[] {
  return labelledNames(written).map(({ name }) => name)
}

/** The same with the label before them, which goes on to the next: 主任：许小芹；工作人员：郑大同、贺春生. */
export function labelledNames(written: string): readonly { readonly name: string; readonly label: string | null }[] {
  let label: string | null = null
  const named = written
    .replaceAll(/[（(][^（）()]*[）)]/gu, (note) => note.replaceAll(/[、，,；;\s]/gu, '\u0001'))
    .split(/[、，,；;/／|\r\n]+|(?<=\p{sc=Han}{2}|[）)])\s+(?=\p{sc=Han}{2})/u)
    .map((part) => part.replaceAll('\u0001', '，').replaceAll(/\s/gu, ''))
    .filter((part) => part !== '' && part !== '等')
    .map((part) => {
      const said = LABELLED.exec(part)?.groups
      label = said?.['label'] ?? label
      return { name: said?.['name'] ?? part, label }
    })
  return named.every(({ name }) => looksLikeName(name)) ? named : []
}
const LABELLED = /^(?<label>\p{sc=Han}{2,10})[:：](?<name>.+)$/u

/** True for a cell that names several people. */
export function holdsNames(written: string): boolean {
  return PARTED.test(written) && namesIn(written).length > 1
}
/** What stands between the names of a cell; most cells hold one name and none of these. */
const PARTED = /[、，,;；/／|\s]/u

/** 王芳 Wang Fang: the name without its letters behind or below it. */
export function withoutLatin(text: string): string {
  return LATIN.test(text) ? text.replace(/(?<=\p{sc=Han}{2})\s*[A-Za-z][A-Za-z\s.'’-]{2,}$/u, '') : text
}
const LATIN = /[A-Za-z]/u

/** Without brackets and the marks clerks put beside a name. */
function bareName(text: string): string {
  const bare = withoutLatin(text).replaceAll(/[（(【[][^）)】\]]*[）)】\]]|[★☆*＊#△▲●◆※^①-⑳⑴-⒇]/gu, '')
  const behind = SAID_BEHIND.exec(bare)?.groups
  const group = behind?.['group']
  return behind === undefined || (group !== undefined && ethnicGroup(group) === null) ? bare : (behind['name'] ?? bare)
}

/** 孙尚香 女 侗族, with its blanks or without: a sex or 民族 behind what is long enough for a name. */
const SAID_BEHIND =
  /^(?<name>\p{sc=Han}{2,4})(?:[\s,，、]+[男女]性?|(?<=\p{sc=Han}{4})[男女]性?)?(?:[\s,，、]*(?<group>\p{sc=Han}{1,4}族))?$/u
