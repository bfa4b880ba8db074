import { readAnswerId } from '../../../electron/vocabulary/answers.ts'
import { PURPOSES } from './purposes.ts'

/* What she said of a sheet, told back to her: from an answer's id to a sentence. */

type Fields = readonly { readonly field: string; readonly title: string }[]

const LEAVE_OUT = '-'

/** “机关行政”是行政编制 */
export function answerWords(id: string, answer: string, fields: Fields): string {
  const read = readAnswerId(id)
  if (read === null) return answer
  const { kind, rest } = read
  const about = rest.at(-1) ?? ''
  const titleOf = (field: string) => fields.find((one) => one.field === field)?.title ?? field
  const left = answer === LEAVE_OUT
  switch (kind) {
    case 'value':
      return left ? `“${about}”的行不导入` : `${titleOf(rest[0] ?? '')}“${about}”是${answer}`
    case 'unitName':
      return left ? `单位“${about}”的行不导入` : answer === '+' ? `“${about}”是另一个机构` : `单位“${about}”是${answer}`
    case 'column':
      return left ? `${about} 列不用` : `${about} 列是${titleOf(answer)}`
    case 'header':
      return `表头是“${answer}”这一行`
    case 'place':
      return placeWords(rest, answer)
    case 'sectionUnit':
      return left ? `小标题“${about}”下面的人不导入` : `小标题“${about}”下面的人，单位是${answer}`
    case 'groupUnit':
      return left ? '没有写单位的行不导入' : `没有写单位的人，单位是${answer}`
    case 'blankUnit':
      return answer === '^'
        ? '没有写单位的，承上一行'
        : left
          ? '没有写单位的行不导入'
          : `没有写单位的人，单位是${answer}`
    case 'postUnit':
      return left ? '职务照写的收进，单位另问' : '单位取自职务'
    case 'groupCategory':
    case 'blankCategory':
      return left ? '没有写编制的行不导入' : `没有写编制的人，是${answer}`
    case 'remark':
      return left ? '备注写着已离开的人不导入' : '备注写着已离开的人，仍照在编导入'
    case 'nameOnly':
      return left ? '只有姓名的行不导入' : '只有姓名的，按姓名更新'
    case 'which':
      return `几份名单里用“${answer}”`
    case 'unread':
      return '没有认出的表或行不导入'
    case 'purpose':
      return left ? '整张表不导入' : `整张表是${PURPOSES.find(({ value }) => value === answer)?.label ?? answer}`
    case 'innerUnit':
      return left ? `几个单位下面的“${about}”，这些行不导入` : `几个单位下面的“${about}”，用${answer}`
    case 'left':
      return left ? `“${about}”的人不导入` : `“${about}”的人，仍照在编导入`
    case 'unitMove':
      return left
        ? `写在“${about}”下面的行不导入`
        : answer === '+'
          ? `新建“${about}”，把表里的人移过去`
          : `写在“${about}”下面的人，机构照编制本`
    case 'offGroup':
      return left ? `没有写用工形式的编外人员不导入` : `没有写用工形式的编外人员，是${answer}`
    case 'document':
      return `没有写文号的编制数，是${answer}核定的`
    case 'quotaCategory':
      return `没有写编制类型的编制数，${about === 'organ' ? '机关' : '事业单位'}是${answer}`
    case 'headingQuota':
      return left
        ? '小标题里的编制数不记'
        : `小标题里的编制数记成核定编制，${answer === '+' ? '文号待补' : `依据${answer}`}`
    case 'headingCategory':
      return left
        ? `${about === 'organ' ? '机关' : '事业单位'}小标题里的编制数不记`
        : `${about === 'organ' ? '机关' : '事业单位'}小标题里的编制数是${answer}`
    case 'dateTenth':
      return left
        ? `${titleOf(about)}里写作“2010.1”这样的先空着`
        : `${titleOf(about)}里写作“2010.1”这样的，都是 ${answer === '10' ? 10 : 1} 月`
    case 'namesIn':
      return left ? `${about} 列一格几个人的行不导入` : `${about} 列一格几个人，一人一行收进`
    case 'sameNumber':
      return left
        ? `${rest[0] ?? ''}的行不导入`
        : answer === '='
          ? `${rest[0] ?? ''}就是编制本里的${about}`
          : `${rest[0] ?? ''}和${about}是两个人`
    case 'number':
      return left
        ? `${rest[0] ?? ''}的行不导入`
        : `${rest[0] ?? ''}的身份证号${answer === '=' ? '照编制本' : '改为表里的'}`
    case 'sameHead':
      return left ? `${titleOf(about)}两列不一样的行不导入` : `${titleOf(about)}两列不一样的，以 ${answer} 列为准`
    case 'joinPosts':
      return left ? '只记行政职务，党内职务不记' : `党内职务和行政职务都记，${answer === '1' ? '党内' : '行政'}职务在前`
    case 'all':
      if (answer === '*') return `${allWords(rest)}，分开回答`
      if (rest[0] === 'number' && !left) return `${allWords(rest)}，${answer === '=' ? '照编制本' : '改为表里的'}`
      return `${allWords(rest)}，${left ? '都不导入' : '都导入'}`
    case 'foreign':
      return left ? `“${about}”的人不导入` : `“${about}”是本乡镇的人，导入`
    case 'oddName':
      return left ? `“${about}”不是人名，不导入` : `有人叫“${about}”`
    case 'twice':
      return `${rest[0] ?? ''}的编制在${answer}`
    case 'guest':
      return left ? `“${about}”下面的人先不导入` : `“${about}”下面的人，照写的导入`
  }
}

function allWords([what = '', header = '']: readonly string[]): string {
  switch (what) {
    case 'remark':
      return '备注写着已离开的人'
    case 'leftHeading':
      return '已离开的小标题下面的人'
    case 'oddName':
      return '不像人名的行'
    case 'foreign':
      return '别的乡镇的人'
    case 'number':
      return '身份证号与编制本不同的人'
    default:
      return `“${header}”写着已离开的人`
  }
}

function placeWords(rest: readonly string[], answer: string): string {
  const heading = rest.at(-1) ?? ''
  const whose = heading === '*' ? '整张表没有写的人' : `小标题“${heading}”下面的人`
  if (answer === LEAVE_OUT) return `${whose}不导入`
  return `${whose}，${rest[0] === 'unit' ? '单位' : '编制'}是${answer}`
}
