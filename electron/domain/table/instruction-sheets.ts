import { isIdText } from './column-profile.ts'
import { compact, type SheetGrid } from './sheet-grid.ts'

/** Why a sheet of instructions is left out. */
export const INSTRUCTIONS = '填表说明，没有人员'

/** 示例, 样表: people of it are nobody, unless somebody typed whole numbers into it. */
const EXAMPLE = /^(?:填[写报表])?(?:示例|样例|样表|范例|示范|例表|模板示例)(?:表)?$/u

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
