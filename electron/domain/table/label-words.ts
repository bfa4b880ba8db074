/* Labels that name an office (填报单位, 聘用部门): one list for the lines over a table, the rows within it and the parts of a line. */

const WHOSE =
  '填报|填表|编制|制表|报送|所在|所属|用编|聘用|用人|用工|任职|核编|入编|发放|发薪|造册|申报|上报|呈报|统计|参保|缴费|预算|考核|所辖|隶属|服务|工作'

/** Source of a pattern for such a label, without its colon. `more`: further words it may begin with, each with a | before it. */
export function officeLabel(more = ''): string {
  return `(?:${WHOSE}${more})?(?:单位|部门|科室|机构|站所)(?:名称|全称)?`
}

/** Source of a pattern for a label of the 编制: 编制类型, 用编性质. */
export const CATEGORY_LABEL = '(?:编制|用编|占编|人员)(?:性质|类型|类别|形式)'
