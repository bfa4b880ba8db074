/** True for what a clerk writes for no in a column of yes and no: 否, 不是, ×, N. */
export function saysNo(text: string): boolean {
  return /^(?:否|不|不是|无|[×✗✘xn]|no)$/iu.test(text)
}
