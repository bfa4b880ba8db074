import { pattern } from '../../vocabulary/pattern.ts'
import { isIdText } from './column-profile.ts'
import { compact, type SheetGrid } from './sheet-grid.ts'

/** Why a sheet of instructions is left out. */
export const INSTRUCTIONS = '填表说明，没有人员'

/** 示例, 样表: people of it are nobody, unless somebody typed whole numbers into it. */
const EXAMPLE = /^(?:填[写报表])?(?:示例|样例|样表|范例|示范|例表|模板示例)(?:表)?$/u

/** 退休人员不填；, 以身份证为准, 表二填编外人员: a line that tells how the sheet is filled in. */
const INSTRUCTS = pattern`
  不填|[不勿](?:得|要|予|能|可|必)?(?:混|漏|错|涂|重)?填|不(?:列入|统计|需|必|得)|无需|请(?:在|与|按|将|填|各|于|勿|如实)|须|务必|应(?:填|为|按|当|写|如实)|为准
  |一式\p{sc=Han}份|如有疑问|填(?:写|列|入|明|“|"|「|在编|编外|内设|首次|是|否|男|女)|填报(?:说明|要求|时|的|[，。；;])|由.{2,8}填报|统一(?:填|用|写)
  |(?:说明|要求|须知|事项)[:：]?$
`

/** True for a line above a table that says how it is filled in; whom or what it names is nobody below. */
export function instructs(text: string): boolean {
  return INSTRUCTS.test(text)
}

/** 填表说明, 选项: a sheet that tells how the others are filled in, or lists their drop-downs. Where it holds an ID number it is one like any other. */
export function isInstructions(name: string, grid: SheetGrid): boolean {
  const example = EXAMPLE.test(compact(name))
  if (
    !example &&
    !/^(?:填[表报写]说明|说明|使用说明|填写要求|选项|下拉选项|数据字典|字典|代码表?|参数|数据源)$/u.test(compact(name))
  )
    return false
  for (let row = 0; row < grid.height; row += 1)
    if (
      grid.filled(row).some((column) => {
        const text = grid.text(row, column)
        return isIdText(text) && !(example && /[×*]/u.test(text))
      })
    )
      return false
  return true
}
